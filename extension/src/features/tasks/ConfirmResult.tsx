import { useState } from 'react';
import type { TaskOutcome } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ConfirmTaskDocument, RecordTaskEventDocument } from './tasks.operations.ts';

type ConfirmResultProps = {
  readonly task: {
    readonly id: string;
    readonly title: string;
    readonly revision: number;
    readonly submittedOn: string | null;
  };
  readonly today: string;
};

/** The manager's word on a result. Handed in after the deadline, the api records the delay by itself. */
export function ConfirmResult({ task, today }: ConfirmResultProps) {
  const texts = useTexts(taskTexts);
  const [submittedOn, setSubmittedOn] = useState(task.submittedOn ?? today);
  const [confirmed, confirm] = useWrite(ConfirmTaskDocument);
  const [recorded, record] = useWrite(RecordTaskEventDocument);
  const isSending = confirmed.state === 'SENDING' || recorded.state === 'SENDING';
  const { id, revision, title } = task;
  const decide = (outcome: TaskOutcome, act: string) =>
    void confirm(
      { task: id, revision, outcome, submittedOn: outcome === 'DONE' ? submittedOn : null },
      texts.label(act, title),
    );
  const note = (kind: 'DELAY' | 'MAJOR_ERROR', act: string) =>
    void record({ task: id, revision, kind, occurredOn: today }, texts.label(act, title));
  return (
    <div className="stack">
      <TextField label={texts.submittedOn} type="date" value={submittedOn} max={today} onText={setSubmittedOn} />
      <div className="row">
        <Button kind="primary" isBusy={isSending} onClick={() => decide('DONE', texts.confirmDone)}>
          {texts.confirmDone}
        </Button>
        <Button isBusy={isSending} onClick={() => decide('NOT_DONE', texts.confirmNotDone)}>
          {texts.confirmNotDone}
        </Button>
        <Button kind="link" isBusy={isSending} onClick={() => note('DELAY', texts.delay)}>
          {texts.delay}
        </Button>
        <Button kind="link" isBusy={isSending} onClick={() => note('MAJOR_ERROR', texts.majorError)}>
          {texts.majorError}
        </Button>
      </div>
      <WriteNotice state={confirmed} />
      <WriteNotice state={recorded} />
    </div>
  );
}
