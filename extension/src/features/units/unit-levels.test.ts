import { expect, it } from 'vitest';
import { levelsOfUnit, withoutLevel } from './unit-levels.ts';
import { readUnitsFilter } from './units-filter.ts';

const levels = [
  { level: 'GOOD', count: 7 },
  { level: 'OUTSTANDING', count: 2 },
  { level: 'GOOD', count: 4 },
] as const;

it('adds the groups of a unit up, best level first', () => {
  expect(levelsOfUnit(levels).map(({ level, count }) => [level, count])).toEqual([
    ['OUTSTANDING', 2],
    ['GOOD', 11],
    ['COMPLETED', 0],
    ['NOT_COMPLETED', 0],
  ]);
});

it('counts who has no level, and never fewer than nobody', () => {
  expect(withoutLevel(15, levels)).toBe(2);
  expect(withoutLevel(13, levels)).toBe(0);
  expect(withoutLevel(12, levels)).toBe(0);
});

it('takes months and years, no quarters', () => {
  const defaults = { unit: 'H99', period: '2026-11' };
  expect(readUnitsFilter({ unit: 'H99.01', period: '2026', spread: 'H99.01.02' }, defaults)).toEqual({
    unit: 'H99.01',
    period: '2026',
    spread: 'H99.01.02',
  });
  expect(readUnitsFilter({ period: '2026-Q4' }, defaults)).toEqual({ ...defaults, spread: '' });
});
