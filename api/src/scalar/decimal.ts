import type { Rational } from '@congvu/schema/primitives/rational';

/** A number of at most six decimals, at least 0, as a decimal column takes it: exact. */
export function toDecimal(value: Rational): string {
  const millionths = (value.numerator * 1_000_000n) / value.denominator;
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`;
}
