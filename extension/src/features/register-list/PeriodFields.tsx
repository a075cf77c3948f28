import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useViewer } from '../session/viewer.ts';
import { offeredPeriods } from './offered-periods.ts';
import type { RegisterFilter } from './register-filter.ts';

type Span = Pick<RegisterFilter, 'period' | 'from' | 'to'>;
type PeriodFieldsProps = { readonly span: Span; readonly onChange: (span: Span) => void };

/** A year, a quarter, a month, or two days; one way at a time. */
export function PeriodFields({ span, onChange }: PeriodFieldsProps) {
  const texts = useTexts(registerListTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const [isSpan, setIsSpan] = useState(span.from !== '');
  return (
    <>
      <SelectField
        label={texts.period}
        value={isSpan ? 'span' : span.period}
        choices={[
          { value: '', label: texts.periods.all },
          ...offeredPeriods(today).map((value) => ({ value, label: periodSentence(value, language) })),
          { value: 'span', label: texts.periods.span },
        ]}
        onChoose={(value) => {
          setIsSpan(value === 'span');
          onChange({ period: value === 'span' ? '' : value, from: '', to: '' });
        }}
      />
      {isSpan && (
        <>
          <TextField
            label={texts.from}
            type="date"
            value={span.from}
            required
            onText={(from) => onChange({ ...span, period: '', from })}
          />
          <TextField
            label={texts.to}
            type="date"
            value={span.to}
            min={span.from}
            required
            onText={(to) => onChange({ ...span, period: '', to })}
          />
        </>
      )}
    </>
  );
}
