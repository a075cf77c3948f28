import { CANDIDATE_STATES } from '@congvu/schema/registers';
import { candidateStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { termOf } from '../register-list/register-filter.ts';
import type { CandidateFilter, Subject } from './candidate-filter.ts';
import { titleChoices } from './title-choices.ts';

type CandidateFilterFormProps = {
  readonly filter: CandidateFilter;
  /** Collectives are few: they are not searched among. */
  readonly subject?: Subject;
  readonly onApply: (filter: CandidateFilter) => void;
};

export function CandidateFilterForm({ filter, subject = 'PERSON', onApply }: CandidateFilterFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const list = useTexts(registerListTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const [year, setYear] = useState(String(filter.year));
  const change = (part: Partial<CandidateFilter>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ ...draft, year: Number(year) });
      }}
    >
      <UnitSelect label={list.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <TextField label={common.year} value={year} pattern="20[0-9]{2}" inputMode="numeric" required onText={setYear} />
      <SelectField
        label={texts.forTitle}
        value={draft.title}
        choices={titleChoices(language, subject)}
        onChoose={(title) => change({ title })}
      />
      {subject === 'PERSON' && (
        <>
          <SelectField
            label={list.state}
            value={draft.state}
            choices={[{ value: '', label: list.all }, ...choicesOf(candidateStateTexts, language)]}
            onChoose={(value) => change({ state: termOf(CANDIDATE_STATES, value) ?? '' })}
          />
          <TextField label={texts.search} type="search" value={draft.search} onText={(search) => change({ search })} />
        </>
      )}
      <Button type="submit" kind="primary">
        {list.apply}
      </Button>
    </form>
  );
}
