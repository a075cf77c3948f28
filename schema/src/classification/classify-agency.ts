import type { AgencyYear, ClassifiedAgency, ClassifyingRules } from './agency-year.ts';
import { applyQuota } from './apply-quota.ts';
import { proposeLevel } from './propose-level.ts';
import { readQuota } from './quota.ts';

/**
 * The yearly levels the system proposes for one agency, with a line for each step that concerned a person: mean, eligibility, level
 * by score, forced level, head not above unit, quota by group, quota of the agency; ties at a cut are left to the authority.
 *
 * Exact: levels and ranks look at unrounded figures. The order of people changes nothing but the order of the answer; codes
 * are unique and at most one person is the head, which the caller has checked. Takes n·log n time.
 *
 * Source: NĐ 335/2025 art. 11, 20; contract.md, classify; domain.md 3.8–3.10.
 *
 * @example classifyAgency(getRuleSet('ND335-2025/CIVIL_SERVANT'), { unit: { level: 'GOOD', isOutstanding: false }, people })
 */
export function classifyAgency(rules: ClassifyingRules, { unit, people, quota }: AgencyYear): ClassifiedAgency {
  const reading = readQuota(rules.year.quota, unit.isOutstanding, quota);
  const proposals = people.map((person) => proposeLevel(person.rules ?? rules, unit, person));
  const limited = applyQuota(rules.year.rules, reading, proposals);
  return {
    quota: limited.quota,
    people: limited.proposals.map(({ person, mean, scoreLevel, level, flags, trace }) => ({
      code: person.code,
      mean,
      scoreLevel,
      level,
      flags: flags.toSorted(),
      trace,
    })),
  };
}
