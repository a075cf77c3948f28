import { kindOf, months, type Period } from '../primitives/period.ts';
import { type Figures, meanFigures } from './figures.ts';

/** The figure of a month, or of a quarter where an office scores by quarter; null: none (not 0). */
export interface PeriodFigures {
  readonly period: Period;
  readonly figures: Figures | null;
}

/** The mean of some months: those with a figure, and those left out for want of one. */
export interface Aggregate {
  /** Null where no month has a figure. */
  readonly mean: Figures | null;
  readonly counted: readonly Period[];
  readonly leftOut: readonly Period[];
}

export interface YearAggregate {
  /** Twelve, in order. A quarter's figure stands in each of its months. */
  readonly months: readonly PeriodFigures[];
  readonly quarters: readonly Aggregate[];
  readonly halves: readonly Aggregate[];
  readonly year: Aggregate;
}

/**
 * A year out of its months or quarters, in any order and mixed. A month without a figure is left out of every mean and named.
 * The means are exact; a delay of a quarter counts once.
 *
 * Throws a RangeError where a month has two figures or lies outside the year.
 *
 * Source: NĐ 335/2025 art. 16, 17, 11(2); domain.md 3.7.
 */
export function aggregateYear(year: Period, given: readonly PeriodFigures[]): YearAggregate {
  const monthsOfYear = months(year);
  const found = new Map<Period, Figures | null>(monthsOfYear.map((month) => [month, null]));
  const seen = new Set<Period>();
  for (const { period, figures } of given) {
    if (kindOf(period) === 'YEAR') throw new RangeError(`${period} is neither a month nor a quarter`);
    for (const [position, month] of months(period).entries()) {
      if (!found.has(month) || seen.has(month)) throw new RangeError(`${month} is foreign to ${year} or given twice`);
      seen.add(month);
      // The delays of a quarter stand in its first month alone, so that a sum over months has them once.
      found.set(month, figures === null || position === 0 ? figures : { ...figures, delays: 0 });
    }
  }
  const all = monthsOfYear.map((period) => ({ period, figures: found.get(period) ?? null }));
  return {
    months: all,
    quarters: [0, 3, 6, 9].map((first) => aggregateMonths(all.slice(first, first + 3))),
    halves: [0, 6].map((first) => aggregateMonths(all.slice(first, first + 6))),
    year: aggregateMonths(all),
  };
}

/** The mean of some months, each with the same weight. */
export function aggregateMonths(given: readonly PeriodFigures[]): Aggregate {
  const withFigure = given.flatMap(({ figures }) => (figures === null ? [] : [{ figures, weight: 1 }]));
  return {
    mean: meanFigures(withFigure),
    counted: given.filter(({ figures }) => figures !== null).map(({ period }) => period),
    leftOut: given.filter(({ figures }) => figures === null).map(({ period }) => period),
  };
}
