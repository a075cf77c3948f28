import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { StepFormProps } from './step-form-props.ts';
import { PublishClassificationsDocument } from './year-steps.operations.ts';

/** Shows the levels inside the agency: nothing but the level. */
export function PublishForm({ unit, year, employees, onCancel }: StepFormProps) {
  const all = useTexts(yearTexts);
  const texts = all.publish;
  const [state, send] = useWrite(PublishClassificationsDocument);
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void send({ unit, year, employees: employees === null ? null : [...employees] }, texts.title)}
      onCancel={onCancel}
      notice={state.state === 'DONE' ? <Notice>{all.done(state.answer.count)}</Notice> : <WriteNotice state={state} />}
    >
      <p className="full">{texts.what(employees?.length ?? 0)}</p>
    </StepForm>
  );
}
