import { describe, expect, it } from 'vitest';
import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { parsePeriod } from '../primitives/period.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import {
  addDaysOf,
  addWorkingDays,
  calendarDayShape,
  classificationClock,
  countWorkingDays,
  isInTime,
  isWorkingDay,
  makeCalendar,
  petitionFilingClock,
  petitionResolvingClock,
  syncClock,
  unlistedYears,
} from './calendar.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const year = (text: string) => expectOk(parsePeriod(text));
const holiday = (text: string) => ({ date: day(text), kind: 'HOLIDAY' as const });
const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT').year;
const publicEmployee = getRuleSet('ND233-2026/PUBLIC_EMPLOYEE').year;
const newYear = makeCalendar([holiday('2027-01-01')]);
const noon = (date: LocalDate) => new Date(`${date}T12:00:00+07:00`);

describe('the golden clocks of domain.md 15.6', () => {
  it.each([
    ['C1: a petition of a civil servant', 'WORKING', 7, '2026-12-15', '2026-12-24'],
    ['C2: over New Year', 'WORKING', 7, '2026-12-24', '2027-01-05'],
    ['C3: into the national database', 'CALENDAR', 5, '2026-12-14', '2026-12-19'],
    ['C4: a public employee files', 'CALENDAR', 5, '2026-12-16', '2026-12-21'],
    ['C4: and is answered', 'WORKING', 10, '2026-12-21', '2027-01-05'],
    ['C5: implementing an inspection’s conclusion', 'CALENDAR', 15, '2026-10-05', '2026-10-20'],
    ['C6: a request for data on a Friday', 'WORKING', 2, '2026-11-13', '2026-11-17'],
    ['C7: the same a week later', 'WORKING', 2, '2026-11-20', '2026-11-24'],
  ] as const)('%s', (_name, kind, days, from, expected) => {
    expect(addDaysOf(kind, newYear, day(from), days)).toBe(expected);
  });

  it('C7: a day later where the table marks 24 November as a holiday', () => {
    expect(addWorkingDays(makeCalendar([holiday('2026-11-24')]), day('2026-11-20'), 2)).toBe('2026-11-25');
  });

  it('C1 and C2 by the rule set of civil servants, which states no limit for filing', () => {
    expect(petitionResolvingClock(civilServant.petition, newYear, noon(day('2026-12-15'))).lastDay).toBe('2026-12-24');
    expect(petitionResolvingClock(civilServant.petition, newYear, noon(day('2026-12-24'))).lastDay).toBe('2027-01-05');
    expect(petitionFilingClock(civilServant.petition, newYear, day('2026-12-15'))).toBeNull();
  });

  it('C3 by the rule set', () => {
    expect(syncClock(civilServant, day('2026-12-14'))).toEqual({
      lastDay: '2026-12-19',
      endsAt: new Date('2026-12-19T17:00:00Z'),
      unlistedYears: [],
    });
  });

  it('C4 by the rule set of public employees', () => {
    expect(petitionFilingClock(publicEmployee.petition, newYear, day('2026-12-16'))?.lastDay).toBe('2026-12-21');
    expect(petitionResolvingClock(publicEmployee.petition, newYear, noon(day('2026-12-21'))).lastDay).toBe(
      '2027-01-05',
    );
  });
});

describe('a working day', () => {
  const calendar = makeCalendar([holiday('2026-09-02'), { date: day('2026-09-05'), kind: 'WORKING' }]);
  it.each([
    ['2026-08-31', true], // Monday
    ['2026-09-01', true], // Tuesday
    ['2026-09-02', false], // a holiday
    ['2026-09-03', true], // Thursday
    ['2026-09-04', true], // Friday
    ['2026-09-05', true], // a Saturday worked instead
    ['2026-09-06', false], // Sunday
    ['2026-09-12', false], // Saturday
  ] as const)('%s: %s', (date, expected) => {
    expect(isWorkingDay(calendar, day(date))).toBe(expected);
  });

  it('is counted with both ends', () => {
    expect(countWorkingDays(calendar, day('2026-08-31'), day('2026-09-06'))).toBe(5);
    expect(countWorkingDays(calendar, day('2026-09-04'), day('2026-09-04'))).toBe(1);
    expect(countWorkingDays(calendar, day('2026-09-06'), day('2026-09-06'))).toBe(0);
    expect(countWorkingDays(calendar, day('2026-09-05'), day('2026-09-04'))).toBe(0);
  });

  it('is none after none: the day itself, be it a Sunday', () => {
    expect(addWorkingDays(calendar, day('2026-09-06'), 0)).toBe('2026-09-06');
    expect(addWorkingDays(calendar, day('2026-09-06'), 1)).toBe('2026-09-07');
  });

  it('takes the later of two entries for one day', () => {
    const twice = makeCalendar([holiday('2026-09-03'), { date: day('2026-09-03'), kind: 'WORKING' }]);
    expect(isWorkingDay(twice, day('2026-09-03'))).toBe(true);
  });
});

