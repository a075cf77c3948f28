import { useState } from 'react';
import { comparisonTexts } from '../../locales/comparison-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { rankedPeriods } from '../ranking/ranked-periods.ts';
import { useViewer } from '../session/viewer.ts';
import { ComparedPeopleField } from './ComparedPeopleField.tsx';
import type { ComparisonFilter } from './compared-people.ts';

type ComparisonFormProps = {
  readonly filter: ComparisonFilter;
  readonly onApply: (filter: ComparisonFilter) => void;
};

/** Who is compared over which time. */
export function ComparisonForm({ filter, onApply }: ComparisonFormProps) {
  const texts = useTexts(comparisonTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ ...draft, byLevel: false });
      }}
    >
      <ComparedPeopleField people={draft.people} onChange={(people) => change({ people })} />
      <SelectField
        label={texts.period}
        value={draft.period}
        choices={rankedPeriods(today).map((value) => ({ value, label: periodSentence(value, language) }))}
        onChoose={(period) => change({ period })}
      />
      <SelectField
        label={texts.years}
        value={String(draft.years)}
        choices={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: texts.yearsOf(count) }))}
        onChoose={(years) => change({ years: Number(years) })}
      />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
