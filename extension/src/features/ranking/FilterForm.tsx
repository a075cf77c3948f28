import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { RankingUnitsDocument } from './ranking.operations.ts';
import type { RankingFilter } from './ranking-filter.ts';

type FilterFormProps = {
  readonly filter: RankingFilter;
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly onApply: (filter: RankingFilter) => void;
};

export function FilterForm({ filter, groups, onApply }: FilterFormProps) {
  const texts = useTexts(rankingTexts);
  const [draft, setDraft] = useState(filter);
  const { data } = useQuery(RankingUnitsDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const change = (part: Partial<RankingFilter>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(draft);
      }}
    >
      <TextField
        label={texts.period}
        value={draft.period}
        placeholder="2026-11"
        onText={(period) => change({ period })}
      />
      <Field label={texts.unit}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.unit}
            onChange={(event) => change({ unit: event.currentTarget.value, group: null })}
          >
            {!units.some((unit) => unit.code === draft.unit) && <option value={draft.unit}>{draft.unit}</option>}
            {units.map((unit) => (
              <option key={unit.id} value={unit.code}>
                {unit.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.group}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.group ?? ''}
            onChange={(event) => change({ group: event.currentTarget.value || null })}
          >
            <option value="">{texts.allGroups}</option>
            {groups.map((group) => (
              <option key={group.code} value={group.code}>
                {group.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.blocked}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.blocked === null ? '' : String(draft.blocked)}
            onChange={(event) => change({ blocked: toChoice(event.currentTarget.value) })}
          >
            <option value="">{texts.any}</option>
            <option value="false">{texts.notBlocked}</option>
            <option value="true">{texts.onlyBlocked}</option>
          </select>
        )}
      </Field>
      <TextField label={texts.search} type="search" value={draft.search} onText={(search) => change({ search })} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}

function toChoice(value: string): boolean | null {
  return value === '' ? null : value === 'true';
}
