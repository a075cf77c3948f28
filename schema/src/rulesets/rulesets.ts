// The door of this domain: what other packages may use of it.
import type { SubjectType } from '../evaluation/assignment.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { nd90Cadre, nd90CivilServant, nd90PublicEmployee } from './nd90-2020-history.ts';
import { nd233PublicEmployee } from './nd233-2026-public-employee.ts';
import { nd335CivilServant } from './nd335-2025-civil-servant.ts';
import { nd335Organisation } from './nd335-2025-organisation.ts';
import { qd366Cadre } from './qd366-2025-cadre.ts';
import { type PersonRules, RuleSetRegistry, type StoredRuleSet } from './registry.ts';

export { deriveRuleSet, type OwnRuleSet, parseRuleSet } from './derive-rule-set.ts';
export { listParameters } from './list-parameters.ts';
export {
  type AnyRuleSet,
  type GovernedDays,
  type PersonRules,
  RuleSetRegistry,
  type ServiceSegment,
  type StoredRuleSet,
} from './registry.ts';

/** The law's own rule sets. A published one is never edited: a change in law is a new version with its dates. */
export const builtInRuleSets: RuleSetRegistry = new RuleSetRegistry(
  [
    nd335CivilServant,
    nd233PublicEmployee,
    qd366Cadre,
    nd335Organisation,
    nd90CivilServant,
    nd90PublicEmployee,
    nd90Cadre,
  ].map((ruleSet) => ({ ruleSet, agency: null })),
);

/**
 * Codes of earlier law, of which there are levels alone: what was decided under it is kept and compared, and nothing is done to it
 * any more (domain.md 2).
 */
export const EARLIER_LAW: readonly string[] = builtInRuleSets
  .list()
  .filter(({ kind }) => kind === 'HISTORY')
  .map(({ code }) => code);

/**
 * The earlier law that was in force for somebody on the last day of a year before `FIRST_YEAR`; null where none of it is known. Cadres
 * stay under it beside the Party's rules (domain.md 2).
 */
export function findEarlierLaw(subjectType: SubjectType, year: number): PersonRules | null {
  // A year of four digits, as callers' shapes demand.
  const on = `${year}-12-31` as LocalDate;
  const inForce = builtInRuleSets
    .list()
    .flatMap((each) => (each.kind === 'HISTORY' && each.subjectType === subjectType ? [each] : []))
    .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo));
  return inForce[0] ?? null;
}

/** The law's own with an office's published versions beside. */
export function withStored(stored: readonly StoredRuleSet[]): RuleSetRegistry {
  return builtInRuleSets.withStored(stored);
}

/** Every built-in rule set that scores a person's period. */
export function listRuleSets(): readonly RuleSet[] {
  return builtInRuleSets.listScoring();
}

/** A built-in one that scores, by code, such as "ND335-2025/CIVIL_SERVANT"; the newest version where none is given. */
export function findRuleSet(code: string, version?: number): RuleSet | null {
  return builtInRuleSets.findScoring(code, version);
}

/** Like `findRuleSet`; throws where there is none. */
export function getRuleSet(code: string, version?: number): RuleSet {
  return builtInRuleSets.getScoring(code, version);
}

/** The built-in rule set that scores a work segment on a day; null where none of ours does (domain.md 2). */
export function findRuleSetFor(subjectType: SubjectType, on: LocalDate): RuleSet | null {
  const found = builtInRuleSets.findFor(subjectType, on);
  return found?.kind === 'PERSON' ? found : null;
}
