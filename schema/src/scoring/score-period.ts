import type { PeriodScore, ScoreInput } from './period-score.ts';
import type { RuleSet } from './rule-set.ts';
import { scoreExactly } from './score-exactly.ts';
import { scoreFast } from './score-fast.ts';
import { planFor } from './scoring-plan.ts';

/**
 * The score of one person for one period: general points, the components of the result, and a line for each with its
 * rule. Exact; order of the items does not matter but for the order of the leaves.
 *
 * INSUFFICIENT_DATA where nothing was assigned. The input is taken as checked: `general` 0 … 30, units above 0, errors
 * and delays whole and at least 0. Throws a RangeError where the rule set has no weights and the input gives none.
 *
 * Source: NĐ 335/2025 art. 12–16; weighted as in domain.md 5.
 *
 * @example scorePeriod(getRuleSet('ND335-2025/CIVIL_SERVANT'), { role: 'STAFF', general: whole(27), items })
 */
export function scorePeriod(ruleSet: RuleSet, input: ScoreInput): PeriodScore {
  const plan = planFor(ruleSet, input);
  return scoreFast(plan, input) ?? scoreExactly(plan, input);
}
