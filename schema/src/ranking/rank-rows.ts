import { compareLevels, type Level } from '../evaluation/level.ts';
import { compare, type Rational } from '../primitives/rational.ts';

/** Of a month, in the order they decide. DELAYS: fewer is better; the others: more is better. Source: domain.md 3.10, 9. */
export const RANKING_KEYS = ['TOTAL', 'RESULT_POINTS', 'QUALITY', 'DELAYS'] as const;
export type RankingKey = (typeof RANKING_KEYS)[number];

/**
 * Of a decided year, in the order they decide: the level; the mean over the years asked for; points for results; the weight of
 * titles; DELAYS, of which fewer is better. Source: domain.md 9.3 (a default of ours, not of the law).
 */
export const YEAR_KEYS = ['LEVEL', 'YEARS', 'RESULT_POINTS', 'AWARDS', 'DELAYS'] as const;
export type YearKey = (typeof YEAR_KEYS)[number];

/** Every key there is, once, in the order GraphQL lists them. */
export const EVERY_RANKING_KEY = ['TOTAL', 'RESULT_POINTS', 'QUALITY', 'DELAYS', 'LEVEL', 'YEARS', 'AWARDS'] as const;

/** What ranks one person of a comparable group in a month; exact, never rounded. */
export interface RankingFigures {
  readonly total: Rational;
  readonly resultPoints: Rational;
  readonly quality: Rational;
  /** Non-exempt delays of the period. */
  readonly delays: number;
}

/** What ranks one person of a comparable group in a decided year. */
export interface YearFigures {
  readonly level: Level;
  /** By `overYears`; null where none of the years counts. */
  readonly years: Rational | null;
  /** The mean of the year's months; null where none has a figure. */
  readonly resultPoints: Rational | null;
  /** By `awardsWeight`. */
  readonly awards: number;
  readonly delays: number;
}

export interface Ranked<Row, Key extends string = RankingKey> {
  readonly row: Row;
  /** 1, 2, 2, 4: equal on every key is equal in rank. */
  readonly rank: number;
  /** The key that put this row below the one before it; null for the first row and where the two are equal. */
  readonly decidingKey: Key | null;
}

/** An order of rows by keys: `compareBy` is above 0 where `left` is better by that key, below 0 where `right` is. */
export interface RankingOrder<Row, Key extends string> {
  readonly keys: readonly Key[];
  compareBy(key: Key, left: Row, right: Row): number;
}

export const MONTH_ORDER: RankingOrder<RankingFigures, RankingKey> = { keys: RANKING_KEYS, compareBy: compareMonths };
export const YEAR_ORDER: RankingOrder<YearFigures, YearKey> = { keys: YEAR_KEYS, compareBy: compareYears };

/**
 * The rows of one comparable group in order. Rows equal on every key keep the order they came in. `before`: how many rows of the
 * group rank above the first one given, all of them strictly; 0 where the whole group is given.
 */
export function rankRows<Row extends Figures, Figures, Key extends string>(
  order: RankingOrder<Figures, Key>,
  rows: readonly Row[],
  { before = 0 }: { readonly before?: number } = {},
): readonly Ranked<Row, Key>[] {
  const ordered = rows.toSorted((left, right) => compareRows(order, left, right));
  const ranked: Ranked<Row, Key>[] = [];
  for (const [position, row] of ordered.entries()) {
    const above = ranked.at(-1);
    const decidingKey = above === undefined ? null : findDecidingKey(order, above.row, row);
    const rank = above === undefined || decidingKey !== null ? before + position + 1 : above.rank;
    ranked.push({ row, rank, decidingKey });
  }
  return ranked;
}

/** The rows of one comparable group of a month in order. */
export function rankPeriod<Row extends RankingFigures>(rows: readonly Row[]): readonly Ranked<Row>[] {
  return rankRows(MONTH_ORDER, rows);
}

/** The first key of a month on which two rows differ; null where they differ on none. */
export function decidingKeyOf(left: RankingFigures, right: RankingFigures): RankingKey | null {
  return findDecidingKey(MONTH_ORDER, left, right);
}

/** Below 0 where `left` comes first. */
function compareRows<Row, Key extends string>(order: RankingOrder<Row, Key>, left: Row, right: Row): number {
  const key = findDecidingKey(order, left, right);
  return key === null ? 0 : -order.compareBy(key, left, right);
}

/** The first key on which two rows differ; null where they differ on none. */
export function findDecidingKey<Row, Key extends string>(
  order: RankingOrder<Row, Key>,
  left: Row,
  right: Row,
): Key | null {
  return order.keys.find((key) => order.compareBy(key, left, right) !== 0) ?? null;
}

function compareMonths(key: RankingKey, left: RankingFigures, right: RankingFigures): number {
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

function compareYears(key: YearKey, left: YearFigures, right: YearFigures): number {
  switch (key) {
    case 'LEVEL':
      return compareLevels(left.level, right.level);
    case 'YEARS':
      return compareKnown(left.years, right.years);
    case 'RESULT_POINTS':
      return compareKnown(left.resultPoints, right.resultPoints);
    case 'AWARDS':
      return left.awards - right.awards;
    case 'DELAYS':
      return right.delays - left.delays;
    default:
      return key satisfies never;
  }
}

/** A figure that is known comes before one that is not. */
function compareKnown(left: Rational | null, right: Rational | null): number {
  if (left === null || right === null) return (left === null ? 0 : 1) - (right === null ? 0 : 1);
  return compare(left, right);
}
