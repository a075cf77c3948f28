import { compare, divide, multiply, type Rational, sum, whole } from '../primitives/rational.ts';

/** Bins of ten points: 0 to below 10, …, 90 to 100. */
export const HISTOGRAM_BINS = 10;

/** How many of the figures lie in each bin, of equal width from 0 to `maximum`. A figure on a bound belongs above it, the maximum to the last bin. */
export function histogram10(values: readonly Rational[], maximum: Rational = whole(100)): readonly number[] {
  const bins = Array.from({ length: HISTOGRAM_BINS }, () => 0);
  const bounds = bins.map((_bin, place) => divide(multiply(maximum, whole(place)), whole(HISTOGRAM_BINS)));
  for (const value of values) {
    const above = bounds.filter((bound) => compare(value, bound) >= 0).length;
    const place = Math.max(0, above - 1);
    // A place of the ten.
    bins[place] = (bins[place] ?? 0) + 1;
  }
  return bins;
}

/** Smallest, first quartile, median, third quartile, largest. */
export interface Quartiles {
  readonly minimum: Rational;
  readonly q1: Rational;
  readonly median: Rational;
  readonly q3: Rational;
  readonly maximum: Rational;
}

/**
 * Quartiles as figures that people have: the smallest of which at least a quarter, half, three quarters are not above (the
 * percentile_disc of SQL, so that both agree). `sorted` from the smallest; null for nobody.
 */
export function quartiles(sorted: readonly Rational[]): Quartiles | null {
  const count = sorted.length;
  const at = (quarters: number): Rational => {
    const place = Math.max(1, Math.ceil((count * quarters) / 4));
    // Between 1 and the count, which is not 0 here.
    return sorted[place - 1] as Rational;
  };
  if (count === 0) return null;
  return { minimum: at(0), q1: at(1), median: at(2), q3: at(3), maximum: at(4) };
}

/** The exact mean; null for nobody. */
export function meanOf(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : divide(sum(values), whole(values.length));
}

/** The exact variance over all of them (not of a sample); null for nobody. Spreads are compared as squares, so that no root is taken. */
export function varianceOf(values: readonly Rational[]): Rational | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  const squares = meanOf(values.map((value) => multiply(value, value)));
  // There is at least one value.
  return squares === null ? null : sum([squares, multiply(multiply(mean, mean), whole(-1))]);
}
