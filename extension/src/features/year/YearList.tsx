import { useQuery } from '@apollo/client/react';
import { FIRST_YEAR } from '@congvu/schema/procedure';
import { classificationStateTexts, levelTexts, roundStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { QuotaLines } from '../quota/QuotaLines.tsx';
import { RoundFacts } from './RoundFacts.tsx';
import { YearFilterForm } from './YearFilterForm.tsx';
import { YearSteps } from './YearSteps.tsx';
import { YearTable } from './YearTable.tsx';
import { YearRoundDocument, YearRowFragment, YearSheetsDocument } from './year.operations.ts';
import { writeYearFilter, type YearFilter } from './year-filter.ts';

const nobody: ReadonlySet<string> = new Set();

/** The round, its quota, what can be done next, and the people. */
export function YearList({ filter }: { readonly filter: YearFilter }) {
  const texts = useTexts(yearTexts);
  const { earlier } = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const [chosen, setChosen] = useState(nobody);
  const { unit, year, group, state, level, search } = filter;
  // Decided on paper: no round was held here, no quota of today measures it, and nothing is to be done.
  const isEarlier = year < FIRST_YEAR;
  const round = useQuery(YearRoundDocument, { variables: { unit, year } });
  const sheets = useQuery(YearSheetsDocument, {
    variables: {
      filter: {
        unit,
        year,
        group: group || null,
        state: state === '' ? null : [state],
        level: level === '' ? null : [level],
        search: search === '' ? null : search.normalize('NFC'),
      },
    },
    context: { purpose: 'CLASSIFY' },
  });
  const place = round.data?.unit ?? null;
  const agency = place?.agency ?? null;
  const groups = place?.groups ?? [];
  const apply = (next: YearFilter) => {
    setChosen(nobody);
    goTo({ path: 'phan-loai-nam', item: null, filters: writeYearFilter(next) });
  };
  const sentence = [
    texts.yearSentence(String(year)),
    place?.name ?? unit,
    groups.find(({ code }) => code === group)?.name,
    state === '' ? null : classificationStateTexts[state][language],
    level === '' ? null : levelTexts[level][language],
  ].filter(Boolean);
  const rows = readFragment(YearRowFragment, nodesOf(sheets.data?.classifications ?? { edges: [] }));
  const opened = place?.classificationRound ?? null;
  return (
    <div className="section stack">
      <div className="row spread">
        <h1>{texts.title}</h1>
        {opened !== null && <strong>{roundStateTexts[opened.state][language]}</strong>}
      </div>
      <p className="sentence">{sentence.join(' · ')}</p>
      <YearFilterForm key={JSON.stringify(filter)} filter={filter} groups={groups} onApply={apply} />
      {isEarlier && <Notice>{earlier}</Notice>}
      {opened !== null && !isEarlier && <RoundFacts round={opened} />}
      {place !== null && opened === null && !isEarlier && (
        <Notice>{agency === null ? texts.noAgency : texts.notOpened(agency.name)}</Notice>
      )}
      {opened !== null && !isEarlier && <QuotaLines unit={agency?.code ?? unit} period={String(year)} />}
      {agency !== null && !isEarlier && (
        <YearSteps
          filter={filter}
          agency={agency.code}
          isOpened={opened !== null}
          rows={rows.filter(({ id }) => chosen.has(id))}
          onDone={() => setChosen(nobody)}
        />
      )}
      <QueryStates query={sheets} empty={texts.empty}>
        {({ classifications }) =>
          classifications.edges.length === 0 ? null : (
            <YearTable
              filter={filter}
              rows={nodesOf(classifications)}
              chosen={chosen}
              onChoose={setChosen}
              onMore={
                classifications.pageInfo.hasNextPage
                  ? () => void sheets.fetchMore({ variables: { after: classifications.pageInfo.endCursor } })
                  : null
              }
            />
          )
        }
      </QueryStates>
    </div>
  );
}
