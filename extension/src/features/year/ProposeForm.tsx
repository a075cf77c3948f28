import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { openReasonText } from './open-reason-text.ts';
import type { StepFormProps } from './step-form-props.ts';
import { ProposeLevelsDocument } from './year-steps.operations.ts';

/** Works the proposals out by the rules; repeating it takes changed figures up. */
export function ProposeForm({ agency, year, onCancel }: StepFormProps) {
  const texts = useTexts(yearTexts).propose;
  const language = useLanguage();
  const [state, send] = useWrite(ProposeLevelsDocument);
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void send({ unit: agency, year }, texts.title)}
      onCancel={onCancel}
      notice={
        state.state === 'DONE' ? (
          <Notice>
            <p>{texts.proposed(state.answer.proposed, state.answer.pool, state.answer.limit)}</p>
            {state.answer.open.length > 0 && (
              <details>
                <summary>{texts.open(state.answer.open.length)}</summary>
                <ul className="small">
                  {state.answer.open.map(({ classification: { id, employee }, reasons }) => (
                    <li key={id}>
                      <a href={writeAddress({ path: 'phan-loai-nam', item: id, filters: {} })}>{employee.name}</a>:{' '}
                      {reasons.map((reason) => openReasonText(reason, language)).join(', ')}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Notice>
        ) : (
          <WriteNotice state={state} />
        )
      }
    >
      <p className="full">{texts.what}</p>
    </StepForm>
  );
}
