import type { Level } from '@congvu/schema/evaluation';
import { toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { type Rational, toText, whole } from '@congvu/schema/primitives/rational';
import { LEVEL_POINTS, RANKING_KEYS, type RankingKey, YEAR_KEYS, type YearKey } from '@congvu/schema/ranking';
import { type Locale, levelTexts, rankingKeyTexts } from '@congvu/schema/texts';
import type { BlockRow } from '../discipline/block.store.ts';
import { optionalDecimal, optionalExact } from '../scalar/exact.ts';
import type { PlaceRow, StoredYear } from './ranking.store.ts';

export const BLOCK_KINDS = ['ACTIVE_DISCIPLINE', 'PENDING_PROCEDURE', 'NOT_COMPLETED', 'NOT_CLASSIFIED'] as const;
type BlockKind = (typeof BLOCK_KINDS)[number];
export type AnyRankingKey = RankingKey | YearKey;

/** Why somebody may not be chosen. It never lowers his place. */
export interface Block {
  readonly kind: BlockKind;
  readonly until: BlockRow['until'];
  /** The year whose level or missing level it is; null where another thing brings it. */
  readonly year: number | null;
}

/** A year of a person beside his place. */
export interface RankedYear {
  readonly year: number;
  readonly level: Level | null;
  readonly mean: Rational | null;
  readonly notClassified: boolean;
  /** The family of rule sets it was decided by; null where none is kept. */
  readonly family: string | null;
}

/** A place with its figures as numbers. */
export interface RankedRow {
  readonly place: PlaceRow;
  readonly isYear: boolean;
  readonly total: Rational | null;
  readonly resultPoints: Rational | null;
  readonly quality: Rational | null;
  readonly quantity: Rational | null;
  readonly progress: Rational | null;
  readonly general: Rational | null;
  /** What several years come to; null in months and where none counts. */
  readonly overYears: Rational | null;
  readonly years: readonly RankedYear[];
}

/** A key that was looked at, with its figure. */
export interface RankingKeyValue {
  readonly key: AnyRankingKey;
  readonly value: Rational | null;
  readonly text: string;
  readonly decides: boolean;
}

export function toRankedRow(place: PlaceRow, isYear: boolean): RankedRow {
  return {
    place,
    isYear,
    total: optionalExact(place.totalNumerator, place.totalDenominator),
    resultPoints: optionalExact(place.resultNumerator, place.resultDenominator),
    quality: optionalExact(place.qualityNumerator, place.qualityDenominator),
    quantity: optionalExact(place.quantityNumerator, place.quantityDenominator),
    progress: optionalExact(place.progressNumerator, place.progressDenominator),
    general: optionalDecimal(place.general),
    overYears: optionalExact(place.yearsNumerator, place.yearsDenominator),
    years: place.years.map(toRankedYear),
  };
}

function toRankedYear({ year, level, notClassified, numerator, denominator, family }: StoredYear): RankedYear {
  return { year, level, notClassified, family, mean: optionalExact(numerator, denominator) };
}

/**
 * Who is disciplined, by the longer of the decision’s effect and its window without promotion; who is under a procedure; who did not
 * complete the period or the latest year; whose latest year was not classified. A delayed rise of salary is no reason against choosing.
 * Source: domain.md 7.4, 9(4).
 */
export function blocksOf(
  { level, years }: { readonly level: Level | null; readonly years: readonly RankedYear[] },
  disciplines: readonly BlockRow[],
): readonly Block[] {
  const blocks: Block[] = [];
  const active = disciplines.filter(({ kind }) => kind === 'ACTIVE_DISCIPLINE');
  const [longest] = active.toSorted((left, right) => (endOf(left) < endOf(right) ? 1 : -1));
  if (longest !== undefined) blocks.push({ kind: 'ACTIVE_DISCIPLINE', until: longest.until, year: null });
  if (disciplines.some(({ kind }) => kind === 'PENDING_PROCEDURE'))
    blocks.push({ kind: 'PENDING_PROCEDURE', until: null, year: null });
  if (level === 'NOT_COMPLETED') blocks.push({ kind: 'NOT_COMPLETED', until: null, year: null });
  const [latest] = years;
  if (latest?.level === 'NOT_COMPLETED' && level !== 'NOT_COMPLETED')
    blocks.push({ kind: 'NOT_COMPLETED', until: null, year: latest.year });
  if (latest?.notClassified) blocks.push({ kind: 'NOT_CLASSIFIED', until: null, year: latest.year });
  return blocks;
}

/** For ever is later than any day. */
function endOf({ until }: BlockRow): string {
  return until ?? '9999-12-31';
}

export function blockText({ kind, until, year }: Block, locale: Locale): string {
  const day = until === null ? null : toVietnameseDate(until);
  switch (kind) {
    case 'ACTIVE_DISCIPLINE':
      if (day === null) return locale === 'vi' ? 'đang trong thời hạn kỷ luật' : 'discipline in effect';
      return locale === 'vi' ? `đang trong thời hạn kỷ luật đến ${day}` : `discipline in effect until ${day}`;
    case 'PENDING_PROCEDURE':
      return locale === 'vi' ? 'đang trong quá trình xem xét, xử lý' : 'under a pending procedure';
    case 'NOT_COMPLETED':
      if (year === null)
        return locale === 'vi' ? 'không hoàn thành nhiệm vụ trong kỳ' : 'did not complete the tasks of the period';
      return locale === 'vi' ? `không hoàn thành nhiệm vụ năm ${year}` : `did not complete the tasks of ${year}`;
    case 'NOT_CLASSIFIED':
      return locale === 'vi' ? `không được xếp loại năm ${year}` : `not classified in ${year}`;
    default:
      return kind satisfies never;
  }
}

/** Every key of the order with the row’s exact figure; the one that put it below the row before it is marked. */
export function keyValuesOf(row: RankedRow, locale: Locale): readonly RankingKeyValue[] {
  const keys: readonly AnyRankingKey[] = row.isYear ? YEAR_KEYS : RANKING_KEYS;
  return keys.map((key) => {
    const value = figureOf(key, row);
    return { key, value, text: textOf(key, value, row, locale), decides: key === row.place.deciding };
  });
}

function figureOf(key: AnyRankingKey, row: RankedRow): Rational | null {
  const { place } = row;
  switch (key) {
    case 'TOTAL':
      return row.total;
    case 'RESULT_POINTS':
      return row.resultPoints;
    case 'QUALITY':
      return row.quality;
    case 'DELAYS':
      return whole(place.delays);
    case 'LEVEL':
      return whole(LEVEL_POINTS[place.level]);
    case 'YEARS':
      return row.overYears;
    case 'AWARDS':
      return whole(place.awards);
    default:
      return key satisfies never;
  }
}

function textOf(key: AnyRankingKey, value: Rational | null, row: RankedRow, locale: Locale): string {
  if (key === 'LEVEL') return levelTexts[row.place.level][locale];
  if (value === null) return locale === 'vi' ? 'không có' : 'none';
  const text = key === 'TOTAL' ? (row.place.display ?? toText(value)) : toText(value);
  return locale === 'vi' ? text.replace('.', ',') : text;
}

/** Each key that was looked at for this place, with its exact figure: all up to the one that decided. */
export function reasonsOf(row: RankedRow, locale: Locale): string[] {
  const values = keyValuesOf(row, locale);
  const decided = values.findIndex(({ decides }) => decides);
  // The first place is decided by no comparison; its first key says why. Equals were compared by all of them.
  const looked = decided === -1 ? (row.place.rank === 1 ? 1 : values.length) : decided + 1;
  return values.slice(0, looked).map(({ key, text }) => `${rankingKeyTexts[key][locale]}: ${text}`);
}
