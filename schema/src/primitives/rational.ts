import { fail, ok, type Result } from './result.ts';

/**
 * An exact number: numerator ÷ denominator in lowest terms, the denominator above 0.
 *
 * Where both parts are safe integers (nearly always here) they are held as such and the arithmetic needs no bigint;
 * otherwise `big` holds them. One number has exactly one representation, so two equal numbers are deeply equal.
 * Make one by `rational`, `whole`, `parseRational` or the arithmetic below.
 */
export class Rational {
  /** The numerator where both parts are safe integers, else NaN: the way into integer arithmetic on doubles. */
  readonly smallNumerator: number;
  /** The denominator where both parts are safe integers, else NaN. */
  readonly smallDenominator: number;
  private readonly big: readonly [numerator: bigint, denominator: bigint] | null;

  /** Takes parts already in lowest terms; use `rational` instead. */
  constructor(smallNumerator: number, smallDenominator: number, big: readonly [bigint, bigint] | null) {
    this.smallNumerator = smallNumerator;
    this.smallDenominator = smallDenominator;
    this.big = big;
  }

  get numerator(): bigint {
    return this.big === null ? BigInt(this.smallNumerator) : this.big[0];
  }

  get denominator(): bigint {
    return this.big === null ? BigInt(this.smallDenominator) : this.big[1];
  }

  toString(): string {
    return toText(this);
  }

  /** In JSON a number is its exact text, as in contract.md: "94", "263/3". */
  toJSON(): string {
    return toText(this);
  }
}

/** `numerator` ÷ `denominator`; throws a RangeError where the denominator is 0 or a part given as a number is no safe integer. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1): Rational {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
      throw new RangeError('a part given as a number must be a safe integer');
    }
    if (denominator === 0) throw new RangeError('a denominator of 0');
    return fromSafe(numerator, denominator);
  }
  return fromBig(BigInt(numerator), BigInt(denominator));
}

/** A whole number; throws where it is no safe integer. */
export function whole(value: number): Rational {
  return rational(value, 1);
}

function fromSafe(numerator: number, denominator: number): Rational {
  if (denominator === 1) return new Rational(numerator + 0, 1, null);
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = denominator < 0 ? -1 : 1;
  // "+ 0" turns a negative zero into 0, so that zero has one representation.
  return new Rational((sign * numerator) / divisor + 0, (sign * denominator) / divisor, null);
}

function fromBig(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('a denominator of 0');
  const divisor = bigGreatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return fromReduced((sign * numerator) / divisor, (sign * denominator) / divisor);
}

/** Of parts that are in lowest terms already, the denominator above 0. */
function fromReduced(numerator: bigint, denominator: bigint): Rational {
  const smallTop = Number(numerator);
  const smallBottom = Number(denominator);
  return Number.isSafeInteger(smallTop) && Number.isSafeInteger(smallBottom)
    ? new Rational(smallTop, smallBottom, null)
    : new Rational(Number.NaN, Number.NaN, [numerator, denominator]);
}

