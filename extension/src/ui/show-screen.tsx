import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '../features/session/SignedIn.tsx';
import { UpdateNotice } from '../features/updates/UpdateNotice.tsx';
import type { PostOptions } from '../graphql/post-operation.ts';
import { LanguageProvider } from '../locales/LanguageProvider.tsx';

/** Shows one screen of ours in its page, in the person's language and only to who is signed in. */
export function showScreen(client: PostOptions['client'], screen: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <UpdateNotice>
          <SignedIn client={client}>{screen}</SignedIn>
        </UpdateNotice>
      </LanguageProvider>
    </StrictMode>,
  );
}
