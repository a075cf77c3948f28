import { useQuery } from '@apollo/client/react';
import { isPeriod, previous } from '@congvu/schema/primitives/period';
import { levelMarks } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { FilterForm } from './FilterForm.tsx';
import { RankingTable } from './RankingTable.tsx';
import { RankingDocument } from './ranking.operations.ts';
import { type RankingFilter, readFilter, toFilterInput, writeFilter } from './ranking-filter.ts';

/** The leader's page: an order with its reasons, and blocks that strike from the choice but not from the list. */
export function RankingPage({ filters }: ScreenProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readFilter(filters, {
    unit: viewer.units[0]?.code ?? viewer.employee?.assignment?.unit.code ?? '',
    period: viewer.currentPeriod,
  });
  const setFilter = (next: RankingFilter) => goTo({ path: 'xep-hang', item: null, filters: writeFilter(next) });
  const { unit, period, group } = filter;
  const query = useQuery(RankingDocument, { variables: { unit, period, group, filter: toFilterInput(filter) } });
  const ranking = query.data?.ranking ?? null;
  const sentence = [
    periodSentence(period, language),
    ranking === null ? unit : texts.unitAndBelow(ranking.unit.name),
    ...(ranking?.group ? [texts.groupSentence(ranking.group.name)] : []),
  ].join(' · ');
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="sentence">{sentence}</p>
      <FilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        groups={ranking?.unit.groups ?? []}
        onApply={setFilter}
      />
      <QueryStates query={query} empty={texts.empty}>
        {(data) =>
          data.ranking === null ? null : (
            <>
              {data.ranking.provisional && <Notice>{texts.provisional}</Notice>}
              <p className="row">
                <span>{texts.total(data.ranking.total)}</span>
                {data.ranking.levels.map(({ level, count }) => (
                  <span key={level}>
                    {levelMarks[level]} {count}
                  </span>
                ))}
              </p>
              {data.ranking.total === 0 && isPeriod(period) && (
                <Button onClick={() => setFilter({ ...filter, period: previous(period) })}>{texts.previous}</Button>
              )}
              <RankingTable key={sentence} filter={filter} first={data.ranking.rows} />
              {data.ranking.withoutDataCount > 0 && (
                <details>
                  <summary>{texts.withoutData(data.ranking.withoutDataCount)}</summary>
                  <p className="small quiet">{texts.withoutDataReason}</p>
                  <p>{data.ranking.withoutData.map((employee) => employee.name).join(', ')}</p>
                </details>
              )}
            </>
          )
        }
      </QueryStates>
    </div>
  );
}
