import { useQuery } from '@apollo/client/react';
import { candidateStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ExportButton } from '../register-list/ExportButton.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { may, useViewer } from '../session/viewer.ts';
import { CandidateFilterForm } from './CandidateFilterForm.tsx';
import { CandidateGaps } from './CandidateGaps.tsx';
import { readCandidateFilter, toCandidateVariables, writeCandidateFilter } from './candidate-filter.ts';
import { CandidatesDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { RecordCommendationForm } from './RecordCommendationForm.tsx';
import { TitleStandings } from './TitleStandings.tsx';
import { titleName } from './title-choices.ts';

/** Everybody of an agency's year before one title: who has every condition, and what each other one lacks, by name. */
export function CandidateList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(commendationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [chosen, setChosen] = useState<string | null>(null);
  const filter = readCandidateFilter(filters, {
    unit: viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  });
  const variables = toCandidateVariables(filter);
  const query = useQuery(CandidatesDocument, { variables, context: { purpose: 'COMMENDATION' } });
  const mayRecord = may(viewer, 'STAFF_MANAGE');
  const name = titleName(filter.title, language);
  const { acts, ...columns } = texts.candidateColumns;
  return (
    <>
      <p className="sentence">{texts.candidateSentence(name, filter.year, useUnitName(filter.unit))}</p>
      <CandidateFilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        onApply={(next) => goTo({ path: commendationPath, item: null, filters: writeCandidateFilter(next) })}
      />
      <div className="row">
        <ExportButton register="candidates" filter={variables} purpose="COMMENDATION" />
        <Button
          onClick={() =>
            goTo(freezeAddress('COMMENDATION', { unit: filter.unit, year: filter.year, title: filter.title }))
          }
        >
          {texts.freeze}
        </Button>
      </div>
      <TitleStandings unit={filter.unit} year={filter.year} subject="PERSON" />
      <QueryStates query={query} empty={texts.noCandidates}>
        {({ candidates: { edges, pageInfo, counts, quota } }) => (
          <>
            <ul className="quota">
              {counts.map(({ state, count }) => (
                <li key={state}>{texts.counts(candidateStateTexts[state][language], count)}</li>
              ))}
              {quota !== null && (
                <li data-state={quota.awarded < quota.limit ? undefined : 'FULL'}>
                  {texts.quota(quota.percent, quota.limit, quota.awarded)}
                </li>
              )}
            </ul>
            {edges.length === 0 && <p className="quiet">{texts.noCandidates}</p>}
            {edges.length > 0 && (
              <RegisterTable
                label={texts.candidates}
                headings={mayRecord ? [...Object.values(columns), acts] : Object.values(columns)}
                rows={nodesOf({ edges }).map((each) => ({
                  key: each.employee.id,
                  cells: [
                    <PersonCell
                      key="person"
                      name={each.employee.name}
                      more={[each.employee.code, each.unit.shortName]}
                    />,
                    each.decided ? <LevelMark key="level" level={each.level} /> : texts.notDecided,
                    <span key="state" className="state" data-state={each.state}>
                      {candidateStateTexts[each.state][language]}
                    </span>,
                    <CandidateGaps key="gaps" candidate={each} />,
                    ...(mayRecord
                      ? [
                          each.state === 'ELIGIBLE' ? (
                            <Button
                              key="acts"
                              aria-label={texts.act.commendPerson(each.employee.name)}
                              aria-expanded={chosen === each.employee.code}
                              onClick={() => setChosen(chosen === each.employee.code ? null : each.employee.code)}
                            >
                              {texts.act.commend}
                            </Button>
                          ) : null,
                        ]
                      : []),
                  ],
                  below: chosen === each.employee.code && (
                    <RecordCommendationForm
                      start={{ employee: chosen, titleCode: filter.title, title: name, year: String(filter.year) }}
                      onClose={() => setChosen(null)}
                    />
                  ),
                }))}
                onMore={
                  pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
                }
              />
            )}
          </>
        )}
      </QueryStates>
    </>
  );
}
