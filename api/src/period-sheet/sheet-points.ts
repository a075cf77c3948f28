import type { CriterionPoints } from '@congvu/schema/evaluation';
import { sum } from '@congvu/schema/primitives/rational';
import { toDecimal } from '../scalar/decimal.ts';

/** The sum as a decimal column takes it: criteria have six decimals at most, so it is exact. */
export function decimalSum(criteria: readonly CriterionPoints[]): string {
  return toDecimal(sum(criteria.map(({ points }) => points)));
}
