import { describe, expect, it } from 'vitest';
import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { CLOCK_TABLE, getTerm, TERM_NAMES } from './clock-table.ts';
import {
  conclusionClock,
  dataAnswerClock,
  dataCarryOutClock,
  dataExtensionLimit,
  followUpClock,
  implementingClock,
} from './register-clocks.ts';
import { makeCalendar } from './work-calendar.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const noon = (date: LocalDate) => new Date(`${date}T12:00:00+07:00`);

describe('the clocks of inspections (domain.md 10)', () => {
  it('C5: a conclusion received on 05/10/2026 is implemented by 20/10/2026', () => {
    expect(implementingClock(day('2026-10-05'), false)).toMatchObject({
      lastDay: '2026-10-20',
      endsAt: new Date('2026-10-20T17:00:00Z'),
      unlistedYears: [],
      source: { clause: 'art. 53(1)', certainty: 'VERIFIED' },
    });
  });

  it('give the Government Inspectorate twice the time', () => {
    expect(implementingClock(day('2026-10-05'), true).lastDay).toBe('2026-11-04');
    expect([false, true].map((byGovernment) => conclusionClock(day('2026-10-05'), byGovernment).lastDay)).toEqual([
      '2026-10-20',
      '2026-11-04',
    ]);
  });

  it('count a recommendation’s follow-up, which no law does', () => {
    expect(followUpClock(day('2026-11-20'))).toMatchObject({
      lastDay: '2026-12-05',
      source: { certainty: 'RECALLED' },
    });
  });
});

describe('the clocks of personal data (domain.md 13)', () => {
  const ordinary = makeCalendar([]);

  it('C6: a request of Friday 13/11/2026 is answered by 17/11/2026', () => {
    expect(dataAnswerClock(ordinary, noon(day('2026-11-13'))).lastDay).toBe('2026-11-17');
  });

  it('C7: one of Friday 20/11/2026 by the 24th, by the 25th where the 24th is a holiday', () => {
    const marked = makeCalendar([{ date: day('2026-11-24'), kind: 'HOLIDAY' }]);
    expect(dataAnswerClock(ordinary, noon(day('2026-11-20')))).toMatchObject({
      lastDay: '2026-11-24',
      unlistedYears: [2026],
    });
    expect(dataAnswerClock(marked, noon(day('2026-11-20')))).toMatchObject({
      lastDay: '2026-11-25',
      unlistedYears: [],
    });
  });

  it.each([
    ['ACCESS', false, '2026-11-11'],
    ['CORRECTION', false, '2026-11-11'],
    ['OBJECTION', false, '2026-11-11'],
    ['RESTRICTION', false, '2026-11-16'],
    ['WITHDRAWAL', false, '2026-11-16'],
    ['ACCESS', true, '2026-11-21'],
    ['RESTRICTION', true, '2026-11-21'],
  ] as const)('%s, third parties %s: carried out by %s', (kind, thirdParties, lastDay) => {
    expect(dataCarryOutClock(kind, thirdParties, day('2026-11-01')).lastDay).toBe(lastDay);
  });

  it('extend once by 15 days', () => {
    expect(dataExtensionLimit(day('2026-11-16')).lastDay).toBe('2026-12-01');
  });
});

describe('the table of terms', () => {
  it('has each name once, longer than nothing and with its source', () => {
    expect(CLOCK_TABLE.map(({ name }) => name).toSorted()).toEqual([...TERM_NAMES].toSorted());
    for (const { count, source } of CLOCK_TABLE) expect([count > 0, source.instrument !== '']).toEqual([true, true]);
  });

  it('of an office counts in its own kind of days, and lacks nothing', () => {
    const own = [{ ...getTerm(CLOCK_TABLE, 'FOLLOW_UP'), count: 10, unit: 'WORKING_DAY' as const }];
    expect(followUpClock(day('2026-11-20'), own)).toMatchObject({ lastDay: '2026-12-04', unlistedYears: [2026] });
    expect(implementingClock(day('2026-10-05'), false, own).lastDay).toBe('2026-10-20');
    const months = [{ ...getTerm(CLOCK_TABLE, 'FOLLOW_UP'), count: 1, unit: 'MONTH' as const }];
    expect(followUpClock(day('2026-11-20'), months).lastDay).toBe('2026-12-20');
  });
});
