import { describe, expect, it } from 'vitest';
import { months, type Period, parsePeriod } from '../primitives/period.ts';
import { parseRational, rational, toDisplay, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { levelOf } from '../scoring/level-of.ts';
import { meanFigures } from './figures.ts';
import { goldenYears } from './scenarios/golden-years.scenarios.ts';
import { aggregateYear, type PeriodFigures } from './year.ts';

const period = (text: string) => expectOk(parsePeriod(text));
const year = period('2026');
const figuresOf = (total: string) => ({
  total: expectOk(parseRational(total)),
  resultPoints: whole(60),
  quality: rational(9, 10),
  delays: 1,
});

/** "94 – Q80 …" from January on; a quarter takes three months. */
function readMonths(text: string): PeriodFigures[] {
  const given: PeriodFigures[] = [];
  let left: readonly Period[] = months(year);
  for (const word of text.split(' ')) {
    const [month] = left;
    if (month === undefined) throw new Error('more than twelve months');
    const isQuarter = word.startsWith('Q');
    const at = isQuarter ? period(`2026-Q${(12 - left.length) / 3 + 1}`) : month;
    given.push({ period: at, figures: word === '–' ? null : figuresOf(isQuarter ? word.slice(1) : word) });
    left = left.slice(isQuarter ? 3 : 1);
  }
  return given;
}

const total = (mean: { total: { toString(): string } } | null) => (mean === null ? null : String(mean.total));

describe('the golden years of domain.md 15.2', () => {
  it.each(goldenYears.map((golden) => [golden.id, golden.exercises, golden] as const))(
    '%s: %s',
    (_id, _what, golden) => {
      const { year: whole } = aggregateYear(year, readMonths(golden.months));
      const mean = whole.mean?.total;
      if (mean === undefined) throw new Error('a golden year has a figure');
      expect([toText(mean), levelOf(mean), whole.leftOut.length]).toEqual([
        golden.mean,
        golden.level,
        golden.leftOut ?? 0,
      ]);
      if (golden.display !== undefined) expect(toDisplay(mean)).toBe(golden.display);
    },
  );

  it('A1: its quarters and halves', () => {
    const { quarters, halves } = aggregateYear(year, readMonths('94.5 91 88 90 92 95 89 93 90 91 90 92'));
    expect(quarters.map(({ mean }) => total(mean))).toEqual(['547/6', '277/3', '272/3', '91']);
    expect(halves.map(({ mean }) => total(mean))).toEqual(['367/4', '545/6']);
  });
});

describe('a year', () => {
  it('has twelve months in order, whatever the order they come in', () => {
    const given = [
      { period: period('2026-Q3'), figures: figuresOf('80') },
      { period: period('2026-02'), figures: figuresOf('70') },
    ];
    const { months: all, year: whole, quarters } = aggregateYear(year, given);
    expect(all.map(({ period: month }) => month)).toEqual(months(year));
    expect(whole.counted).toEqual(['2026-02', '2026-07', '2026-08', '2026-09']);
    expect(whole.leftOut.slice(0, 3)).toEqual(['2026-01', '2026-03', '2026-04']);
    expect(whole.leftOut).toHaveLength(8);
    expect(total(whole.mean)).toBe('155/2');
    expect(quarters.map(({ mean }) => total(mean))).toEqual(['70', null, '80', null]);
    expect(aggregateYear(year, given.toReversed())).toEqual({
      months: all,
      year: whole,
      quarters,
      halves: expect.anything(),
    });
  });

  it('has no figure where no month has one', () => {
    const { year: whole } = aggregateYear(year, [{ period: period('2026-03'), figures: null }]);
    expect(whole.mean).toBeNull();
    expect(whole.leftOut).toHaveLength(12);
  });

  it('means result points and quality like the total, and sums delays, a quarter’s once', () => {
    const good = { total: whole(95), resultPoints: whole(70), quality: whole(1), delays: 0 };
    const poor = { total: whole(60), resultPoints: whole(40), quality: rational(1, 2), delays: 3 };
    const { year: mean } = aggregateYear(year, [
      { period: period('2026-Q1'), figures: poor },
      { period: period('2026-04'), figures: good },
    ]);
    expect(mean.mean).toEqual({
      total: rational(275, 4),
      resultPoints: rational(190, 4),
      quality: rational(5, 8),
      delays: 3,
    });
  });

  it.each([
    ['a month twice', ['2026-03', '2026-03'], '2026-03 is foreign to 2026 or given twice'],
    ['a month within a quarter given too', ['2026-Q1', '2026-03'], '2026-03 is foreign to 2026 or given twice'],
    ['a month of another year', ['2025-12'], '2025-12 is foreign to 2026'],
    ['a quarter of another year', ['2027-Q1'], '2027-01 is foreign to 2026'],
    ['the year itself', ['2026'], '2026 is neither a month nor a quarter'],
  ])('refuses %s', (_name, periods, message) => {
    const given = periods.map((text) => ({ period: period(text), figures: null }));
    expect(() => aggregateYear(year, given)).toThrow(RangeError);
    expect(() => aggregateYear(year, given)).toThrow(message);
  });
});

describe('a weighted mean', () => {
  it('A3: June by days worked', () => {
    const june = meanFigures([
      { figures: figuresOf('84'), weight: 8 },
      { figures: figuresOf('92'), weight: 14 },
    ]);
    expect(total(june)).toBe('980/11');
    expect(june?.delays).toBe(2);
  });

  it('is none without weight', () => {
    expect(meanFigures([])).toBeNull();
    expect(meanFigures([{ figures: figuresOf('84'), weight: 0 }])).toBeNull();
  });
});
