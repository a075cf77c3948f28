import { useId, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { queueTexts } from '../../locales/queue-texts.ts';
import { sessionTexts } from '../../locales/session-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';

/** The way out. Where writes were not sent it asks first: stay, leave them encrypted on this machine, or discard them. */
export function SignOutButton({ kept }: { readonly kept: number }) {
  const texts = useTexts(sessionTexts);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async (writes: 'KEEP' | 'DISCARD') => {
    const answer = await sendToBackground('session.signOut', { writes });
    setProblem(answer.ok ? null : answer.error.code);
  };
  return (
    <>
      <Button kind="link" onClick={() => (kept > 0 ? setIsAsking(true) : void signOut('KEEP'))}>
        {texts.signOut}
      </Button>
      {problem !== null && <Problem code={problem} />}
      {isAsking && <SignOutQuestion kept={kept} onStay={() => setIsAsking(false)} onSignOut={signOut} />}
    </>
  );
}

type SignOutQuestionProps = {
  readonly kept: number;
  readonly onStay: () => void;
  readonly onSignOut: (writes: 'KEEP' | 'DISCARD') => Promise<void>;
};

function SignOutQuestion({ kept, onStay, onSignOut }: SignOutQuestionProps) {
  const texts = useTexts(queueTexts);
  const id = useId();
  return (
    <dialog
      className="question stack"
      aria-labelledby={id}
      onCancel={onStay}
      ref={(dialog) => {
        // Modal, so that keys and screen readers stay in the question; opened once.
        if (dialog !== null && !dialog.open) dialog.showModal();
      }}
    >
      <h2 id={id}>{texts.signOutTitle(kept)}</h2>
      <p>{texts.signOutKept}</p>
      <Button kind="primary" onClick={onStay}>
        {texts.stay}
      </Button>
      <Button onClick={() => void onSignOut('KEEP')}>{texts.signOutKeep}</Button>
      <Button onClick={() => void onSignOut('DISCARD')}>{texts.signOutDiscard(kept)}</Button>
    </dialog>
  );
}
