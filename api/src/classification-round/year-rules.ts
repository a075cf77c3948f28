import type { SubjectType } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import type { RuleSet } from '@congvu/schema/scoring';

/** The work with which somebody ended a year. */
export interface LastWork {
  readonly subjectType: SubjectType;
  /** Code of the assignment's own rule set. */
  readonly ruleSet: string;
}

/**
 * The rule set that governs the level of a year: what is in force on its last day for that kind of service in the unit, else
 * the assignment's own, as for contract workers to whom an office applies the civil servants' (art. 28(2)). Null where none scores, as
 * for cadres under the Party's rules. Each month keeps the rule set by which it was scored (domain.md 2).
 */
export function rulesOfYear(
  registry: RuleSetRegistry,
  lineage: readonly string[],
  work: LastWork,
  lastDay: LocalDate,
): RuleSet | null {
  const found = registry.findFor(work.subjectType, lastDay, lineage);
  if (found !== null) return found.kind === 'PERSON' ? found : null;
  const named = registry.findScoring(work.ruleSet);
  const isInForce =
    named !== null && named.effectiveFrom <= lastDay && (named.effectiveTo === null || lastDay <= named.effectiveTo);
  return isInForce ? named : null;
}
