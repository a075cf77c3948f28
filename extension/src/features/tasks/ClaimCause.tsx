import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ClaimObjectiveCauseDocument } from './tasks.operations.ts';

type ClaimCauseProps = {
  readonly eventId: string;
  readonly task: { readonly title: string; readonly revision: number };
};

/** The employee claims an objective cause; nothing changes until it is confirmed. */
export function ClaimCause({ eventId, task }: ClaimCauseProps) {
  const texts = useTexts(taskTexts);
  const common = useTexts(stateTexts);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [state, send] = useWrite(ClaimObjectiveCauseDocument);
  if (!isOpen) {
    return (
      <div className="row">
        <Button onClick={() => setIsOpen(true)}>{texts.claim}</Button>
      </div>
    );
  }
  const claim = () =>
    void send(
      {
        event: eventId,
        revision: task.revision,
        reason: reason.trim().normalize('NFC'),
        evidence: evidence.trim() === '' ? null : evidence.trim().normalize('NFC'),
      },
      texts.label(texts.claim, task.title),
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        claim();
      }}
    >
      <TextField label={texts.reason} value={reason} required maxLength={2000} onText={setReason} />
      <TextField label={texts.evidence} value={evidence} maxLength={2000} onText={setEvidence} />
      <div className="row">
        <Button type="submit" kind="primary" isBusy={state.state === 'SENDING'}>
          {texts.send}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{common.cancel}</Button>
      </div>
      <WriteNotice state={state} />
    </form>
  );
}
