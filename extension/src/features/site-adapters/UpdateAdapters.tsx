import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { pageAdapterTexts } from '../../locales/page-adapter-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';

type Update =
  | { readonly state: 'IDLE' | 'LOADING' }
  | { readonly state: 'DONE'; readonly count: number }
  | { readonly state: 'FAILED'; readonly code: string };

/** Asks for the published adapters now: idle, loading, done, failed (also for want of a sign-in). */
export function UpdateAdapters() {
  const texts = useTexts(pageAdapterTexts);
  const [update, setUpdate] = useState<Update>({ state: 'IDLE' });
  const fetchNow = async () => {
    setUpdate({ state: 'LOADING' });
    const answer = await sendToBackground('adapters.fetch', {});
    setUpdate(answer.ok ? { state: 'DONE', count: answer.value.count } : { state: 'FAILED', code: answer.error.code });
  };
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={() => void fetchNow()} disabled={update.state === 'LOADING'}>
          {update.state === 'LOADING' ? texts.updating : texts.update}
        </Button>
      </div>
      {update.state === 'DONE' && <p role="status">{texts.updated(update.count)}</p>}
      {update.state === 'FAILED' && <Problem code={update.code} />}
    </div>
  );
}
