import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { fromChoice, needsFamily, type OfferedGroup, toChoice } from './group-choice.ts';
import { NarrowingFields } from './NarrowingFields.tsx';
import { isYear, rankedPeriods } from './ranked-periods.ts';
import type { RankingFilter } from './ranking-filter.ts';
import { keptSpans } from './ranking-narrowing.ts';

type RankingFilterFormProps = {
  readonly filter: RankingFilter;
  /** Of the filter's unit and period. */
  readonly groups: readonly OfferedGroup[];
  /** The one that is shown. */
  readonly group: OfferedGroup | null;
  readonly onApply: (filter: RankingFilter) => void;
};

/** What is ranked. Another unit or period has other groups: there the largest is opened first. */
export function RankingFilterForm({ filter, groups, group, onApply }: RankingFilterFormProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const [draft, setDraft] = useState({ ...filter, choice: group === null ? '' : toChoice(group) });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const isElsewhere = draft.unit !== filter.unit || draft.period !== filter.period;
  const hasStates = !isYear(draft.period);
  const nameOf = (each: OfferedGroup) =>
    needsFamily(groups, each) ? texts.groupOfFamily(each.group.name, each.family.name) : each.group.name;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const { choice, narrowing, ...rest } = draft;
        const { level, state, spans } = narrowing;
        onApply({
          ...rest,
          ...fromChoice(isElsewhere ? '' : choice),
          narrowing: { level, state: hasStates ? state : [], spans: keptSpans((name) => spans[name]) },
        });
      }}
    >
      <SelectField
        label={texts.period}
        value={draft.period}
        choices={rankedPeriods(today).map((value) => ({ value, label: periodSentence(value, language) }))}
        onChoose={(period) => change({ period })}
      />
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <SelectField
        label={texts.group}
        value={isElsewhere ? '' : draft.choice}
        choices={[
          ...(isElsewhere || draft.choice === '' ? [{ value: '', label: texts.largest }] : []),
          ...(isElsewhere
            ? []
            : groups.map((each) => ({
                value: toChoice(each),
                label: texts.groupOption(nameOf(each), each.agency.shortName, each.people),
              }))),
        ]}
        onChoose={(choice) => change({ choice })}
      />
      {isYear(draft.period) && (
        <SelectField
          label={texts.years}
          value={String(draft.years)}
          choices={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: texts.yearsOf(count) }))}
          onChoose={(years) => change({ years: Number(years) })}
        />
      )}
      <SelectField
        label={texts.blocked}
        value={draft.blocked === null ? '' : String(draft.blocked)}
        choices={[
          { value: '', label: texts.any },
          { value: 'false', label: texts.notBlocked },
          { value: 'true', label: texts.onlyBlocked },
        ]}
        onChoose={(value) => change({ blocked: value === '' ? null : value === 'true' })}
      />
      <TextField label={texts.search} type="search" value={draft.search} onText={(search) => change({ search })} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
      <NarrowingFields
        narrowing={draft.narrowing}
        hasStates={hasStates}
        onChange={(narrowing) => change({ narrowing })}
      />
    </form>
  );
}
