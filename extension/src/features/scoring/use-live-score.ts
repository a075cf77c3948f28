import { useQuery } from '@apollo/client/react';
import type { PeriodScore } from '@congvu/schema/scoring';
import { useMemo } from 'react';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { type LeaderFigures, scoreLive } from './live-score.ts';
import { ScoreItemsDocument } from './scoring.operations.ts';

export type LiveScore =
  | { readonly state: 'OFF' }
  | { readonly state: 'LOADING' }
  /** More tasks than one page: the server's figure stands. */
  | { readonly state: 'TOO_MANY' }
  /** `score` null: something typed is missing or wrong. */
  | { readonly state: 'LIVE'; readonly score: PeriodScore | null };

type LiveScoreInput = {
  readonly sheet: Sheet_SheetFragment;
  readonly employee: string;
  /** Of two sheets in one month the unit of this one; else null. */
  readonly unit: string | null;
  readonly points: readonly (string | null)[];
  readonly figures: LeaderFigures;
  readonly isOn: boolean;
};

/** The figure for what is typed, worked out here at every key stroke. */
export function useLiveScore({ sheet, employee, unit, points, figures, isOn }: LiveScoreInput): LiveScore {
  const { data } = useQuery(ScoreItemsDocument, { variables: { employee, period: sheet.period, unit }, skip: !isOn });
  const typed = JSON.stringify(points);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the points stands for the array, made anew at each stroke
  return useMemo(() => {
    if (!isOn) return { state: 'OFF' };
    if (data === undefined) return { state: 'LOADING' };
    if (data.tasks.pageInfo.hasNextPage) return { state: 'TOO_MANY' };
    return { state: 'LIVE', score: scoreLive(sheet, points, figures, nodesOf(data.tasks)) };
  }, [sheet, typed, figures, data, isOn]);
}
