import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/work-calendar.ts';
import { parseLocalDate } from '../primitives/local-date.ts';
import { parsePeriod } from '../primitives/period.ts';
import { rational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { type AbsenceKind, countWorkedDays, serviceOfYear, workingMonths } from './service-time.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const calendar = makeCalendar([{ date: day('2026-09-02'), kind: 'HOLIDAY' }]);
const year = workingMonths(calendar, expectOk(parsePeriod('2026')));
const rules = getRuleSet('ND335-2025/CIVIL_SERVANT').year;

/** "2026-08-01..", "..": open ends. */
function span(text: string) {
  const [from = '', to = ''] = text.split('..');
  return { from: day(from === '' ? '2000-01-01' : from), to: to === '' ? null : day(to) };
}

function absence(text: string) {
  const [kind = '', dates = ''] = text.split(' ');
  return { kind: kind as AbsenceKind, ...span(dates) };
}

const answer = (service: readonly string[], absences: readonly string[]) => {
  const { workedMonths, leave } = serviceOfYear(rules, year, service.map(span), absences.map(absence));
  return [workedMonths, leave];
};

describe('the time worked in a year', () => {
  it.each([
    ['the whole year', ['..'], [], 12, 'NONE'],
    ['A5: recruited on 1 August', ['2026-08-01..'], [], 5, 'NONE'],
    ['A6: unpaid leave of five months', ['..'], ['UNPAID 2026-01-01..2026-05-31'], 7, 'UNPAID'],
    ['A7: unpaid leave of seven months', ['..'], ['UNPAID 2026-06-01..2026-12-31'], 5, 'UNPAID'],
    ['A4: maternity leave from May on', ['..'], ['MATERNITY 2026-05-01..2026-12-31'], 4, 'SICK_OR_MATERNITY'],
    ['maternity leave that still lasts', ['..'], ['MATERNITY 2026-05-01..'], 4, 'SICK_OR_MATERNITY'],
    ['R-SP-9: ill on the day of classification', ['..'], ['SICK 2026-12-10..2026-12-16'], 12, 'SICK_OR_MATERNITY'],
    ['ill for a day after late recruitment', ['2026-08-01..'], ['SICK 2026-09-10..2026-09-10'], 5, 'NONE'],
    ['on maternity leave after late recruitment', ['2026-08-01..'], ['MATERNITY 2026-09-01..'], 1, 'NONE'],
    ['recruited in June and on maternity leave', ['2026-06-01..'], ['MATERNITY 2026-09-01..'], 3, 'SICK_OR_MATERNITY'],
    ['recruited in July and on maternity leave', ['2026-07-01..'], ['MATERNITY 2026-09-01..'], 2, 'SICK_OR_MATERNITY'],
    [
      'unpaid leave of seven months and a day of illness',
      ['..'],
      ['UNPAID 2026-06-01..', 'SICK 2026-03-03..2026-03-03'],
      5,
      'UNPAID',
    ],
    ['leave of another year', ['..'], ['UNPAID 2025-01-01..2025-12-31', 'SICK 2027-01-01..'], 12, 'NONE'],
    ['another absence', ['..'], ['OTHER 2026-03-01..2026-03-31'], 11, 'NONE'],
    ['a transfer without a gap', ['..2026-06-10', '2026-06-11..'], [], 12, 'NONE'],
    ['left in June', ['..2026-06-15'], [], 6, 'NONE'],
    ['left a day before half of June', ['..2026-06-14'], [], 5, 'NONE'],
    ['never in service', ['2027-01-01..'], [], 0, 'NONE'],
    ['no assignment', [], ['SICK 2026-01-01..'], 0, 'NONE'],
  ] as const)('%s', (_name, service, absences, workedMonths, leave) => {
    expect(answer(service, absences)).toEqual([workedMonths, leave]);
  });

  it('says of each month how much of it was worked', () => {
    const { months } = serviceOfYear(rules, year, [span('2026-09-01..')], [absence('UNPAID 2026-10-08..2026-10-30')]);
    expect(months.slice(7, 10)).toEqual([
      { period: '2026-08', workingDays: 21, workedDays: 0, isWorked: false },
      { period: '2026-09', workingDays: 21, workedDays: 21, isWorked: true },
      { period: '2026-10', workingDays: 22, workedDays: 5, isWorked: false },
    ]);
  });

  it('never takes a month without a day for worked, be the least none', () => {
    const none = { ...rules, minWorkedDays: { ...rules.minWorkedDays, value: { kind: 'DAYS', days: 0 } as const } };
    expect(serviceOfYear(none, year, [span('2026-12-31..')], []).workedMonths).toBe(1);
  });

  it('follows the rule set’s own least share', () => {
    const value = { kind: 'SHARE', share: rational(1, 1) } as const;
    const strict = { ...rules, minWorkedDays: { ...rules.minWorkedDays, value } };
    expect(serviceOfYear(strict, year, [span('..')], [absence('SICK 2026-03-03..2026-03-03')]).workedMonths).toBe(11);
  });
});

describe('worked days', () => {
  const september = year[8]?.days ?? [];

  it('leave out weekends, holidays and absences, and count a day once', () => {
    expect(september).toHaveLength(21);
    expect(september).not.toContain('2026-09-02');
    const twice = [span('2026-09-01..2026-09-20'), span('2026-09-10..2026-09-30')];
    expect(countWorkedDays(september, twice, [])).toBe(21);
    expect(countWorkedDays(september, twice, [span('2026-09-01..2026-09-04'), span('2026-09-03..2026-09-07')])).toBe(
      17,
    );
  });
});
