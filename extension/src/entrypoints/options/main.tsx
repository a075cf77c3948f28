import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OptionsPage } from '../../features/settings/OptionsPage.tsx';
import { UpdateNotice } from '../../features/updates/UpdateNotice.tsx';
import { LanguageProvider } from '../../locales/LanguageProvider.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <UpdateNotice>
        <OptionsPage />
      </UpdateNotice>
    </LanguageProvider>
  </StrictMode>,
);
