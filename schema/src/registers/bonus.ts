import { parseRational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';

/**
 * How many of `count` people may have the higher title at most, by a quota in whole percent; null where there is none. Never rounded
 * up: 15 % of 40 is 6, of 39 is 5.
 */
export function titleQuota(count: number, percent: number | null): number | null {
  // Both are whole and small, so the product is exact.
  return percent === null ? null : Math.floor((count * percent) / 100);
}

/** A bonus in đồng: the multiple, an exact decimal such as "0.3", of the base salary; half a đồng counts up. */
export function bonusAmount(multiple: string, baseSalary: bigint): bigint {
  const { numerator, denominator } = expectOk(parseRational(multiple));
  return (2n * numerator * baseSalary + denominator) / (2n * denominator);
}
