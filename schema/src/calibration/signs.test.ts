import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, multiply, parseRational, rational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { sourceShape } from '../primitives/source.ts';
import { parseRegisterTable } from '../registers/register-tables.ts';
import { advanceSession, CALIBRATION_ACTIONS, mayJoin } from './calibration-state.ts';
import { SIGN_KINDS } from './calibration-words.ts';
import { SIGN_FLOOR_NAMES, SIGN_FLOOR_TABLE } from './sign-floors.ts';
import { displayRoot, type ManagerFigures, type Sign, type SignGroup, signsOf, sumsOf } from './signs.ts';

const GROUP: SignGroup = { agency: 'H99.01', group: 'H99.01.CM', family: 'ND335-2025/CIVIL_SERVANT' };
const figuresOf = (totals: readonly number[], group: Partial<SignGroup> = {}) => ({
  ...GROUP,
  ...group,
  people: totals.length,
  ...sumsOf(totals.map((total) => whole(total))),
});
/** A manager whose people, all of one group, have these totals. */
const manager = (name: string, totals: readonly number[], over: Partial<ManagerFigures> = {}): ManagerFigures => ({
  manager: name,
  unit: `unit of ${name}`,
  people: totals.length,
  groups: [figuresOf(totals)],
  newcomers: { people: 0, last: 0 },
  leavers: { people: 0, last: 0 },
  distinctTotals: new Set(totals).size,
  sittings: [],
  ...over,
});
const usual = [70, 75, 80, 85, 90];
const others = [manager('b', usual), manager('c', usual), manager('d', usual)];

function states(managers: readonly ManagerFigures[], name = 'a'): Readonly<Record<string, string>> {
  const signs = signsOf({ managers, splits: [] }, SIGN_FLOOR_TABLE).filter((sign) => sign.manager === name);
  return Object.fromEntries(signs.map(({ kind, state }) => [kind, state]));
}

