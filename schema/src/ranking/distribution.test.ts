import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGN_FLOOR_TABLE } from '../calibration/sign-floors.ts';
import type { Level } from '../evaluation/level.ts';
import { compare, parseRational, rational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { contradictions, type UnitFigures } from './contradictions.ts';
import { histogram10, meanOf, quartiles, varianceOf } from './distribution.ts';
import { boxName, boxOf, THIRDS, thirdBeginsAt } from './nine-box.ts';

describe('a histogram of ten bins', () => {
  it.each([
    ['0', 0],
    ['999/100', 0],
    ['10', 1],
    ['8999/100', 8],
    ['90', 9],
    ['100', 9],
  ])('puts %s into bin %i', (text, bin) => {
    expect(histogram10([expectOk(parseRational(text))]).indexOf(1)).toBe(bin);
  });

  it('holds everybody once, of whatever maximum', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 7000 }), { maxLength: 40 });
    fc.assert(
      fc.property(figures, (list) => {
        const bins = histogram10(
          list.map((each) => rational(each, 100)),
          whole(70),
        );
        expect(bins.reduce((total, bin) => total + bin, 0)).toBe(list.length);
      }),
    );
  });
});

describe('quartiles', () => {
  it.each([
    [[7], [7, 7, 7, 7, 7]],
    [
      [1, 2],
      [1, 1, 1, 2, 2],
    ],
    [
      [1, 2, 3, 4],
      [1, 1, 2, 3, 4],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ],
  ])('of %j are %j', (values, expected) => {
    const found = quartiles(values.map(whole));
    expect(found === null ? null : Object.values(found).map((each) => Number(toText(each)))).toEqual(expected);
  });

  it('are none for nobody, and no mean or variance either', () => {
    expect([quartiles([]), meanOf([]), varianceOf([])]).toEqual([null, null, null]);
  });

  it('never fall, and a variance is never negative', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (list) => {
        const sorted = list.toSorted((left, right) => left - right).map(whole);
        const values = Object.values(quartiles(sorted) ?? {});
        for (const [index, value] of values.entries()) {
          const before = values[index - 1];
          if (before !== undefined) expect(compare(before, value)).toBeLessThanOrEqual(0);
        }
        expect(compare(varianceOf(sorted) ?? whole(-1), whole(0))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('have an exact variance', () => {
    expect(toText(varianceOf([whole(1), whole(2), whole(4)]) ?? whole(0))).toBe('14/9');
  });
});

describe('the nine boxes', () => {
  it.each([
    ['48.99', '20.99', 0, 0],
    ['49', '21', 1, 1],
    ['62.99', '26.99', 1, 1],
    ['63', '27', 2, 2],
    ['70', '0', 2, 0],
  ])('%s of 70 and %s of 30 stand in column %i, row %i', (result, general, column, row) => {
    const exact = (text: string) => expectOk(parseRational(text));
    expect(boxOf(exact(result), exact(general))).toEqual({ column, row });
  });

  it('begin where they say they do', () => {
    for (const third of THIRDS) {
      expect(boxOf(thirdBeginsAt('RESULT', third), thirdBeginsAt('GENERAL', third))).toEqual({
        column: third,
        row: third,
      });
    }
  });

  it('have nine names in both languages that judge nobody', () => {
    const names = THIRDS.flatMap((column) => THIRDS.map((row) => boxName({ column, row })));
    expect(new Set(names.map(({ vi }) => vi)).size).toBe(9);
    expect(new Set(names.map(({ en }) => en)).size).toBe(9);
    expect(names[0]?.vi).toBe('Kết quả chưa cao · tiêu chí chung chưa cao');
  });
});

describe('a unit against its members', () => {
  const levels = (outstanding: number, good: number, completed: number, not = 0): Readonly<Record<Level, number>> => ({
    OUTSTANDING: outstanding,
    GOOD: good,
    COMPLETED: completed,
    NOT_COMPLETED: not,
  });
  const kinds = (figures: UnitFigures) => contradictions(figures, SIGN_FLOOR_TABLE).map(({ kind }) => kind);

  it.each([
    ['COMPLETED', levels(2, 17, 1), ['UNIT_BELOW_MEMBERS']],
    ['NOT_COMPLETED', levels(0, 20, 0), ['UNIT_BELOW_MEMBERS']],
    ['COMPLETED', levels(2, 16, 2), []],
    ['COMPLETED', levels(0, 9, 0), []],
    ['COMPLETED', levels(0, 10, 0), ['UNIT_BELOW_MEMBERS']],
    ['GOOD', levels(0, 20, 0), []],
    ['GOOD', levels(0, 1, 19), ['MEMBERS_BELOW_UNIT']],
    ['OUTSTANDING', levels(0, 0, 10, 10), ['MEMBERS_BELOW_UNIT']],
    [null, levels(0, 20, 0), []],
    ['COMPLETED', levels(0, 0, 0), []],
  ] as const)('%s with %j says %j', (unitLevel, members, expected) => {
    expect(kinds({ unitLevel, headLevel: null, members })).toEqual(expected);
  });

  it.each([
    ['GOOD', 'GOOD', []],
    ['GOOD', 'OUTSTANDING', ['HEAD_ABOVE_UNIT']],
    ['GOOD', 'COMPLETED', []],
    [null, 'OUTSTANDING', []],
  ] as const)('of level %s with a head of %s says %j, whatever the size', (unitLevel, headLevel, expected) => {
    expect(kinds({ unitLevel, headLevel, members: levels(0, 1, 0) })).toEqual(expected);
  });

  it('says where each comes from', () => {
    const figures = { unitLevel: 'COMPLETED', headLevel: 'GOOD', members: levels(0, 10, 0) } as const;
    expect(contradictions(figures, SIGN_FLOOR_TABLE).map(({ source: { certainty } }) => certainty)).toEqual([
      'ASSUMPTION',
      'VERIFIED',
    ]);
  });
});
