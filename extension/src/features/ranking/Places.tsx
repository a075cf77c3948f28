import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { CompareChosen } from '../comparison/CompareChosen.tsx';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { EarlierYears } from './EarlierYears.tsx';
import { askedOf, type OfferedGroup } from './group-choice.ts';
import { PlaceTable } from './PlaceTable.tsx';
import { RankingHead } from './RankingHead.tsx';
import { PlaceFragment, RankingDocument } from './ranking.operations.ts';
import { type RankingFilter, toFilterInput } from './ranking-filter.ts';

export type GroupViewProps = { readonly filter: RankingFilter; readonly group: OfferedGroup };

/** The places of one group, the choice made among them, and the ways on: compare, freeze. */
export function Places({ filter, group }: GroupViewProps) {
  const texts = useTexts(rankingTexts);
  const common = useTexts(stateTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { unit, period, years } = filter;
  const question = { unit, period, ...askedOf(group), years };
  const input = toFilterInput(filter);
  const query = useQuery(RankingDocument, { variables: { ...question, filter: input } });
  const toggle = (code: string) =>
    setChosen((now) => (now.includes(code) ? now.filter((each) => each !== code) : [...now, code]));
  return (
    <QueryStates query={query} empty={texts.empty}>
      {({ ranking }) =>
        ranking === null ? null : (
          <>
            <RankingHead
              period={period}
              total={ranking.total}
              whole={ranking.wholeGroup}
              levels={ranking.levels}
              keys={ranking.keys}
              basis={ranking.yearsBasis}
              weights={ranking.awardWeights}
            />
            <div className="row spread">
              <CompareChosen chosen={chosen} period={period} years={years} onClear={() => setChosen([])} />
              <Button onClick={() => goTo(freezeAddress('RANKING', question))}>{texts.freeze}</Button>
            </div>
            {ranking.rows.edges.length === 0 ? (
              <p className="quiet">{input === null ? texts.empty : texts.noMatch}</p>
            ) : (
              <PlaceTable
                keys={ranking.keys}
                rows={ranking.rows.edges.map(({ node }) => readFragment(PlaceFragment, node))}
                chosen={chosen}
                onToggle={toggle}
              />
            )}
            <EarlierYears years={ranking.rows.edges.flatMap(({ node }) => readFragment(PlaceFragment, node).years)} />
            {ranking.rows.pageInfo.hasNextPage && (
              <Button onClick={() => void query.fetchMore({ variables: { after: ranking.rows.pageInfo.endCursor } })}>
                {common.more}
              </Button>
            )}
          </>
        )
      }
    </QueryStates>
  );
}
