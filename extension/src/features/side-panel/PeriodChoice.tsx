import { isPeriod, previous } from '@congvu/schema/primitives/period';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { periodSentence } from '../../locales/period-sentence.ts';
import { SelectField } from '../../ui/SelectField.tsx';

type PeriodChoiceProps = {
  readonly current: string;
  readonly period: string;
  readonly onChoose: (period: string) => void;
};

/** The month that the sections show: this one, or one of the past year, whose sheets can still be corrected. */
export function PeriodChoice({ current, period, onChoose }: PeriodChoiceProps) {
  const texts = useTexts(panelTexts);
  const language = useLanguage();
  const choices = monthsBackFrom(current, 12).map((value) => ({ value, label: periodSentence(value, language) }));
  return (
    <div className="section period-choice">
      <SelectField label={texts.period} value={period} choices={choices} onChoose={onChoose} />
    </div>
  );
}

/** A month and those before it, `count` together, newest first. */
export function monthsBackFrom(current: string, count: number): readonly string[] {
  const months: string[] = [];
  for (let month = current; isPeriod(month) && months.length < count; month = previous(month)) months.push(month);
  return months;
}
