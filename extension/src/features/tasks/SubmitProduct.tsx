import { useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { SubmitTaskDocument } from './tasks.operations.ts';

type SubmitProductProps = {
  readonly task: { readonly id: string; readonly title: string; readonly revision: number };
  readonly today: string;
};

/** The employee hands the product in, today. */
export function SubmitProduct({ task, today }: SubmitProductProps) {
  const texts = useTexts(taskTexts);
  const [state, send] = useWrite(SubmitTaskDocument);
  const submit = () =>
    void send({ task: task.id, revision: task.revision, submittedOn: today }, texts.label(texts.submit, task.title));
  return (
    <div className="stack">
      <div className="row">
        <Button isBusy={state.state === 'SENDING'} onClick={submit}>
          {texts.submit}
        </Button>
      </div>
      <WriteNotice state={state} />
    </div>
  );
}
