import type { Level } from '../evaluation/level.ts';
import { compare, divide, multiply, type Rational, toText, whole } from '../primitives/rational.ts';
import { levelOf } from '../scoring/level-of.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import {
  type OrganisationFacts,
  type OrganisationProposal,
  type OrganisationTraceLine,
  OUTSTANDING_CONDITIONS,
  type OutstandingCondition,
} from './organisation-year.ts';

/** What was found: the rule that says so, the level and, where the authority decides, what is suggested. */
interface Finding {
  readonly step: keyof OrganisationRuleSet['rules'];
  readonly level: OrganisationProposal['level'];
  readonly suggestion?: Level;
}

/**
 * The level the system proposes for an organisation's year, by the steps of domain.md 4.3; what the article leaves open is the rule
 * set's `gapPolicy`, or the authority's to decide. The quota of those recognised by one authority comes after.
 *
 * Source: NĐ 335/2025 art. 8.
 */
export function resolveOrganisation(rules: OrganisationRuleSet, facts: OrganisationFacts): OrganisationProposal {
  const scoreLevel = levelOf(facts.total, rules.thresholds);
  const missing = missingConditions(rules, facts);
  const { step, level, suggestion = null } = find(rules, facts, scoreLevel, missing);
  const { id, source } = rules.rules[step];
  const figures = {
    total: toText(facts.total),
    donePercent: percent(facts.tasks.done, facts.tasks.total),
    latePercent: percent(facts.tasks.late, facts.tasks.total),
    beyondPercent: percent(facts.tasks.beyond, facts.tasks.total),
    missing: missing.join(' '),
    suggestion,
  };
  const own = { step, rule: id, source, before: scoreLevel, after: level, figures };
  return { level, suggestion, trace: [...fromRegisters(facts, scoreLevel), own] };
}

function find(
  rules: OrganisationRuleSet,
  facts: OrganisationFacts,
  scoreLevel: Level,
  missing: readonly OutstandingCondition[],
): Finding {
  const { conditions } = rules;
  const { tasks } = facts;
  if (facts.hasPersonnelWrongdoing) return { step: 'personnelWrongdoing', level: 'NOT_COMPLETED' };
  if (scoreLevel === 'NOT_COMPLETED') return { step: 'belowMinimum', level: 'NOT_COMPLETED' };
  // Without tasks there is no share of them.
  if (compare(tasks.total, whole(0)) <= 0) return undecided;
  if (!reaches(tasks.done, tasks.total, conditions.minimumDonePercent.value)) {
    return facts.isForceMajeure
      ? { step: 'forceMajeure', level: 'AUTHORITY_DECIDES' }
      : { step: 'tasksBelowMinimum', level: 'NOT_COMPLETED' };
  }
  if (!reaches(tasks.done, tasks.total, conditions.donePercent.value)) return undecided;
  if (compare(tasks.late, whole(0)) === 0 && facts.isQualityMet) {
    if (scoreLevel !== 'OUTSTANDING') return { step: scoreLevel === 'GOOD' ? 'good' : 'completed', level: scoreLevel };
    return missing.length === 0 ? { step: 'outstanding', level: 'OUTSTANDING' } : fillGap(rules, 'GOOD');
  }
  const isLittleLate = compare(multiply(tasks.late, whole(100)), multiply(tasks.total, latest(rules))) <= 0;
  if (!isLittleLate) return undecided;
  return scoreLevel === 'COMPLETED' ? { step: 'completed', level: 'COMPLETED' } : fillGap(rules, 'COMPLETED');
}

/** The text names no level here. */
const undecided: Finding = { step: 'undecided', level: 'AUTHORITY_DECIDES', suggestion: 'COMPLETED' };

/** The score reaches a level whose conditions fail: the level below, or the authority decides. */
function fillGap({ parameters }: OrganisationRuleSet, lower: Level): Finding {
  return parameters.gapPolicy.value === 'LOWER_LEVEL'
    ? { step: 'gap', level: lower }
    : { step: 'gap', level: 'AUTHORITY_DECIDES', suggestion: lower };
}

function missingConditions(
  { conditions }: OrganisationRuleSet,
  facts: OrganisationFacts,
): readonly OutstandingCondition[] {
  const { beyond, total } = facts.tasks;
  const lacks: Readonly<Record<OutstandingCondition, boolean>> = {
    beyond: !reaches(beyond, total, conditions.beyondPercent.value),
    subordinates: conditions.noSubordinateNotCompleted.value && facts.hasSubordinateNotCompleted,
    defects: conditions.defectsRemedied.value && !(facts.areDefectsRemedied && (facts.openFindings ?? []).length === 0),
  };
  return OUTSTANDING_CONDITIONS.filter((condition) => lacks[condition]);
}

/** One line for each open finding and for each discipline for an act done here; none of them moves the level by itself. */
function fromRegisters(facts: OrganisationFacts, level: Level): readonly OrganisationTraceLine[] {
  const decree = (clause: string) => ({
    instrument: '335/2025/NĐ-CP',
    clause,
    effectiveFrom: null,
    effectiveTo: null,
    url: null,
    certainty: 'VERIFIED' as const,
  });
  const findings = (facts.openFindings ?? []).map(
    ({ id, topic }): OrganisationTraceLine => ({
      step: 'openFinding',
      rule: 'registers.openFinding',
      source: decree('art. 8(1)(c)'),
      before: level,
      after: level,
      figures: { topic },
      record: { kind: 'Finding', id, number: null },
    }),
  );
  const disciplines = (facts.disciplines ?? []).map(
    ({ id, form }): OrganisationTraceLine => ({
      step: 'disciplineHere',
      rule: 'registers.disciplineHere',
      source: decree('art. 11'),
      before: level,
      after: level,
      figures: { form },
      record: { kind: 'DisciplineDecision', id, number: null },
    }),
  );
  return [...findings, ...disciplines];
}

function latest({ conditions }: OrganisationRuleSet): Rational {
  return whole(conditions.latePercent.value);
}

/** Whether a part is at least so many percent of the whole; exact. */
function reaches(part: Rational, total: Rational, leastPercent: number): boolean {
  return compare(multiply(part, whole(100)), multiply(total, whole(leastPercent))) >= 0;
}

function percent(part: Rational, total: Rational): string | null {
  return compare(total, whole(0)) <= 0 ? null : toText(divide(multiply(part, whole(100)), total));
}
