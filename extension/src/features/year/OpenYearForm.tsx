import { quotaBasisTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import type { StepFormProps } from './step-form-props.ts';
import { OpenYearDocument } from './year-steps.operations.ts';

/** Opens the agency's year. What is left as the rule set says is not sent. */
export function OpenYearForm({ agency, year, isAgain, onCancel }: StepFormProps & { readonly isAgain: boolean }) {
  const { openYear: texts, steps } = useTexts(yearTexts);
  const language = useLanguage();
  const [basis, setBasis] = useState<'' | 'LITERAL_HTT_ONLY' | 'HTT_AND_ABOVE'>('');
  const [rateDocument, setRateDocument] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [minOne, setMinOne] = useState('');
  const [includeHead, setIncludeHead] = useState('');
  const [state, send] = useWrite(OpenYearDocument);
  const standard = { value: '', label: texts.standard };
  const yesNo = [standard, { value: 'yes', label: texts.yes }, { value: 'no', label: texts.no }];
  const open = () => {
    const document = toText(rateDocument);
    const input = {
      unit: agency,
      year,
      quotaBasis: basis === '' ? null : basis,
      quotaMinOne: minOne === '' ? null : minOne === 'yes',
      quotaIncludeHead: includeHead === '' ? null : includeHead === 'yes',
      ratePercent: document === null ? null : 25,
      rateDocument: document,
      dueOn: dueOn === '' ? null : dueOn,
    };
    void send(input, `${texts.title} ${year}`);
  };
  return (
    <StepForm
      title={isAgain ? steps.refresh : `${texts.title} ${year}`}
      act={isAgain ? steps.refresh : texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={open}
      onCancel={onCancel}
      notice={
        state.state === 'DONE' ? (
          <Notice>
            <p>{texts.opened(state.answer.added, state.answer.refreshed)}</p>
            {state.answer.leftOut.length > 0 && (
              <details>
                <summary>{texts.leftOutCount(state.answer.leftOut.length)}</summary>
                <ul className="small">
                  {state.answer.leftOut.map(({ employee, reason }, index) => (
                    <li key={employee?.id ?? index}>
                      {employee?.name ?? '—'}: {texts.leftOut[reason]}
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
      {isAgain && <p className="full">{texts.again}</p>}
      <SelectField
        label={texts.basis}
        value={basis}
        choices={[standard, ...choicesOf(quotaBasisTexts, language)]}
        onChoose={(value) => setBasis(value === 'LITERAL_HTT_ONLY' || value === 'HTT_AND_ABOVE' ? value : '')}
      />
      <TextField label={texts.rateDocument} value={rateDocument} maxLength={200} onText={setRateDocument} />
      <SelectField label={texts.minOne} value={minOne} choices={yesNo} onChoose={setMinOne} />
      <SelectField label={texts.includeHead} value={includeHead} choices={yesNo} onChoose={setIncludeHead} />
      <TextField label={texts.due} type="date" value={dueOn} onText={setDueOn} />
    </StepForm>
  );
}
