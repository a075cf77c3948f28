import { useState } from 'react';
import type { FeedbackView_FeedbackFragment } from '../../../generated/graphql.ts';
import { feedbackTexts } from '../../locales/feedback-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { RevealFeedbackSenderDocument } from './feedback.operations.ts';

type SenderFormProps = { readonly feedback: FeedbackView_FeedbackFragment; readonly onClose: () => void };

/** Shows who sent it, for a reason that is recorded. The name lives in this component alone and goes with it. */
export function SenderForm({ feedback, onClose }: SenderFormProps) {
  const texts = useTexts(feedbackTexts);
  const [reason, setReason] = useState('');
  const [state, reveal] = useWrite(RevealFeedbackSenderDocument);
  if (state.state === 'DONE') {
    const { name, contact } = state.answer;
    return (
      <Notice>
        <p>{texts.revealed(name ?? texts.unnamed, contact ?? texts.noContact)}</p>
        <Button onClick={onClose}>{texts.hideAgain}</Button>
      </Notice>
    );
  }
  const input = { feedback: feedback.id, reason: reason.trim().normalize('NFC') };
  return (
    <StepForm
      title={`${texts.reveal} · ${feedback.number}`}
      act={texts.revealAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void reveal(input, `${texts.reveal} · ${feedback.number}`)}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <div className="full stack">
        <p className="small quiet">{texts.senderNote}</p>
        <TextArea label={texts.revealReason} value={reason} required onText={setReason} />
      </div>
    </StepForm>
  );
}
