import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, countWorkingDays, isWorkingDay, makeCalendar } from '../calendar/work-calendar.ts';
import { addDays, type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { months, parsePeriod } from '../primitives/period.ts';
import { compare, type Rational, rational, whole, ZERO } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { ScoreInput, ScoreItem } from '../scoring/period-score.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { cumulativeQuarter } from './cumulative-quarter.ts';
import type { Figures } from './figures.ts';
import { type MonthSegment, mergeMonth, type SplitMethod } from './merge-month.ts';
import { remainingUnits } from './task-effects.ts';
import { aggregateYear } from './year.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const year = expectOk(parsePeriod('2026'));
const HUNDRED = whole(100);

const fraction = (most: number) =>
  fc
    .tuple(fc.nat(most * 60), fc.constantFrom(1, 7, 24, 60))
    .map(([top, bottom]) => rational(Math.min(top, most * bottom), bottom));
const figures: fc.Arbitrary<Figures> = fc.record({
  total: fraction(100),
  resultPoints: fraction(70),
  quality: fraction(1),
  delays: fc.nat(9),
});
const maybeFigures = fc.option(figures, { freq: 4 });
const item = fc.record({
  units: fc.integer({ min: 1, max: 60 }).map((top) => rational(top, 5)),
  origin: fc.constantFrom('PLANNED' as const, 'PLANNED' as const, 'UNPLANNED' as const, 'TAKEN_OVER' as const),
  outcome: fc.constantFrom('DONE' as const, 'DONE' as const, 'NOT_DONE' as const, 'HANDED_OVER' as const),
  errors: fc.nat(5),
  delays: fc.nat(5),
});
const input: fc.Arbitrary<ScoreInput> = fc.record({
  role: fc.constant('STAFF' as const),
  general: fraction(30),
  items: fc.array(item, { maxLength: 8 }),
});

const isBetween = (value: Rational, all: readonly Rational[]) =>
  all.some((each) => compare(each, value) <= 0) && all.some((each) => compare(each, value) >= 0);

function toSegment(scored: ScoreInput, workedDays: number): MonthSegment {
  const score = scorePeriod(civilServant, scored);
  if (score.state === 'INSUFFICIENT_DATA') return { ruleSet: civilServant, workedDays, input: scored, figures: null };
  const { total, resultPoints, quality } = score;
  const delays = scored.items.reduce((count, { delays: own }) => count + own, 0);
  return { ruleSet: civilServant, workedDays, input: scored, figures: { total, resultPoints, quality, delays } };
}

function rules(method: SplitMethod) {
  const { source } = civilServant.year.splitPeriod;
  return {
    splitPeriod: { value: method, source },
    minWorkedDays: { value: { kind: 'DAYS', days: 0 } as const, source },
  };
}

const totalOf = (merged: { readonly figures: Figures | null }) => merged.figures?.total ?? null;

describe('a year', () => {
  const twelve = fc.array(maybeFigures, { minLength: 12, maxLength: 12 });

  it('lies between its lowest and its highest month', () => {
    fc.assert(
      fc.property(twelve, (given) => {
        const {
          year: whole_,
          quarters,
          halves,
        } = aggregateYear(
          year,
          months(year).map((period, position) => ({ period, figures: given[position] ?? null })),
        );
        const totals = given.flatMap((each) => (each === null ? [] : [each.total]));
        for (const { mean } of [whole_, ...quarters, ...halves]) {
          if (mean !== null) expect(isBetween(mean.total, totals)).toBe(true);
        }
        expect(whole_.mean === null).toBe(totals.length === 0);
        expect(whole_.counted.length + whole_.leftOut.length).toBe(12);
      }),
    );
  });

  it('does not depend on the order its months come in', () => {
    fc.assert(
      fc.property(twelve, fc.shuffledSubarray([...months(year)], { minLength: 12 }), (given, order) => {
        const of = (periods: readonly (typeof order)[number][]) =>
          aggregateYear(
            year,
            periods.map((period) => ({ period, figures: given[months(year).indexOf(period)] ?? null })),
          );
        expect(of(order)).toEqual(of(months(year)));
      }),
    );
  });

  it('is the same from a quarter’s figure and from that figure in three months, but for the delays', () => {
    fc.assert(
      fc.property(fc.array(maybeFigures, { minLength: 4, maxLength: 4 }), (given) => {
        const quarters = given.map((each, position) => ({
          period: expectOk(parsePeriod(`2026-Q${position + 1}`)),
          figures: each,
        }));
        const spread = quarters.flatMap(({ period, figures: each }) =>
          months(period).map((month) => ({ period: month, figures: each })),
        );
        const [first, second] = [aggregateYear(year, quarters), aggregateYear(year, spread)];
        expect(first.year.mean?.total).toEqual(second.year.mean?.total);
        expect(first.year.mean?.quality).toEqual(second.year.mean?.quality);
        expect((first.year.mean?.delays ?? 0) * 3).toBe(second.year.mean?.delays ?? 0);
      }),
    );
  });
});

describe('a merged month', () => {
  const parts = fc.array(fc.tuple(maybeFigures, fc.nat(15)), { minLength: 2, maxLength: 4 });
  const toSegments = (given: readonly (readonly [Figures | null, number])[]): MonthSegment[] =>
    given.map(([own, workedDays]) => ({ ruleSet: civilServant, workedDays, input: null, figures: own }));

  it('lies between its segments and does not depend on their order', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const merged = mergeMonth(rules('WEIGHT_BY_WORKING_DAYS'), toSegments(given), 22);
        const turned = mergeMonth(rules('WEIGHT_BY_WORKING_DAYS'), toSegments(given.toReversed()), 22);
        expect(turned.figures).toEqual(merged.figures);
        const total = totalOf(merged);
        const totals = given.flatMap(([own]) => (own === null ? [] : [own.total]));
        if (total !== null) expect(isBetween(total, totals)).toBe(true);
      }),
    );
  });

  it('of equal segments is the segment', () => {
    fc.assert(
      fc.property(figures, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), (own, days) => {
        const segments = toSegments(days.map((workedDays) => [own, workedDays] as const));
        for (const method of ['WEIGHT_BY_WORKING_DAYS', 'LAST_UNIT'] as const) {
          expect(totalOf(mergeMonth(rules(method), segments, 22))).toEqual(own.total);
        }
      }),
    );
  });

  it('pooled is the month as if it had never been cut', () => {
    fc.assert(
      fc.property(input, fc.nat(8), fc.integer({ min: 1, max: 21 }), (month, cut, days) => {
        const first = toSegment({ ...month, items: month.items.slice(0, cut) }, days);
        const second = toSegment({ ...month, items: month.items.slice(cut) }, 22 - days);
        const merged = mergeMonth(rules('POOL_ITEMS'), [first, second], 22);
        expect(merged.figures).toEqual(toSegment(month, 22).figures);
      }),
    );
  });
});

