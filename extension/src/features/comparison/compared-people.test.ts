import { expect, it } from 'vitest';
import { mayCompare, readComparisonFilter, writeComparisonFilter } from './compared-people.ts';

const defaults = { period: '2026-11' };

it.each([
  { people: ['CB001', 'CB002'], period: '2026', years: 3, byLevel: false },
  { people: ['A', 'B', 'C', 'D', 'E', 'F'], period: '2026-10', years: 5, byLevel: true },
  { people: [], period: '2026-11', years: 1, byLevel: false },
])('reads back what it wrote: %j', (filter) => {
  expect(readComparisonFilter(writeComparisonFilter(filter), defaults)).toEqual(filter);
});

it('takes each person once and six at most, and the defaults for what is mangled', () => {
  const filters = { people: ' A,B,,A, C,D,E,F,G', period: '2026-Q4', years: '9', byLevel: 'maybe' };
  expect(readComparisonFilter(filters, defaults)).toEqual({
    people: ['A', 'B', 'C', 'D', 'E', 'F'],
    period: '2026-11',
    years: 3,
    byLevel: false,
  });
});

it.each([
  [1, false],
  [2, true],
  [6, true],
  [7, false],
])('compares %i people: %s', (count, expected) => expect(mayCompare(count)).toBe(expected));
