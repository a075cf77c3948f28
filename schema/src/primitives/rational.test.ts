import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  greatestCommonDivisor,
  multiply,
  negate,
  parseRational,
  type Rational,
  rational,
  subtract,
  sum,
  toDisplay,
  toText,
  whole,
} from './rational.ts';
import { expectOk } from './result.ts';

const read = (text: string): Rational => expectOk(parseRational(text));

/** From ordinary to far outside safe integers, on either side of 0. */
const part = fc.oneof(
  fc.bigInt({ min: -1_000n, max: 1_000n }),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const anyRational = fc
  .tuple(
    part,
    part.filter((value) => value !== 0n),
  )
  .map(([top, bottom]) => rational(top, bottom));

/** a/b as a pair that is not reduced, for comparing with the arithmetic by cross-multiplication. */
function equals(value: Rational, top: bigint, bottom: bigint): boolean {
  return value.numerator * bottom === top * value.denominator;
}

describe('a rational', () => {
  it('is in lowest terms with the denominator above 0', () => {
    fc.assert(
      fc.property(anyRational, ({ numerator, denominator }) => {
        let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
        while (b !== 0n) [a, b] = [b, a % b];
        expect(denominator > 0n).toBe(true);
        expect(a).toBe(1n);
      }),
    );
  });

  it('adds, subtracts, multiplies and divides exactly at any size', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (x, y) => {
        const [a, b, c, d] = [x.numerator, x.denominator, y.numerator, y.denominator];
        expect(equals(add(x, y), a * d + c * b, b * d)).toBe(true);
        expect(equals(subtract(x, y), a * d - c * b, b * d)).toBe(true);
        expect(equals(multiply(x, y), a * c, b * d)).toBe(true);
        if (c !== 0n) expect(equals(divide(x, y), a * d, b * c)).toBe(true);
        expect(compare(x, y)).toBe(a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('has one representation, so that equal numbers are deeply equal', () => {
    expect(rational(6, -4)).toEqual(read('-1.5'));
    expect(rational(0, -7)).toEqual(whole(0));
    expect(Object.is(negate(whole(0)).smallNumerator, 0)).toBe(true);
    expect(Object.is(read('-0').smallNumerator, 0)).toBe(true);
    expect(rational(10n ** 30n, 10n ** 29n)).toEqual(whole(10));
  });

  it('is written so that it can be read again', () => {
    fc.assert(
      fc.property(anyRational, (value) => {
        expect(read(toText(value))).toEqual(value);
      }),
    );
  });

  it('refuses a denominator of 0 and numbers that are not exact', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(whole(1), whole(0))).toThrow(RangeError);
    expect(() => rational(0.1)).toThrow(RangeError);
    expect(() => rational(2 ** 53)).toThrow(RangeError);
  });

  it('sums to 0 over nothing', () => {
    expect(sum([])).toEqual(whole(0));
  });
});

describe('greatestCommonDivisor', () => {
  it.each([
    [12, 18, 6],
    [0, 5, 5],
    [5, 0, 5],
    [2 ** 40, 2 ** 35 * 3, 2 ** 35],
    [2 ** 31, 2 ** 31, 2 ** 31],
    [9_007_199_254_740_991, 6_361, 6_361],
  ])('of %d and %d is %d', (first, second, expected) => {
    expect(greatestCommonDivisor(first, second)).toBe(expected);
  });
});

describe('reading a number', () => {
  it.each([
    ['94', '94'],
    ['2.4', '12/5'],
    ['-2.50', '-5/2'],
    ['263/3', '263/3'],
    ['6/4', '3/2'],
    ['007', '7'],
    ['0.000', '0'],
    ['12345678901234567890', '12345678901234567890'],
    ['0.1234567890123456789', '1234567890123456789/10000000000000000000'],
  ])('reads %s as %s', (text, expected) => {
    expect(toText(read(text))).toBe(expected);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '1,5',
    '1.',
    '.5',
    '1e3',
    '1/0',
    '1/00000000000000000',
    '1/-2',
    '--1',
    '٣',
    'NaN',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseRational(text)).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
  });
});

describe('showing a figure', () => {
  it.each([
    ['94', '94.00'],
    ['1065/16', '66.56'],
    ['263/3', '87.67'],
    ['0.005', '0.01'],
    ['0.0049', '0.00'],
    ['7/1000', '0.01'],
    ['99.995', '100.00'],
    ['89.995', '89.99'],
    ['89.9949', '89.99'],
    ['89.9999999999999999999', '89.99'],
    ['90', '90.00'],
    ['90.004', '90.00'],
    ['69.999', '69.99'],
    ['70.005', '70.01'],
    ['49.995', '49.99'],
    ['50', '50.00'],
    ['59.995', '60.00'],
    ['-7/3', '-2.33'],
    ['-0.001', '0.00'],
    ['100000000000000000000000.125', '100000000000000000000000.13'],
  ])('writes %s as %s', (text, expected) => {
    expect(toDisplay(read(text))).toBe(expected);
  });

  it('is never more than half a hundredth away, but where a threshold holds it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 9_999 }), (top, bottom) => {
        const value = rational(top, bottom);
        const away = subtract(value, read(toDisplay(value)));
        expect(compare(away, rational(1, 100)) < 0 && compare(away, rational(-1, 200)) >= 0).toBe(true);
      }),
    );
  });
});
