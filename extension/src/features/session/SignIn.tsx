import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { queueTexts } from '../../locales/queue-texts.ts';
import { sessionTexts } from '../../locales/session-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { findServer } from '../../settings/server-address.ts';
import { Button } from '../../ui/Button.tsx';
import { DemonstrationBand } from '../../ui/DemonstrationBand.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { hasKeptWrites } from '../writes/write-store.ts';
import { isDemonstration } from './demonstration.ts';

export function SignIn() {
  const texts = useTexts(sessionTexts);
  const queue = useTexts(queueTexts);
  const language = useLanguage();
  const [server, setServer] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSomethingKept, setIsSomethingKept] = useState(false);
  useEffect(() => {
    void findServer().then((setting) => setServer(setting.server));
    // Whose, how many and what is nobody's business before the sign-in.
    void hasKeptWrites().then(setIsSomethingKept);
  }, []);
  const signIn = async () => {
    setIsWaiting(true);
    setProblem(null);
    const answer = await sendToBackground('session.signIn', { language });
    setIsWaiting(false);
    if (!answer.ok) setProblem(answer.error.code);
  };
  return (
    <>
      {isDemonstration(server) && <DemonstrationBand />}
      <main className="section stack">
        <h1>{texts.signInTitle}</h1>
        <p>
          {texts.signInReason} <strong>{server}</strong>
        </p>
        <div className="row">
          <Button kind="primary" disabled={isWaiting} onClick={() => void signIn()}>
            {isWaiting ? texts.signingIn : texts.signIn}
          </Button>
          <Button kind="link" onClick={() => void browser.runtime.openOptionsPage()}>
            {texts.options}
          </Button>
        </div>
        {problem !== null && <Problem code={problem} />}
        {isSomethingKept && <p className="small quiet">{queue.keptHere}</p>}
      </main>
    </>
  );
}
