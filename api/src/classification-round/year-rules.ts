import type { SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { builtInRuleSets } from '@congvu/schema/rulesets';
import type { RuleSet } from '@congvu/schema/scoring';

/**
 * The rule set that governs the level of a year that ended in this kind of service; null where none known scores it, as
 * for cadres under the Party's rules. Each month keeps the rule set by which it was scored.
 */
export function rulesOfYear(subjectType: SubjectType, lastDay: LocalDate): RuleSet | null {
  const found = builtInRuleSets.findFor(subjectType, lastDay);
  return found?.kind === 'PERSON' ? found : null;
}
