import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { simulationTexts } from '../../locales/simulation-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { WriteRefusalFragment } from '../writes/write-refusal.ts';
import { readRuleSetItem, ruleSetItem } from './rule-set-item.ts';
import { SimulationTable } from './SimulationTable.tsx';
import { SimulationChoicesDocument, SimulationDocument } from './simulation.operations.ts';

type Draft = { readonly unit: string; readonly period: string; readonly ruleSet: string; readonly catalogue: string };

/** The same inputs under other rules, side by side with what is stored. It is worked out only when it is asked for. */
export function SimulationPage({ filters }: ScreenProps) {
  const texts = useTexts(simulationTexts);
  const common = useTexts(stateTexts);
  const viewer = useViewer();
  const asked: Draft = {
    unit: filters.unit ?? viewer.units[0]?.code ?? '',
    period: filters.period ?? viewer.currentPeriod,
    ruleSet: filters.ruleSet ?? '',
    catalogue: filters.catalogue ?? '',
  };
  const isAsked = filters.period !== undefined;
  const named = readRuleSetItem(asked.ruleSet);
  const [after, setAfter] = useState<string | null>(null);
  const input = {
    unit: asked.unit,
    period: asked.period,
    ruleSet: named?.code ?? null,
    version: named?.version ?? null,
    catalogue: asked.catalogue === '' ? null : asked.catalogue,
  };
  const query = useQuery(SimulationDocument, { variables: { input, after }, skip: !isAsked });
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <SimulationForm
        key={JSON.stringify(asked)}
        asked={asked}
        onAsk={(next) => {
          setAfter(null);
          goTo({ path: 'mo-phong', item: null, filters: next });
        }}
      />
      {isAsked && (
        <QueryStates query={query} empty={texts.empty}>
          {({ simulate }) => {
            if (simulate.__typename !== 'Simulation') {
              const refusal = readFragment(WriteRefusalFragment, simulate);
              const [field] = refusal.__typename === 'InvalidInputError' ? refusal.fields : [];
              return <Problem code={field?.code ?? refusal.code} />;
            }
            const { edges, pageInfo } = simulate.rows;
            if (edges.length === 0) return null;
            return (
              <>
                <SimulationTable rows={edges.map(({ node }) => node)} />
                <div className="row">
                  {after !== null && <Button onClick={() => setAfter(null)}>{common.first}</Button>}
                  {pageInfo.hasNextPage && <Button onClick={() => setAfter(pageInfo.endCursor)}>{common.more}</Button>}
                </div>
              </>
            );
          }}
        </QueryStates>
      )}
    </div>
  );
}

function SimulationForm({ asked, onAsk }: { readonly asked: Draft; readonly onAsk: (draft: Draft) => void }) {
  const texts = useTexts(simulationTexts);
  const [draft, setDraft] = useState(asked);
  const { data } = useQuery(SimulationChoicesDocument);
  const same = { value: '', label: texts.same };
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(draft);
      }}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => setDraft({ ...draft, unit })} />
      <TextField
        label={texts.period}
        value={draft.period}
        required
        onText={(period) => setDraft({ ...draft, period })}
      />
      <SelectField
        label={texts.ruleSet}
        value={draft.ruleSet}
        choices={[
          same,
          ...(data?.ruleSets ?? [])
            .filter(({ kind }) => kind === 'PERSON')
            .map((each) => ({ value: ruleSetItem(each), label: `${each.name} (${each.version})` })),
        ]}
        onChoose={(ruleSet) => setDraft({ ...draft, ruleSet })}
      />
      <SelectField
        label={texts.catalogue}
        value={draft.catalogue}
        choices={[
          same,
          ...(data?.catalogueVersions ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        ]}
        onChoose={(catalogue) => setDraft({ ...draft, catalogue })}
      />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
