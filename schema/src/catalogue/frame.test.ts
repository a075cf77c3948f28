import { describe, expect, test } from 'vitest';
import { rational, toText, whole } from '../primitives/rational.ts';
import { exampleCatalogue } from './catalogue.ts';
import { checkFrames, checkProduct, coefficientOf } from './frame.ts';

const frames = exampleCatalogue.frames;
const codes = (errors: readonly { readonly error: { readonly code: string } }[]) =>
  errors.map(({ error }) => error.code);

describe('a product of a catalogue', () => {
  test('has its points ÷ those of the standard product as coefficient, exact', () => {
    expect(toText(coefficientOf(whole(8), whole(5)))).toBe('8/5');
    expect(toText(coefficientOf(whole(10), whole(3)))).toBe('10/3');
  });

  test.each([
    ['at the lower end of its frame', 'N2', whole(11), []],
    ['at the upper end', 'N2', whole(50), []],
    ['below', 'N2', rational(21, 2), ['OUT_OF_RANGE']],
    ['above', 'N2', whole(51), ['OUT_OF_RANGE']],
    ['in a group without an upper end', 'N5', whole(900_000), []],
    ['in no group of the office', 'N6', whole(5), ['UNKNOWN_VALUE']],
  ])('%s: %s', (_name, group, points, expected) => {
    expect(codes(checkProduct(frames, whole(5), { group, points }, '/points'))).toEqual(expected);
  });

  test('whose coefficient has no room where it is kept is refused', () => {
    const points = rational(1_000_001, 1_000_000);
    expect(codes(checkProduct(frames, rational(1, 1_000_000), { group: 'N1', points }, '/points'))).toEqual([
      'OUT_OF_RANGE',
    ]);
  });
});

describe('frames', () => {
  const frame = (group: 'N1' | 'N2', minimum: number, maximum: number | null) => ({
    group,
    minimum: whole(minimum),
    maximum: maximum === null ? null : whole(maximum),
  });
  test.each([
    ['of the example', frames, []],
    ['that meet', [frame('N1', 1, 10), frame('N2', 10, 20)], ['INCONSISTENT']],
    ['one of which has no end below another', [frame('N1', 1, null), frame('N2', 10, 20)], ['INCONSISTENT']],
    ['whose end is before the beginning', [frame('N1', 10, 1)], ['OUT_OF_RANGE']],
    ['of one group twice', [frame('N1', 1, 10), frame('N1', 11, 20)], ['INCONSISTENT']],
  ])('%s', (_name, given, expected) => {
    expect(codes(checkFrames(given))).toEqual(expected);
  });
});
