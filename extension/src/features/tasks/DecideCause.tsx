import { useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { DecideObjectiveCauseDocument } from './tasks.operations.ts';

type DecideCauseProps = {
  readonly causeId: string;
  readonly task: { readonly title: string; readonly revision: number };
};

/** The manager confirms or refuses a claimed cause; only a confirmed one spares the deduction. */
export function DecideCause({ causeId, task }: DecideCauseProps) {
  const texts = useTexts(taskTexts);
  const [state, send] = useWrite(DecideObjectiveCauseDocument);
  const decide = (confirm: boolean, act: string) =>
    void send({ cause: causeId, revision: task.revision, confirm }, texts.label(act, task.title));
  return (
    <div className="stack">
      <div className="row">
        <Button kind="primary" isBusy={state.state === 'SENDING'} onClick={() => decide(true, texts.confirmCause)}>
          {texts.confirmCause}
        </Button>
        <Button isBusy={state.state === 'SENDING'} onClick={() => decide(false, texts.refuseCause)}>
          {texts.refuseCause}
        </Button>
      </div>
      <WriteNotice state={state} />
    </div>
  );
}