describe('a petition', () => {
  const limit = petitionFilingClock(publicEmployee.petition, newYear, day('2026-12-16'));

  it.each([
    ['2026-12-21T23:59:00+07:00', true],
    ['2026-12-21T23:59:59.999+07:00', true],
    ['2026-12-22T00:00:00+07:00', false],
    ['2026-12-22T00:01:00+07:00', false],
    ['2026-12-21T17:00:00Z', false],
    ['2026-12-21T16:59:59Z', true],
  ])('filed at %s is in time: %s', (at, expected) => {
    expect(isInTime(limit, new Date(at))).toBe(expected);
  });

  it('is in time whenever it comes where the law sets no limit', () => {
    expect(isInTime(null, new Date('2030-01-01T00:00:00Z'))).toBe(true);
  });

  it('filed on a holiday is received that day and counted from the next working day', () => {
    const clock = petitionResolvingClock(civilServant.petition, newYear, new Date('2027-01-01T09:00:00+07:00'));
    expect(clock.lastDay).toBe('2027-01-12');
  });

  it('filed after midnight in Viet Nam is received on the new day, whatever the day in UTC', () => {
    const received = (at: string) => petitionResolvingClock(civilServant.petition, newYear, new Date(at)).lastDay;
    expect([received('2026-12-14T16:59:59Z'), received('2026-12-14T17:00:00Z')]).toEqual(['2026-12-23', '2026-12-24']);
  });

  it('says of which years no holiday is known', () => {
    const clock = petitionResolvingClock(civilServant.petition, newYear, noon(day('2026-12-24')));
    expect(clock.unlistedYears).toEqual([2026]);
    expect(clock.endsAt).toEqual(new Date('2027-01-05T17:00:00Z'));
    expect(petitionFilingClock(publicEmployee.petition, newYear, day('2026-12-16'))?.unlistedYears).toEqual([]);
    const complete = makeCalendar([holiday('2026-09-02'), holiday('2027-01-01')]);
    expect(unlistedYears(complete, day('2026-12-24'), day('2027-01-05'))).toEqual([]);
    expect(unlistedYears(complete, day('2025-12-24'), day('2028-01-05'))).toEqual([2025, 2028]);
    expect(unlistedYears(complete, day('2029-01-01'), day('2028-01-05'))).toEqual([]);
  });
});

describe('the end of the year’s classification', () => {
  it('is the day before the one the law names', () => {
    const { deadlines } = civilServant;
    expect(classificationClock(deadlines, year('2026')).lastDay).toBe('2026-12-14');
    expect(classificationClock(deadlines, year('2026'), 'SPECIAL').lastDay).toBe('2027-01-14');
    expect(classificationClock(deadlines, year('2026'))).toEqual({
      lastDay: '2026-12-14',
      endsAt: new Date('2026-12-14T17:00:00Z'),
      unlistedYears: [],
    });
  });
});

describe('a calendar entry', () => {
  const entry = { date: '2027-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch', certainty: 'VERIFIED' };

  it('needs a day that exists', () => {
    expect(calendarDayShape.parse(entry)).toEqual({ ...entry, source: null });
    expect(calendarDayShape.parse({ ...entry, source: 'Luật' }).source).toBe('Luật');
    const issues = calendarDayShape.safeParse({ ...entry, date: '2027-02-30' }).error?.issues;
    expect(issues?.map(({ path, message }) => [path, message])).toEqual([[['date'], 'NOT_A_DATE']]);
  });

  it.each([
    { kind: 'DAY_OFF' },
    { name: ' ' },
    { certainty: 'SURE' },
    { source: '' },
    { source: 'x'.repeat(301) },
    { name: 'x'.repeat(201) },
  ])('refuses %j', (part) => {
    expect(calendarDayShape.safeParse({ ...entry, ...part }).success).toBe(false);
  });
});
