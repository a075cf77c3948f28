import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import type { RegisterFilterFormProps } from './RegisterFilterForm.tsx';
import { useUnitName } from './use-unit-name.ts';

type RegisterSentenceProps = Pick<RegisterFilterFormProps, 'filter' | 'kinds' | 'states' | 'extras'>;

/** The filter as one reads it: "Sở Nội vụ và các đơn vị thuộc · quý IV/2026 · Cảnh cáo · quá hạn". */
export function RegisterSentence({ filter, kinds, states, extras = [] }: RegisterSentenceProps) {
  const texts = useTexts(registerListTexts);
  const language = useLanguage();
  const unit = useUnitName(filter.unit);
  const labelOf = (choices: RegisterSentenceProps['kinds'], value: string) =>
    value === '' ? null : (choices.find((choice) => choice.value === value)?.label ?? value);
  const time =
    filter.period !== ''
      ? periodWithin(filter.period, language)
      : filter.from !== ''
        ? texts.span(shownDate(filter.from), shownDate(filter.to))
        : texts.allTime;
  const parts = [
    filter.unit === '' ? null : texts.unitAndBelow(unit),
    time,
    labelOf(kinds, filter.kind),
    labelOf(states, filter.state),
    ...extras.map(({ name, choices }) => labelOf(choices, filter.extra[name] ?? '')),
    filter.employee === '' ? null : texts.person(filter.employee),
    filter.overdue ? texts.overdueSentence : null,
  ];
  return <p className="sentence">{parts.filter((part) => part !== null).join(' · ')}</p>;
}
