import type { Level } from '../evaluation/level.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import { divide, type Rational, sum, whole } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import type { YearsBasis } from './ranking-words.ts';

/** A year of somebody: its mean and the family of its rule set; a year that was not classified has no level. */
export interface RankedYear {
  readonly year: number;
  /** Null where the year was not classified. */
  readonly level: Level | null;
  /** Null where the year has none, or its regime gives no points. */
  readonly mean: Rational | null;
  readonly family: string;
}

/** What a level counts where points of regimes that differ are not comparable. Source: domain.md 9.3. */
export const LEVEL_POINTS: Readonly<Record<Level, number>> = {
  OUTSTANDING: 4,
  GOOD: 3,
  COMPLETED: 2,
  NOT_COMPLETED: 1,
};

/**
 * One basis for the whole group, so that nobody is ranked by another measure than his neighbour: MEAN only where every classified year
 * of everybody is of the group’s own family and has a mean; else LEVEL_POINTS. Source: domain.md 9.3, 16.8.
 */
export function yearsBasis(
  people: readonly { readonly years: readonly Pick<RankedYear, 'family' | 'level' | 'mean'>[] }[],
  family: string,
): YearsBasis {
  const isMean = people.every(({ years }) =>
    years.every((year) => year.level === null || (year.family === family && year.mean !== null)),
  );
  return isMean ? 'MEAN' : 'LEVEL_POINTS';
}

export interface OverYears {
  /** Exact; in points, or in LEVEL_POINTS from 1 to 4; null where no year counts. */
  readonly value: Rational | null;
  /** Years the value is made of. */
  readonly counted: number;
  /** Years there were, those not classified too. */
  readonly asked: number;
}

/** Several years of one person as one figure. A year that was not classified is no year of his: neither 0 nor the lowest level. */
export function overYears(years: readonly RankedYear[], basis: YearsBasis): OverYears {
  const values = years.flatMap(({ level, mean }) => {
    if (level === null) return [];
    if (basis === 'LEVEL_POINTS') return [whole(LEVEL_POINTS[level])];
    return mean === null ? [] : [mean];
  });
  const value = values.length === 0 ? null : divide(sum(values), whole(values.length));
  return { value, counted: values.length, asked: years.length };
}

/** What a title or form of commendation counts in a ranking, by its code. */
export interface AwardWeights {
  readonly weights: Readonly<Record<string, number>>;
  readonly source: Source;
  readonly text: LocalisedText;
}

/**
 * The weights until an office has its own. No text gives any: they are ours, and are shown with that mark. LDTT lao động tiên tiến,
 * CSTDCS chiến sĩ thi đua cơ sở, CSTD_TINH of a ministry or province, CSTD_TQ of the nation, and the certificates of merit.
 */
export const AWARD_WEIGHTS: AwardWeights = {
  weights: {
    LDTT: 1,
    CSTDCS: 2,
    CSTD_TINH: 4,
    CSTD_TQ: 8,
    GIAY_KHEN: 1,
    BANG_KHEN_TINH: 3,
    BANG_KHEN_TT: 6,
  },
  source: {
    instrument: '06/2022/QH15',
    clause: null,
    effectiveFrom: null,
    effectiveTo: null,
    url: null,
    certainty: 'ASSUMPTION',
  },
  text: {
    vi: 'Trọng số danh hiệu do hệ thống đặt, không có văn bản quy định; cơ quan có thể thay bằng trọng số của mình.',
    en: 'The weights of titles are this system’s own; no text gives any. An office may put its own in their place.',
  },
};

/** What somebody's titles and forms of commendation weigh together, each as often as it was given; a code without a weight weighs nothing. */
export function awardsWeight(titles: readonly string[], table: AwardWeights = AWARD_WEIGHTS): number {
  return titles.reduce(
    (total, code) => total + (Object.hasOwn(table.weights, code) ? (table.weights[code] ?? 0) : 0),
    0,
  );
}
