import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { causeOf, countedDisciplines, type ViolationAct } from './disciplines.ts';

const day = (text: string) => expectOk(parseLocalDate(text));

function act(part: Partial<Record<'agency' | 'from' | 'to', string>> & { counted?: number } = {}): ViolationAct {
  return {
    id: 'act',
    agency: part.agency ?? 'here',
    actFrom: day(part.from ?? '2026-03-01'),
    actTo: part.to === undefined ? null : day(part.to),
    relatedToDuty: true,
    degradation: false,
    countedYear: part.counted ?? null,
  };
}

const decided = (...days: string[]) => days.map((decidedOn) => ({ actId: 'act', decidedOn: day(decidedOn) }));
const here = 'here';

describe('an act and the year it lowers', () => {
  it.each([
    ['R-SP-3: disciplined in the year', act(), decided('2026-06-01'), 2026, 'COUNTED', 2026],
    ['not in another year', act(), decided('2026-06-01'), 2027, 'COUNTED_IN_OTHER_YEAR', 2026],
    ['done last year, disciplined in this', act({ from: '2025-11-01' }), decided('2026-06-01'), 2026, 'COUNTED', 2026],
    [
      'L3: Party in 2026, administration in 2027, seen in 2026',
      act(),
      decided('2027-02-10', '2026-11-20'),
      2026,
      'COUNTED',
      2026,
    ],
    ['L3: the same seen in 2027', act(), decided('2026-11-20', '2027-02-10'), 2027, 'COUNTED_IN_OTHER_YEAR', 2026],
    [
      'L3: the same once 2026 has counted it',
      act({ counted: 2026 }),
      decided('2026-11-20', '2027-02-10'),
      2027,
      'COUNTED_IN_OTHER_YEAR',
      2026,
    ],
    [
      'L4: counted in 2026 without a decision, decided in 2027',
      act({ counted: 2026 }),
      decided('2027-03-01'),
      2027,
      'COUNTED_IN_OTHER_YEAR',
      2026,
    ],
    ['L4: the year that counted it still does', act({ counted: 2026 }), [], 2026, 'COUNTED', 2026],
    [
      'L5: done at the old unit, disciplined at the new',
      act({ agency: 'old' }),
      decided('2026-09-01'),
      2026,
      'OTHER_ORGANISATION',
      2026,
    ],
    [
      'R-SP-6: the old unit’s result of the year of the act',
      act({ agency: 'old', from: '2025-12-20', to: '2026-01-10' }),
      decided('2027-09-01'),
      2027,
      'OTHER_ORGANISATION',
      2026,
    ],
    ['no decision and no year', act(), [], 2026, 'NOT_DECIDED', null],
    ['at the old unit without a decision', act({ agency: 'old' }), [], 2026, 'NOT_DECIDED', null],
    [
      'at the old unit, counted there without a decision',
      act({ agency: 'old', counted: 2025 }),
      [],
      2026,
      'OTHER_ORGANISATION',
      2025,
    ],
    [
      'a decision on another act is not on this',
      act(),
      [{ actId: 'other', decidedOn: day('2026-06-01') }],
      2026,
      'NOT_DECIDED',
      null,
    ],
  ] as const)('%s', (_name, violation, decisions, year, outcome, countsIn) => {
    const [counted] = countedDisciplines([violation], decisions, year, here);
    expect([counted?.outcome, counted?.year, counted?.agency]).toEqual([outcome, countsIn, violation.agency]);
  });

  it('R-SP-7: of two acts each counts at its own organisation', () => {
    const acts = [
      { ...act({ agency: 'old' }), id: 'first' },
      { ...act(), id: 'second' },
    ];
    const decisions = [
      { actId: 'first', decidedOn: day('2026-08-01') },
      { actId: 'second', decidedOn: day('2026-08-01') },
    ];
    const outcomes = (agency: string) =>
      countedDisciplines(acts, decisions, 2026, agency).map(({ outcome }) => outcome);
    expect(outcomes('here')).toEqual(['OTHER_ORGANISATION', 'COUNTED']);
    expect(outcomes('old')).toEqual(['COUNTED', 'OTHER_ORGANISATION']);
  });

  it('R-SP-6: a move before the decision leaves the year of the act, for whoever asks', () => {
    const violation = act({ agency: 'old', from: '2025-11-20', to: '2025-12-20' });
    const seen = (servedAt: string, year: number, agency: string) => {
      const decisions = [{ actId: 'act', decidedOn: day('2026-04-01'), servedAt }];
      return countedDisciplines([violation], decisions, year, agency).map(({ outcome, year: counts }) => [
        outcome,
        counts,
      ]);
    };
    expect(seen('here', 2026, 'here')).toEqual([['OTHER_ORGANISATION', 2025]]);
    expect(seen('here', 2025, 'old')).toEqual([['COUNTED', 2025]]);
    expect(seen('here', 2026, 'old')).toEqual([['COUNTED_IN_OTHER_YEAR', 2025]]);
    expect(seen('old', 2026, 'old')).toEqual([['COUNTED', 2026]]);
    expect(seen('old', 2026, 'here')).toEqual([['OTHER_ORGANISATION', 2026]]);
  });

  it('counts an act once whatever number of decisions rest on it', () => {
    expect(countedDisciplines([act()], decided('2026-05-01', '2026-06-01', '2026-07-01'), 2026, here)).toHaveLength(1);
  });

  it.each([
    [true, false, 'PUBLIC_DUTY'],
    [false, true, 'DEGRADATION'],
    [true, true, 'DEGRADATION'],
    [false, false, 'UNRELATED'],
  ] as const)('of duty %s and degradation %s has the cause %s', (relatedToDuty, degradation, cause) => {
    expect(causeOf({ relatedToDuty, degradation })).toBe(cause);
  });
});
