import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../evaluation/level.ts';
import { compare, parseRational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { awardsWeight, LEVEL_POINTS, overYears, type RankedYear, yearsBasis } from './over-years.ts';
import { rankRows, YEAR_ORDER, type YearFigures } from './rank-rows.ts';

const CS = 'ND335-2025/CIVIL_SERVANT';
const year = (level: RankedYear['level'], mean: string | null, family = CS): RankedYear => ({
  year: 2026,
  level,
  mean: mean === null ? null : expectOk(parseRational(mean)),
  family,
});

describe('several years as one figure', () => {
  it('is the mean where every year of everybody is of one family', () => {
    const years = [year('GOOD', '80'), year('OUTSTANDING', '91.5')];
    expect(yearsBasis([{ years }], CS)).toBe('MEAN');
    const { value, counted, asked } = overYears(years, 'MEAN');
    expect([value === null ? null : toText(value), counted, asked]).toEqual(['343/4', 2, 2]);
  });

  it('goes by level for the whole group as soon as one year of one person is of another regime', () => {
    const mixed = [{ years: [year('GOOD', '80')] }, { years: [year('GOOD', '80'), year('GOOD', '95', 'ND90-2020')] }];
    expect(yearsBasis(mixed, CS)).toBe('LEVEL_POINTS');
    expect(overYears(mixed[1]?.years ?? [], 'LEVEL_POINTS').value).toEqual(whole(3));
  });

  it('goes by level where a regime gives no points', () => {
    expect(yearsBasis([{ years: [year('GOOD', null)] }], CS)).toBe('LEVEL_POINTS');
  });

  it('counts a year that was not classified in neither basis', () => {
    const years = [year('OUTSTANDING', '92'), year(null, null, 'ND90-2020')];
    expect(yearsBasis([{ years }], CS)).toBe('MEAN');
    for (const basis of ['MEAN', 'LEVEL_POINTS'] as const)
      expect(overYears(years, basis)).toMatchObject({ counted: 1, asked: 2 });
    expect(overYears([year(null, null)], 'MEAN')).toEqual({ value: null, counted: 0, asked: 1 });
  });

  it('lies between the least and the most a level counts', () => {
    const someYears = fc.array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(someYears, (levels) => {
        const { value } = overYears(
          levels.map((level) => year(level, null)),
          'LEVEL_POINTS',
        );
        if (value === null) throw new Error('a year counts');
        expect(compare(value, whole(Math.min(...levels.map((level) => LEVEL_POINTS[level]))))).toBeGreaterThanOrEqual(
          0,
        );
        expect(compare(value, whole(Math.max(...levels.map((level) => LEVEL_POINTS[level]))))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('titles in a ranking', () => {
  it.each([
    [[], 0],
    [['LDTT'], 1],
    [['LDTT', 'LDTT', 'CSTDCS'], 4],
    [['CSTD_TQ', 'BANG_KHEN_TT'], 14],
    [['KNC', 'toString'], 0],
  ])('%j weigh %i', (titles, weight) => expect(awardsWeight(titles)).toBe(weight));
});

describe('ranking a decided year', () => {
  const row = (name: string, over: Partial<YearFigures> = {}) => ({
    name,
    level: 'GOOD' as const,
    years: whole(80),
    resultPoints: whole(60),
    awards: 0,
    delays: 0,
    ...over,
  });

  it.each([
    ['LEVEL', row('first', { level: 'OUTSTANDING', years: whole(1) }), row('second', { years: whole(99) })],
    ['YEARS', row('first', { years: whole(81), resultPoints: null }), row('second')],
    ['YEARS', row('first', { years: whole(0) }), row('second', { years: null })],
    ['RESULT_POINTS', row('first', { resultPoints: whole(61) }), row('second', { awards: 9 })],
    ['AWARDS', row('first', { awards: 1, delays: 5 }), row('second')],
    ['DELAYS', row('first', { delays: 1 }), row('second', { delays: 2 })],
  ] as const)('decides by %s before the keys after it', (key, better, worse) => {
    for (const rows of [
      [better, worse],
      [worse, better],
    ]) {
      const ranked = rankRows(YEAR_ORDER, rows);
      expect(ranked.map(({ row: { name }, rank }) => [name, rank])).toEqual([
        ['first', 1],
        ['second', 2],
      ]);
      expect(ranked[1]?.decidingKey).toBe(key);
    }
  });

  it('counts on from the rows before a page, and shares ranks within it', () => {
    const ranked = rankRows(YEAR_ORDER, [row('b'), row('a', { awards: 2 }), row('c')], { before: 50 });
    expect(ranked.map(({ row: { name }, rank }) => [name, rank])).toEqual([
      ['a', 51],
      ['b', 52],
      ['c', 52],
    ]);
  });

  it('lets two people without a figure share a rank', () => {
    const ranked = rankRows(YEAR_ORDER, [row('a', { years: null }), row('b', { years: null })]);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 1]);
  });
});
