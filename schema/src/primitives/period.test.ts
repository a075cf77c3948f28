import { describe, expect, it } from 'vitest';
import { parseLocalDate } from './local-date.ts';
import { contains, firstDay, kindOf, lastDay, months, next, parsePeriod, periodOf, previous } from './period.ts';
import { expectOk } from './result.ts';

const period = (text: string) => expectOk(parsePeriod(text));
const day = (text: string) => expectOk(parseLocalDate(text));

describe('a period', () => {
  it.each([
    ['2026-10', 'MONTH', '2026-10-01', '2026-10-31', '2026-09', '2026-11', 1],
    ['2026-12', 'MONTH', '2026-12-01', '2026-12-31', '2026-11', '2027-01', 1],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29', '2024-01', '2024-03', 1],
    ['2026-Q4', 'QUARTER', '2026-10-01', '2026-12-31', '2026-Q3', '2027-Q1', 3],
    ['2026-Q1', 'QUARTER', '2026-01-01', '2026-03-31', '2025-Q4', '2026-Q2', 3],
    ['2026', 'YEAR', '2026-01-01', '2026-12-31', '2025', '2027', 12],
  ])('%s is a %s from %s to %s', (text, kind, first, last, before, after, count) => {
    const value = period(text);
    expect([kindOf(value), firstDay(value), lastDay(value)]).toEqual([kind, first, last]);
    expect([previous(value), next(value), months(value).length]).toEqual([before, after, count]);
  });

  it.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '2026-1', '26-10', '2026-10-01', '0000', ''])(
    'is not %j',
    (text) => {
      expect(parsePeriod(text)).toEqual({ ok: false, error: 'NOT_A_PERIOD' });
    },
  );

  it('contains its first and last day and nothing beside them', () => {
    const value = period('2026-Q4');
    expect(['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((text) => contains(value, day(text)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is found from a day', () => {
    const date = day('2026-11-22');
    expect([periodOf(date), periodOf(date, 'QUARTER'), periodOf(date, 'YEAR')]).toEqual(['2026-11', '2026-Q4', '2026']);
  });

  it('lists the months of a quarter in order', () => {
    expect(months(period('2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
  });
});
