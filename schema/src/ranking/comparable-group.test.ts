import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../primitives/period.ts';
import { areComparable, findGroup, type GroupKey, notComparable } from './comparable-group.ts';

const YEAR = '2026' as Period;
const group = (agency: string, code: string, family: string, people: number, period = YEAR) => ({
  agency,
  group: code,
  family,
  period,
  people,
});
const CS = 'ND335-2025/CIVIL_SERVANT';
const PE = 'ND233-2026/PUBLIC_EMPLOYEE';

const groups = [
  group('H99.01', 'CV', CS, 41),
  group('H99.01', 'LD', CS, 7),
  group('H99.02', 'CV', CS, 30),
  group('H99.02', 'CV', PE, 12),
];

describe('the comparable group that was asked for', () => {
  it.each([
    [{}, 'SEVERAL_AGENCIES'],
    [{ group: 'CV' }, 'SEVERAL_AGENCIES'],
    [{ agency: 'H99.01' }, 'SEVERAL_GROUPS'],
    [{ agency: 'H99.02' }, 'SEVERAL_REGIMES'],
    [{ agency: 'H99.02', group: 'CV' }, 'SEVERAL_REGIMES'],
    [{ agency: 'H99.03' }, 'NOBODY'],
    [{ agency: 'H99.01', group: 'XX' }, 'NOBODY'],
  ] as const)('%j is refused with %s', (asked, reason) => {
    const found = findGroup(groups, asked);
    expect(found.ok ? null : found.error).toMatchObject({ code: 'NOT_COMPARABLE', payload: { reason } });
  });

  it.each([
    [{ agency: 'H99.01', group: 'CV' }, 41],
    [{ agency: 'H99.02', group: 'CV', family: PE }, 12],
    [{ group: 'LD', agency: null, family: undefined }, 7],
  ] as const)('%j is one group', (asked, people) => {
    const found = findGroup(groups, asked);
    expect(found.ok ? found.value.people : null).toBe(people);
  });

  it('names the largest groups first, at most twenty', () => {
    const many = Array.from({ length: 25 }, (_, index) => group('H99.01', `G${index}`, CS, index));
    const found = findGroup(many, {});
    if (found.ok) throw new Error('several groups');
    expect(found.error.payload.groups).toHaveLength(20);
    expect(found.error.payload.groups[0]).toEqual({ agency: 'H99.01', group: 'G24', family: CS, people: 24 });
  });

  it('is the same whatever order the groups come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(groups, { minLength: 1 }), (some) => {
        expect(findGroup(some, {})).toEqual(findGroup(some.toReversed(), {}));
      }),
    );
  });
});

describe('people set side by side', () => {
  const key = (over: Partial<GroupKey> = {}): GroupKey => ({
    agency: 'A',
    group: 'G',
    family: CS,
    period: YEAR,
    ...over,
  });

  it('are comparable where they are few or alike', () => {
    expect(areComparable([])).toEqual({ comparable: true });
    expect(areComparable([key()])).toEqual({ comparable: true });
    expect(areComparable([key(), key()])).toEqual({ comparable: true });
  });

  it('name all that differs', () => {
    const other = key({ agency: 'B', group: 'H', family: PE, period: '2025' as Period });
    expect(areComparable([key(), other])).toEqual({
      comparable: false,
      differs: ['AGENCY', 'GROUP', 'FAMILY', 'PERIOD'],
    });
    expect(areComparable([key(), key({ family: PE })])).toEqual({ comparable: false, differs: ['FAMILY'] });
  });

  it('are refused with the first difference and the groups they belong to', () => {
    const people = [key(), key(), key({ group: 'H' })];
    const { payload } = notComparable(people, ['GROUP']);
    expect(payload.reason).toBe('SEVERAL_GROUPS');
    expect(payload.groups.map(({ group: code, people: count }) => [code, count])).toEqual([
      ['G', 2],
      ['H', 1],
    ]);
    expect(notComparable(people, ['PERIOD']).payload.reason).toBe('SEVERAL_PERIODS');
  });
});
