import type { SubjectType } from '../evaluation/assignment.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { nd233PublicEmployee } from './nd233-2026-public-employee.ts';
import { nd335CivilServant } from './nd335-2025-civil-servant.ts';

const builtIn: readonly RuleSet[] = [nd335CivilServant, nd233PublicEmployee];

/** Every built-in rule set. A published one is never edited: a change in law is a new version with its dates. */
export function listRuleSets(): readonly RuleSet[] {
  return builtIn;
}

/** By code, such as "ND335-2025/CIVIL_SERVANT", and version; the newest version where none is given. */
export function findRuleSet(code: string, version?: number): RuleSet | null {
  const ofCode = builtIn.filter((each) => each.code === code && (version === undefined || each.version === version));
  return ofCode.reduce<RuleSet | null>(
    (best, each) => (best === null || each.version > best.version ? each : best),
    null,
  );
}

/** Like `findRuleSet`; throws where there is none. */
export function getRuleSet(code: string, version?: number): RuleSet {
  const found = findRuleSet(code, version);
  if (found === null) throw new Error(`no rule set ${code}${version === undefined ? '' : ` version ${version}`}`);
  return found;
}

/** The rule set a work segment falls under on a day; null where none of ours covers it (domain.md 2). */
export function findRuleSetFor(subjectType: SubjectType, on: LocalDate): RuleSet | null {
  const covering = builtIn.filter(
    (each) =>
      each.subjectType === subjectType &&
      each.effectiveFrom <= on &&
      (each.effectiveTo === null || on <= each.effectiveTo),
  );
  return covering.at(-1) ?? null;
}
