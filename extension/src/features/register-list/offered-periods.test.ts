import { expect, it } from 'vitest';
import { offeredPeriods } from './offered-periods.ts';

it('offers nothing that has not begun', () => {
  expect(offeredPeriods('2026-04-01')).toEqual([
    '2026',
    '2025',
    '2024',
    '2026-Q2',
    '2026-Q1',
    '2026-04',
    '2026-03',
    '2026-02',
    '2026-01',
  ]);
});
