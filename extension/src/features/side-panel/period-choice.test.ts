import { expect, it } from 'vitest';
import { monthsBackFrom } from './PeriodChoice.tsx';

it('lists a month and those before it over the turn of the year, newest first', () => {
  expect(monthsBackFrom('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});