describe('signs about a manager', () => {
  it('are none where his people are scored as those of others', () => {
    const quiet = { LENIENT: 'NONE', SEVERE: 'NONE', NARROW_SPREAD: 'NONE', EQUAL_SCORES: 'NONE' };
    expect(states([manager('a', usual), ...others])).toMatchObject(quiet);
  });

  // The others' mean is 80 and their variance 50, so two deviations are the root of 200, a little above 14.
  it.each([
    [[95, 95, 95, 95, 96], 'LENIENT', 'SIGN'],
    [[93, 94, 94, 94, 94], 'LENIENT', 'NONE'],
    [[65, 65, 65, 65, 64], 'SEVERE', 'SIGN'],
    [[95, 95, 95, 95, 96], 'SEVERE', 'NONE'],
    [[78, 80, 80, 80, 82], 'NARROW_SPREAD', 'SIGN'],
    // A variance of exactly a quarter of 50 is still narrow, one just above is not.
    [[75, 75, 80, 80, 80, 80, 85, 85], 'NARROW_SPREAD', 'SIGN'],
    [[74, 75, 80, 80, 80, 80, 85, 86], 'NARROW_SPREAD', 'NONE'],
    [[80, 80, 80, 80, 80], 'EQUAL_SCORES', 'SIGN'],
    [[80, 80, 80, 80, 81], 'EQUAL_SCORES', 'NONE'],
    [[80, 80, 80, 80], 'EQUAL_SCORES', 'NOT_ENOUGH_DATA'],
    [[99, 99, 99, 99], 'LENIENT', 'NOT_ENOUGH_DATA'],
  ] as const)('with totals %j: %s is %s', (totals, kind, state) => {
    expect(states([manager('a', totals), ...others])[kind]).toBe(state);
  });

  it('ask for three, oneself counted, who have scored enough people', () => {
    const enough = [manager('b', usual), manager('c', usual)];
    expect(states([manager('a', [99, 99, 99, 99, 99]), ...enough])).toMatchObject({ LENIENT: 'SIGN' });
    const few = [manager('b', usual), manager('c', usual.slice(1)), manager('d', usual.slice(1))];
    expect(states([manager('a', [99, 99, 99, 99, 99]), ...few])).toMatchObject({
      LENIENT: 'NOT_ENOUGH_DATA',
      NARROW_SPREAD: 'NOT_ENOUGH_DATA',
    });
  });

  it.each([
    ['agency', { agency: 'H99.02' }],
    ['work', { group: 'H99.01.HC' }],
    ['family of rule sets', { family: 'ND335-2025/LEADER' }],
  ])('compare nobody with people of another %s', (_name, group) => {
    const elsewhere = others.map((each) => ({ ...each, groups: [figuresOf(usual, group)] }));
    expect(states([manager('a', [99, 99, 99, 99, 99]), ...elsewhere])).toMatchObject({
      LENIENT: 'NOT_ENOUGH_DATA',
      NARROW_SPREAD: 'NOT_ENOUGH_DATA',
    });
    expect(states([manager('a', [99, 99, 99, 99, 99]), ...others])).toMatchObject({ LENIENT: 'SIGN' });
  });

  it('look at each group of one manager by itself', () => {
    const both = [figuresOf([99, 99, 99, 99, 99]), figuresOf(usual, { group: 'H99.01.HC' })];
    const signs = signsOf(
      { managers: [manager('a', usual, { groups: both }), ...others], splits: [] },
      SIGN_FLOOR_TABLE,
    );
    const lenient = signs.filter(({ kind, manager: name }) => kind === 'LENIENT' && name === 'a');
    expect(lenient.map(({ state, group, floor }) => [group?.group, state, floor.name])).toEqual([
      ['H99.01.CM', 'SIGN', 'DISTANCE'],
      ['H99.01.HC', 'NOT_ENOUGH_DATA', 'MANAGERS'],
    ]);
  });

  it('do not hold one who scores in several units against himself', () => {
    const elsewhere = ['1', '2', '3'].map((unit) => ({ ...manager('a', usual), unit }));
    const signs = signsOf(
      { managers: [manager('a', [99, 99, 99, 99, 99]), ...elsewhere], splits: [] },
      SIGN_FLOOR_TABLE,
    );
    expect(signs.filter(({ kind }) => kind === 'LENIENT').map(({ state }) => state)).toEqual(
      Array(4).fill('NOT_ENOUGH_DATA'),
    );
  });

  it('name no narrow spread where nobody has any', () => {
    const same = ['b', 'c', 'd'].map((name) => manager(name, [80, 80, 80, 80, 80]));
    expect(states([manager('a', [80, 80, 80, 80, 80]), ...same])).toMatchObject({
      NARROW_SPREAD: 'NONE',
      LENIENT: 'NONE',
    });
    expect(states([manager('a', [80, 80, 80, 80, 81]), ...same])).toMatchObject({ LENIENT: 'SIGN' });
  });

  it.each([
    [{ people: 3, last: 3 }, 'SIGN'],
    [{ people: 3, last: 2 }, 'NONE'],
    [{ people: 2, last: 2 }, 'NOT_ENOUGH_DATA'],
    [{ people: 0, last: 0 }, 'NOT_ENOUGH_DATA'],
  ])('of newcomers or leavers %j are %s', (standing, state) => {
    const found = states([manager('a', usual, { newcomers: standing, leavers: standing })]);
    expect([found.NEWCOMERS_LAST, found.LEAVERS_LAST]).toEqual([state, state]);
    const short = states([manager('a', usual.slice(1), { newcomers: standing, leavers: standing })]);
    expect(short.NEWCOMERS_LAST).toBe('NOT_ENOUGH_DATA');
  });

  const ten = [70, 71, 72, 73, 74, 75, 76, 77, 78, 79];
  it.each([
    [ten, [{ sheets: 10, seconds: 120 }], 'SIGN'],
    [ten, [{ sheets: 10, seconds: 121 }], 'NONE'],
    [ten, [{ sheets: 9, seconds: 5 }], 'NONE'],
    [
      ten,
      [
        { sheets: 12, seconds: 600 },
        { sheets: 10, seconds: 60 },
      ],
      'SIGN',
    ],
    [ten.slice(1), [{ sheets: 9, seconds: 5 }], 'NOT_ENOUGH_DATA'],
  ])('of sittings: %j people with %j is %s', (totals, sittings, state) => {
    expect(states([manager('a', totals, { sittings })]).ONE_SITTING).toBe(state);
  });

  it('say what was held against what, and that the floor is ours', () => {
    const [lenient] = signsOf(
      { managers: [manager('a', [96, 96, 96, 96, 96]), ...others], splits: [] },
      SIGN_FLOOR_TABLE,
    );
    expect(lenient).toMatchObject({
      kind: 'LENIENT',
      floor: { name: 'DISTANCE', value: '2', source: { certainty: 'ASSUMPTION' } },
      given: whole(96),
      comparable: { people: 15, managers: 3, mean: whole(80), variance: whole(50) },
      unit: 'unit of a',
    });
    expect(lenient?.comparable === null || lenient === undefined ? '' : displayRoot(lenient.comparable.variance)).toBe(
      '7.07',
    );
  });

  it('are all kinds, once for each manager, in whatever order the managers come', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(totals, { maxLength: 6 }), (lists) => {
        const managers = lists.map((list, index) => manager(String(index), list));
        const read = (signs: readonly Sign[]) =>
          signs.map(({ manager: name, kind, state }) => `${name} ${kind} ${state}`).toSorted();
        const forward = signsOf({ managers, splits: [] }, SIGN_FLOOR_TABLE);
        expect(forward).toHaveLength(managers.length * (SIGN_KINDS.length - 1));
        expect(read(forward)).toEqual(read(signsOf({ managers: managers.toReversed(), splits: [] }, SIGN_FLOOR_TABLE)));
        for (const name of lists.keys()) {
          const own = forward.filter((sign) => sign.manager === String(name) && sign.state === 'SIGN');
          expect(own.filter(({ kind }) => kind === 'LENIENT' || kind === 'SEVERE').length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a product that is split', () => {
  it.each([
    [5, 5, 'SIGN'],
    [9, 5, 'SIGN'],
    // Half of them are whole products.
    [10, 5, 'NONE'],
    [5, 4, 'NONE'],
    // An odd part among many whole ones is ordinary work.
    [30, 1, 'NONE'],
    [4, 4, 'NOT_ENOUGH_DATA'],
  ])('into parts: of %i tasks %i, is %s', (tasks, parts, state) => {
    const split = { employee: 'e', product: 'p', unit: 'u', tasks, parts };
    expect(signsOf({ managers: [], splits: [split] }, SIGN_FLOOR_TABLE)).toMatchObject([
      { kind: 'PRODUCT_SPLIT', state, employee: 'e', product: 'p', manager: null },
    ]);
  });
});

describe('the floors', () => {
  it('name each floor once, all assumed', () => {
    expect(SIGN_FLOOR_TABLE.map(({ name }) => name)).toEqual([...SIGN_FLOOR_NAMES]);
    for (const { source, value } of SIGN_FLOOR_TABLE) {
      expect(sourceShape.parse(source).certainty).toBe('ASSUMPTION');
      expect(parseRational(value).ok).toBe(true);
    }
  });

  it('are replaced one by one by an office', () => {
    const decision = { number: '9/QĐ-UBND', effectiveFrom: '2026-12-01' as never, effectiveTo: null };
    const read = parseRegisterTable('SIGN_FLOORS', [{ name: 'PEOPLE', value: '4' }], decision);
    if (!read.ok) throw new Error('the table can be read');
    const signs = signsOf(
      { managers: [manager('a', [80, 81, 82, 83], { newcomers: { people: 3, last: 3 } })], splits: [] },
      read.value,
    );
    expect(signs.find(({ kind }) => kind === 'NEWCOMERS_LAST')).toMatchObject({ state: 'SIGN' });
    for (const value of ['0', '-1', 'viele', '1e3'])
      expect(parseRegisterTable('SIGN_FLOORS', [{ name: 'PEOPLE', value }], decision).ok).toBe(false);
  });
});

describe('a root that is shown', () => {
  it.each([
    ['0', '0.00'],
    ['2', '1.41'],
    ['20', '4.47'],
    ['14/9', '1.24'],
    ['1/1000000', '0.00'],
    ['10000', '100.00'],
  ])('of %s is %s', (square, shown) => expect(displayRoot(expectOk(parseRational(square)))).toBe(shown));

  it('is the largest with two decimals whose square is not above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 999 }), (top, bottom) => {
        const square = rational(top, bottom);
        const shown = expectOk(parseRational(displayRoot(square)));
        expect(compare(multiply(shown, shown), square)).toBeLessThanOrEqual(0);
        const above = expectOk(
          parseRational(toText(rational(BigInt(shown.numerator * 100n) / shown.denominator + 1n, 100n))),
        );
        expect(compare(multiply(above, above), square)).toBe(1);
      }),
    );
  });
});

describe('a calibration session', () => {
  it.each([
    ['OPEN', ['REVEALED', 'REVEALED', null, 'CANCELLED']],
    ['REVEALED', ['REVEALED', null, 'LOCKED', 'CANCELLED']],
    ['LOCKED', [null, null, null, null]],
    ['CANCELLED', [null, null, null, null]],
  ] as const)('that is %s goes on by %j', (state, expected) => {
    expect(CALIBRATION_ACTIONS.map((action) => advanceSession(state, action))).toEqual(expected);
  });

  it('takes units in until it is locked, late ones after the reveal', () => {
    expect(mayJoin('OPEN')).toEqual({ allowed: true, late: false });
    expect(mayJoin('REVEALED')).toEqual({ allowed: true, late: true });
    expect([mayJoin('LOCKED').allowed, mayJoin('CANCELLED').allowed]).toEqual([false, false]);
  });
});