/** At least 0; 0 only where both are 0. */
function bigGreatestCommonDivisor(first: bigint, second: bigint): bigint {
  let a = first < 0n ? -first : first;
  let b = second < 0n ? -second : second;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

const LARGEST_INT32 = 0x7fffffff;

/**
 * Of two safe integers, at least 0 and not both 0.
 *
 * The remainder of doubles is a library call, that of 32-bit integers one instruction; `| 0` keeps the second loop to
 * those. It halves the time of expanding an explanation.
 */
export function greatestCommonDivisor(first: number, second: number): number {
  let a = first;
  let b = second;
  while (b > LARGEST_INT32 || a > LARGEST_INT32) {
    if (b === 0) return a;
    const rest = a % b;
    a = b;
    b = rest;
  }
  let smallA = a | 0;
  let smallB = b | 0;
  while (smallB !== 0) {
    const rest = (smallA % smallB) | 0;
    smallA = smallB;
    smallB = rest;
  }
  return smallA;
}

export const ZERO: Rational = whole(0);
export const ONE: Rational = whole(1);

export function add(left: Rational, right: Rational): Rational {
  const top = left.smallNumerator * right.smallDenominator + right.smallNumerator * left.smallDenominator;
  const bottom = left.smallDenominator * right.smallDenominator;
  if (isExact(top) && isExact(bottom) && isExact(left.smallNumerator * right.smallDenominator)) {
    return fromSafe(top, bottom);
  }
  return addBig(left, right);
}

/**
 * Reduces by the common part of the denominators alone (Knuth, TAOCP 4.5.1): sums of many fractions stay quick where the
 * sum's denominator is long and the next one's short.
 */
function addBig(left: Rational, right: Rational): Rational {
  const shared = bigGreatestCommonDivisor(left.denominator, right.denominator);
  const leftRest = left.denominator / shared;
  const rightRest = right.denominator / shared;
  const top = left.numerator * rightRest + right.numerator * leftRest;
  const divisor = bigGreatestCommonDivisor(top, shared);
  return fromReduced(top / divisor, leftRest * (right.denominator / divisor));
}

export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

export function negate(value: Rational): Rational {
  return Number.isNaN(value.smallNumerator)
    ? fromBig(-value.numerator, value.denominator)
    : new Rational(0 - value.smallNumerator, value.smallDenominator, null);
}

export function multiply(left: Rational, right: Rational): Rational {
  const top = left.smallNumerator * right.smallNumerator;
  const bottom = left.smallDenominator * right.smallDenominator;
  if (isExact(top) && isExact(bottom)) return fromSafe(top, bottom);
  return fromBig(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws a RangeError where `right` is 0. */
export function divide(left: Rational, right: Rational): Rational {
  const top = left.smallNumerator * right.smallDenominator;
  const bottom = left.smallDenominator * right.smallNumerator;
  if (bottom !== 0 && isExact(top) && isExact(bottom)) return fromSafe(top, bottom);
  return fromBig(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** -1, 0 or 1, as `left` is below, equal to or above `right`. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const a = left.smallNumerator * right.smallDenominator;
  const b = right.smallNumerator * left.smallDenominator;
  if (isExact(a) && isExact(b)) return a < b ? -1 : a > b ? 1 : 0;
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(left: Rational, right: Rational): Rational {
  return compare(left, right) <= 0 ? left : right;
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** A product or sum of safe integers is exact where it is itself a safe integer; NaN (a big part) is not. */
function isExact(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

const WRITTEN = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/;

/**
 * Reads "94", "2.4" (exactly 12/5) or "263/3". No exponent, plus sign, comma or blank.
 *
 * Error: NOT_A_NUMBER, also for a denominator of 0. Source: contract.md, Common.
 */
export function parseRational(text: string): Result<Rational, 'NOT_A_NUMBER'> {
  const match = WRITTEN.exec(text);
  if (match === null) return fail('NOT_A_NUMBER');
  const [, top = '', decimals, bottom] = match;
  if (text.length <= 15) return parseShort(top, decimals, bottom);
  if (decimals !== undefined) return ok(fromBig(BigInt(top + decimals), 10n ** BigInt(decimals.length)));
  const denominator = bottom === undefined ? 1n : BigInt(bottom);
  return denominator === 0n ? fail('NOT_A_NUMBER') : ok(fromBig(BigInt(top), denominator));
}

/** At most 15 characters: every part is a safe integer, so no bigint is needed. */
function parseShort(
  top: string,
  decimals: string | undefined,
  bottom: string | undefined,
): Result<Rational, 'NOT_A_NUMBER'> {
  if (decimals !== undefined) return ok(fromSafe(Number(top + decimals), 10 ** decimals.length));
  const denominator = bottom === undefined ? 1 : Number(bottom);
  return denominator === 0 ? fail('NOT_A_NUMBER') : ok(fromSafe(Number(top), denominator));
}

/** The exact text: "94" where whole, else a fraction in lowest terms, "263/3". `parseRational` reads it back. */
export function toText(value: Rational): string {
  if (!Number.isNaN(value.smallNumerator)) {
    return value.smallDenominator === 1
      ? String(value.smallNumerator)
      : `${value.smallNumerator}/${value.smallDenominator}`;
  }
  return value.denominator === 1n ? String(value.numerator) : `${value.numerator}/${value.denominator}`;
}

/** The thresholds of the score levels, which a rounded figure must not seem to reach. Source: NĐ 335/2025 art. 20. */
const LEVEL_THRESHOLDS: readonly Rational[] = [whole(90), whole(70), whole(50)];

/**
 * The one rounding: two decimals with a point, half up ("66.56"), but never up to a threshold that the exact value
 * does not reach: 89.995 shows as 89.99.
 */
export function toDisplay(value: Rational, thresholds: readonly Rational[] = LEVEL_THRESHOLDS): string {
  const [down, isUp] = splitHundredths(value);
  if (!isUp) return writeHundredths(down);
  const up = typeof down === 'number' ? down + 1 : down + 1n;
  const misleads = thresholds.some(
    (threshold) =>
      compare(value, threshold) < 0 && compare(rational(up, typeof up === 'number' ? 100 : 100n), threshold) >= 0,
  );
  return writeHundredths(misleads ? down : up);
}

/** A value's whole hundredths, rounded down, and whether what is left is half of one or more. */
function splitHundredths(value: Rational): readonly [down: number | bigint, isUp: boolean] {
  const top = value.smallNumerator * 100;
  const bottom = value.smallDenominator;
  if (top >= 0 && 2 * top <= Number.MAX_SAFE_INTEGER && 2 * bottom <= Number.MAX_SAFE_INTEGER) {
    const rest = top % bottom;
    return [(top - rest) / bottom, 2 * rest >= bottom];
  }
  const { numerator, denominator } = value;
  const remainder = (numerator * 100n) % denominator;
  const rest = remainder < 0n ? remainder + denominator : remainder;
  return [(numerator * 100n - rest) / denominator, 2n * rest >= denominator];
}

function writeHundredths(hundredths: number | bigint): string {
  const digits = String(hundredths < 0 ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
