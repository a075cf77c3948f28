import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { DelayUnit, YearRules } from '../scoring/year-rules.ts';
import { countDelays, delaysOf } from './delays.ts';

const day = (text: string) => expectOk(parseLocalDate(`2026-${text}`));
const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT').year;

/** The law's rules but for what is given. */
function rules(
  timeliness: YearRules['timeliness']['value'],
  extension: YearRules['extension']['value'],
  delayUnit: DelayUnit = { unit: 'PER_MISSED_DEADLINE' },
) {
  const { source } = civilServant.timeliness;
  return {
    timeliness: { value: timeliness, source },
    extension: { value: extension, source },
    delayUnit: { value: delayUnit, source },
  };
}

/** "10-05>10-20": a deadline of 20 October given on the 5th. */
function task(deadline: string, extensions: readonly string[], submitted: string | null, accepted: string | null) {
  return {
    deadline: day(deadline),
    extensions: extensions.map((text) => {
      const [givenOn = '', until = ''] = text.split('>');
      return { givenOn: day(givenOn), deadline: day(until) };
    }),
    firstSubmittedOn: submitted === null ? null : day(submitted),
    acceptedOn: accepted === null ? null : day(accepted),
  };
}

describe('the delays of a task', () => {
  const first = rules('FIRST_SUBMISSION', 'MOVES_DEADLINE');
  const accepted = rules('ACCEPTED', 'MOVES_DEADLINE');
  const costly = rules('FIRST_SUBMISSION', 'COUNTS_AS_DELAY');
  const perFive = rules('FIRST_SUBMISSION', 'MOVES_DEADLINE', { unit: 'PER_N_DAYS', days: 5 });

  it.each([
    ['on the deadline', first, task('10-10', [], '10-10', null), 0],
    ['a day after', first, task('10-10', [], '10-11', null), 1],
    ['submitted in time, accepted late', first, task('10-10', [], '10-09', '10-20'), 0],
    ['the same by acceptance', accepted, task('10-10', [], '10-09', '10-20'), 1],
    ['not accepted yet, by acceptance, overdue today', accepted, task('10-10', [], '10-09', null), 1],
    ['not submitted, not due', first, task('11-30', [], null, null), 0],
    ['not submitted, due today', first, task('11-22', [], null, null), 0],
    ['not submitted, overdue', first, task('11-21', [], null, null), 1],
    ['extended in time', first, task('10-10', ['10-10>10-20'], '10-20', null), 0],
    ['extended in time and still late', first, task('10-10', ['10-05>10-20'], '10-21', null), 1],
    ['extended in time where that costs', costly, task('10-10', ['10-10>10-20'], '10-20', null), 1],
    [
      'extended twice where that costs, and late',
      costly,
      task('10-10', ['10-05>10-20', '10-20>10-25'], '10-26', null),
      3,
    ],
    ['extended too late', first, task('10-10', ['10-11>10-20'], '10-20', null), 1],
    [
      'extended too late where extensions cost: the missed deadline, once',
      costly,
      task('10-10', ['10-11>10-20'], '10-20', null),
      1,
    ],
    ['a rework whose deadline is missed too', first, task('10-10', ['10-15>10-20'], '10-21', null), 2],
    ['seven days by five', perFive, task('10-10', [], '10-17', null), 2],
    ['extended after seven days by five', perFive, task('10-10', ['10-17>10-20'], '10-20', null), 2],
  ] as const)('%s', (_name, law, dates, expected) => {
    expect(delaysOf(law, dates, day('11-22'))).toBe(expected);
  });
});

describe('a delay', () => {
  const bands: DelayUnit = {
    unit: 'PER_BAND',
    bands: [
      { fromDays: 10, delays: 3 },
      { fromDays: 1, delays: 1 },
      { fromDays: 5, delays: 2 },
    ],
  };
  const fromThird: DelayUnit = { unit: 'PER_BAND', bands: [{ fromDays: 3, delays: 1 }] };
  const perFive: DelayUnit = { unit: 'PER_N_DAYS', days: 5 };

  it.each([
    [{ unit: 'PER_MISSED_DEADLINE' }, 0, 0],
    [{ unit: 'PER_MISSED_DEADLINE' }, 1, 1],
    [{ unit: 'PER_MISSED_DEADLINE' }, 40, 1],
    [{ unit: 'PER_MISSED_DEADLINE' }, -3, 0],
    [perFive, 0, 0],
    [perFive, 1, 1],
    [perFive, 5, 1],
    [perFive, 6, 2],
    [perFive, -1, 0],
    [bands, 0, 0],
    [bands, 1, 1],
    [bands, 4, 1],
    [bands, 5, 2],
    [bands, 9, 2],
    [bands, 10, 3],
    [bands, 99, 3],
    [fromThird, 2, 0],
    [fromThird, 3, 1],
  ] as const)('%j, %d days late: %d', (unit, daysLate, expected) => {
    expect(countDelays(unit, daysLate)).toBe(expected);
  });
});
