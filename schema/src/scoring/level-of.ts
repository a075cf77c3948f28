import type { Level } from '../evaluation/level.ts';
import { compare, type Rational, whole } from '../primitives/rational.ts';

/** Best first; reaching a threshold counts as passing it. Source: NĐ 335/2025 art. 20, the same in NĐ 233/2026 art. 12. */
const THRESHOLDS: readonly { readonly level: Level; readonly atLeast: Rational }[] = [
  { level: 'OUTSTANDING', atLeast: whole(90) },
  { level: 'GOOD', atLeast: whole(70) },
  { level: 'COMPLETED', atLeast: whole(50) },
];

/**
 * The level a total of 0 … 100 reaches, by its exact value: 89.995 is GOOD. Thresholds are the rule set's where given
 * (`ruleSet.thresholds`), else 90, 70 and 50.
 */
export function levelOf(
  total: Rational,
  thresholds: readonly { readonly level: Level; readonly atLeast: Rational }[] = THRESHOLDS,
): Level {
  return thresholds.find(({ atLeast }) => compare(total, atLeast) >= 0)?.level ?? 'NOT_COMPLETED';
}
