import { expect, it } from 'vitest';
import { isYear, periodBefore, rankedPeriods } from './ranked-periods.ts';

it('offers three years and the last twelve months, over the turn of the year', () => {
  expect(rankedPeriods('2026-02-15')).toEqual([
    ...['2026', '2025', '2024', '2026-02', '2026-01', '2025-12', '2025-11', '2025-10'],
    ...['2025-09', '2025-08', '2025-07', '2025-06', '2025-05', '2025-04', '2025-03'],
  ]);
});

it.each([
  ['2026-11', '2026-10'],
  ['2026-01', '2025-12'],
  ['2025-12', '2025-11'],
  ['2026', '2025'],
])('before %s comes %s', (period, expected) => expect(periodBefore(period)).toBe(expected));

it('tells years from months', () => {
  expect(isYear('2026')).toBe(true);
  expect(isYear('2026-11')).toBe(false);
});
