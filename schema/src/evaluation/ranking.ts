import { compare, type Rational } from '../primitives/rational.ts';

/** In the order they decide. DELAYS: fewer is better; the others: more is better. Source: domain.md 3.10, 9. */
export const RANKING_KEYS = ['TOTAL', 'RESULT_POINTS', 'QUALITY', 'DELAYS'] as const;
export type RankingKey = (typeof RANKING_KEYS)[number];

/** What ranks one person of a comparable group; exact, never rounded. */
export interface RankingFigures {
  readonly total: Rational;
  readonly resultPoints: Rational;
  readonly quality: Rational;
  /** Non-exempt delays of the period. */
  readonly delays: number;
}

export interface Ranked<Row> {
  readonly row: Row;
  /** 1, 2, 2, 4: equal on every key is equal in rank. */
  readonly rank: number;
  /** The key that put this row below the one before it; null for the first row and where the two are equal. */
  readonly decidingKey: RankingKey | null;
}

/** The rows of one comparable group in order. Rows equal on every key keep the order they came in. */
export function rankPeriod<Row extends RankingFigures>(rows: readonly Row[]): readonly Ranked<Row>[] {
  const ordered = rows.toSorted(compareRows);
  const ranked: Ranked<Row>[] = [];
  for (const [position, row] of ordered.entries()) {
    const before = ranked.at(-1);
    const decidingKey = before === undefined ? null : decidingKeyOf(before.row, row);
    const rank = before === undefined || decidingKey !== null ? position + 1 : before.rank;
    ranked.push({ row, rank, decidingKey });
  }
  return ranked;
}

/** Below 0 where `left` comes first. */
function compareRows(left: RankingFigures, right: RankingFigures): number {
  const key = decidingKeyOf(left, right);
  return key === null ? 0 : -compareBy(key, left, right);
}

/** The first key on which two rows differ; null where they differ on none. */
export function decidingKeyOf(left: RankingFigures, right: RankingFigures): RankingKey | null {
  return RANKING_KEYS.find((key) => compareBy(key, left, right) !== 0) ?? null;
}

/** Above 0 where `left` is better. */
function compareBy(key: RankingKey, left: RankingFigures, right: RankingFigures): number {
  switch (key) {
    case 'TOTAL':
      return compare(left.total, right.total);
    case 'RESULT_POINTS':
      return compare(left.resultPoints, right.resultPoints);
    case 'QUALITY':
      return compare(left.quality, right.quality);
    case 'DELAYS':
      return right.delays - left.delays;
    default:
      return key satisfies never;
  }
}
