import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { StepFormProps } from './step-form-props.ts';
import { NotifyClassificationsDocument } from './year-steps.operations.ts';

/** Tells the people what was decided; from then on they see it and may petition. */
export function NotifyForm({ unit, year, employees, onCancel }: StepFormProps) {
  const all = useTexts(yearTexts);
  const texts = all.notify;
  const [state, send] = useWrite(NotifyClassificationsDocument);
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
