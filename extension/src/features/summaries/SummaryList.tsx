import { useQuery } from '@apollo/client/react';
import { SUMMARY_KINDS } from '@congvu/schema/summary';
import { summaryKindTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { SummariesDocument } from './summaries.operations.ts';

type ListFilter = { readonly unit: string; readonly kind: string; readonly superseded: string };

/** Frozen summaries under a unit, newest first; those whose inputs changed since say so in words. */
export function SummaryList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter: ListFilter = {
    unit: filters.unit || (viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? ''),
    kind: SUMMARY_KINDS.find((kind) => kind === filters.kind) ?? '',
    superseded: filters.superseded ?? '',
  };
  const kind = SUMMARY_KINDS.find((each) => each === filter.kind);
  const query = useQuery(SummariesDocument, {
    variables: {
      filter: {
        unit: filter.unit === '' ? null : filter.unit,
        kind: kind === undefined ? null : [kind],
        superseded: filter.superseded === '' ? null : filter.superseded === 'true',
      },
    },
    context: { purpose: 'STATISTICS' },
  });
  const unit = useUnitName(filter.unit);
  return (
    <>
      <p className="sentence">{texts.sentence(unit)}</p>
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
      <QueryStates query={query} empty={texts.empty}>
        {({ summaries: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.title}
              headings={Object.values(texts.columns)}
              rows={nodesOf({ edges }).map((summary) => ({
                key: summary.id,
                cells: [
                  <RecordLink key="number" path={screenPaths.summaries} item={summary.id}>
                    {summary.number}
                  </RecordLink>,
                  summary.title,
                  summaryKindTexts[summary.kind][language],
                  texts.frozenBy(summary.frozenBy, shownInstant(summary.frozenAt)),
                  summary.superseded.length === 0 ? texts.holds : <strong key="state">{texts.changed}</strong>,
                ],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </>
  );
}

function FilterForm({ filter }: { readonly filter: ListFilter }) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<ListFilter>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        goTo({ path: screenPaths.summaries, item: null, filters: draft });
      }}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <SelectField
        label={texts.kind}
        value={draft.kind}
        choices={[
          { value: '', label: texts.allKinds },
          ...SUMMARY_KINDS.map((kind) => ({ value: kind, label: summaryKindTexts[kind][language] })),
        ]}
        onChoose={(kind) => change({ kind })}
      />
      <SelectField
        label={texts.superseded}
        value={draft.superseded}
        choices={[
          { value: '', label: texts.any },
          { value: 'true', label: texts.onlySuperseded },
          { value: 'false', label: texts.notSuperseded },
        ]}
        onChoose={(superseded) => change({ superseded })}
      />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
