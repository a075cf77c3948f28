import { LEVELS } from '@congvu/schema/evaluation';
import { CLASSIFICATION_STATES } from '@congvu/schema/procedure';
import { classificationStateTexts, levelMarks } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import type { YearFilter } from './year-filter.ts';

type YearFilterFormProps = {
  readonly filter: YearFilter;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly onApply: (filter: YearFilter) => void;
};

export function YearFilterForm({ filter, groups, onApply }: YearFilterFormProps) {
  const texts = useTexts(yearTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const [year, setYear] = useState(String(filter.year));
  const change = (part: Partial<YearFilter>) => setDraft((now) => ({ ...now, ...part }));
  const states = CLASSIFICATION_STATES.filter((state) => state !== 'SUPERSEDED');
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ ...draft, year: Number(year) });
      }}
    >
      <TextField label={texts.year} value={year} pattern="20[0-9]{2}" inputMode="numeric" required onText={setYear} />
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit, group: '' })} />
      <SelectField
        label={texts.group}
        value={draft.group}
        choices={[
          { value: '', label: texts.allGroups },
          ...groups.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChoose={(group) => change({ group })}
      />
      <SelectField
        label={texts.state}
        value={draft.state}
        choices={[
          { value: '', label: texts.allStates },
          ...states.map((state) => ({ value: state, label: classificationStateTexts[state][language] })),
        ]}
        onChoose={(value) => change({ state: states.find((state) => state === value) ?? '' })}
      />
      <SelectField
        label={texts.level}
        value={draft.level}
        choices={[
          { value: '', label: texts.allLevels },
          ...LEVELS.map((level) => ({ value: level, label: levelMarks[level] })),
        ]}
        onChoose={(value) => change({ level: LEVELS.find((level) => level === value) ?? '' })}
      />
      <TextField label={texts.search} type="search" value={draft.search} onText={(search) => change({ search })} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
