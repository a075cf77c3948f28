import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { askedOf } from './group-choice.ts';
import type { GroupViewProps } from './Places.tsx';
import { RankingPlots } from './RankingPlots.tsx';
import { RankingPlotsDocument } from './ranking.operations.ts';

/** The whole group as three plots; a filter of the list leaves nobody out of them. */
export function GroupPlots({ filter: { unit, period }, group }: GroupViewProps) {
  const texts = useTexts(rankingTexts);
  const query = useQuery(RankingPlotsDocument, { variables: { unit, period, ...askedOf(group) } });
  return (
    <QueryStates query={query} empty={texts.empty}>
      {({ ranking }) =>
        ranking === null || ranking.distribution === null ? null : (
          <RankingPlots
            bins={ranking.distribution.bins.map(({ count }) => count)}
            quartiles={ranking.distribution.quartiles}
            mean={ranking.distribution.mean}
            certainty={ranking.nineBoxBounds.source.certainty}
            nineBox={ranking.nineBox}
            points={ranking.cells}
          />
        )
      }
    </QueryStates>
  );
}
