import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareLocalDates,
  daysBetween,
  isLocalDate,
  parseLocalDate,
  startOfDay,
  toLocalDate,
  toVietnameseDate,
} from './local-date.ts';
import { expectOk } from './result.ts';

const day = (text: string) => expectOk(parseLocalDate(text));

describe('a local date', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '22/11/2026',
    '2026-11-22T00:00:00Z',
    '0000-01-01',
    '',
    '2026-11-22\n',
  ])('is not %j', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, error: 'NOT_A_DATE' });
  });

  it.each([
    ['2026-03-10', 12, '2027-03-10'],
    ['2026-03-10', 24, '2028-03-10'],
    ['2021-06-15', 120, '2031-06-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('begins at midnight in Viet Nam, seven hours before UTC', () => {
    expect(toLocalDate(Date.UTC(2026, 10, 21, 16, 59, 59, 999))).toBe('2026-11-21');
    expect(toLocalDate(new Date(Date.UTC(2026, 10, 21, 17)))).toBe('2026-11-22');
    expect(startOfDay(day('2026-11-22')).toISOString()).toBe('2026-11-21T17:00:00.000Z');
  });

  it('is counted across months and leap years', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(daysBetween(day('2026-12-31'), day('2027-01-01'))).toBe(1);
    expect(daysBetween(day('2027-01-01'), day('2026-12-31'))).toBe(-1);
  });

  it('sorts by time', () => {
    expect([
      compareLocalDates(day('2026-09-30'), day('2026-10-01')),
      compareLocalDates(day('2026-10-01'), day('2026-10-01')),
    ]).toEqual([-1, 0]);
  });

  it('is written day first on Vietnamese forms', () => {
    expect(toVietnameseDate(day('2026-03-10'))).toBe('10/03/2026');
  });
});