describe('a period and a quarter', () => {
  const worsen = (items: readonly ScoreItem[], at: number, kind: 'errors' | 'delays') =>
    items.map((each, position) => (position === at % items.length ? { ...each, [kind]: each[kind] + 1 } : each));

  it('never rise by one more delay or error', () => {
    fc.assert(
      fc.property(input, fc.nat(7), fc.constantFrom('errors' as const, 'delays' as const), (month, at, kind) => {
        const worse = { ...month, items: worsen(month.items, at, kind) };
        const [before, after] = [toSegment(month, 1).figures, toSegment(worse, 1).figures];
        expect(after === null).toBe(before === null);
        if (before !== null && after !== null) expect(compare(after.total, before.total)).toBeLessThanOrEqual(0);
        const other: ScoreInput = { role: 'STAFF', general: whole(20), items: [] };
        const [quarter, poorer] = [month, worse].map((each) => cumulativeQuarter(civilServant, [each, other]));
        if (quarter && poorer) expect(compare(poorer.total, quarter.total)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('lie between 0 and 100, and a quarter of one month repeated is that month', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 3 }), (given) => {
        const quarter = cumulativeQuarter(civilServant, given);
        if (quarter === null) return;
        expect(compare(quarter.total, ZERO) >= 0 && compare(quarter.total, HUNDRED) <= 0).toBe(true);
        const [first] = given;
        if (first === undefined) return;
        expect(cumulativeQuarter(civilServant, [first, first, first])?.total).toEqual(
          toSegment(first, 1).figures?.total,
        );
      }),
    );
  });
});

describe('shares of a product', () => {
  it('leave what they do not take, and never less than nothing', () => {
    fc.assert(
      fc.property(fc.array(fraction(10), { maxLength: 6 }), (shares) => {
        const rest = remainingUnits(whole(30), shares);
        if (rest.ok) expect(compare(rest.value, ZERO)).toBeGreaterThanOrEqual(0);
        else expect(shares.some((share) => compare(share, ZERO) <= 0) || shares.length > 3).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  const day = fc.nat(4_000).map((days) => addDays(expectOk(parseLocalDate('2024-01-01')), days));
  const calendarWith = (days: readonly LocalDate[]) =>
    makeCalendar(days.map((date, position) => ({ date, kind: position % 3 === 0 ? 'WORKING' : 'HOLIDAY' })));

  it('added are as many as are counted back, and end on one', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), day, fc.integer({ min: 1, max: 30 }), (special, from, count) => {
        const calendar = calendarWith(special);
        const last = addWorkingDays(calendar, from, count);
        expect(isWorkingDay(calendar, last)).toBe(true);
        expect(countWorkingDays(calendar, addDays(from, 1), last)).toBe(count);
      }),
    );
  });
});
