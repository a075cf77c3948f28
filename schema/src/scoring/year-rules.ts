import { z } from 'zod';
import { POSTS } from '../evaluation/assignment.ts';
import { exactShape } from '../primitives/shapes.ts';
import type { sourceShape } from '../primitives/source.ts';
import { deadlinesShape, localisedShape, ruleShape, sourced } from './law-values.ts';
import { quotaShape } from './quota-rules.ts';

/** CALENDAR counts every day, WORKING leaves out weekends and holidays. Neither counts the day of the event itself. */
export const DAY_KINDS = ['CALENDAR', 'WORKING'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/**
 * What forces the lowest level. CONCLUDED_DEGRADATION and CORRUPTION_IN_UNIT: the authority has concluded it. DISCIPLINE: a
 * decision counted in the year for one of `causes`.
 */
export const FORCING_FACTS = ['CONCLUDED_DEGRADATION', 'DISCIPLINE', 'CORRUPTION_IN_UNIT'] as const;
export type ForcingFact = (typeof FORCING_FACTS)[number];

/** Why a discipline was given, as far as the yearly level asks. Source: NĐ 335/2025 art. 11(3). */
export const DISCIPLINE_CAUSES = ['PUBLIC_DUTY', 'DEGRADATION', 'UNRELATED'] as const;
export type DisciplineCause = (typeof DISCIPLINE_CAUSES)[number];

const forcedRuleShape = ruleShape.extend({
  when: z.enum(FORCING_FACTS),
  /** For DISCIPLINE: the causes that force; empty for the other facts. */
  causes: z.array(z.enum(DISCIPLINE_CAUSES)).readonly(),
  /** Whom it can meet. */
  posts: z.array(z.enum(POSTS)).min(1).readonly(),
});

/** What one delay is: a missed deadline; each `days` days begun; or by a table, `delays` from `fromDays` days on. */
const delayUnitShape = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('PER_MISSED_DEADLINE') }),
  z.strictObject({ unit: z.literal('PER_N_DAYS'), days: z.int().min(1).max(365) }),
  z.strictObject({
    unit: z.literal('PER_BAND'),
    bands: z
      .array(z.strictObject({ fromDays: z.int().min(1).max(365), delays: z.int().min(1).max(4) }))
      .min(1)
      .readonly(),
  }),
]);

/** Below it a month is not scored: a share of the month's working days, or a number of them. */
const minWorkedShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SHARE'), share: exactShape }),
  z.strictObject({ kind: z.literal('DAYS'), days: z.int().min(0).max(31) }),
]);

/**
 * How months become a year and a year a level: the readings of domain.md 3.8–3.15 as data, each with its source. Scoring a
 * period reads nothing of this.
 */
export const yearRulesShape = z.strictObject({
  /** Whole months below which a person is not classified, unless on sick or maternity leave. */
  notRatedMonths: sourced(z.int().min(0).max(12)),
  forced: z.array(forcedRuleShape).readonly(),
  /** Whether the head's level is lowered to the unit's. */
  headCap: sourced(z.boolean()),
  quota: quotaShape,
  petition: z.strictObject({
    /** Days from the notice or publication in which a petition is taken; null: no limit is stated. */
    filingDays: sourced(z.int().min(1).max(365).nullable()),
    filingDayKind: sourced(z.enum(DAY_KINDS)),
    /** Days from receipt in which it is resolved. */
    resolveDays: sourced(z.int().min(1).max(365)),
    resolveDayKind: sourced(z.enum(DAY_KINDS)),
  }),
  deadlines: deadlinesShape,
  /** Calendar days from a result to its being in the national database. */
  syncDays: sourced(z.int().min(0).max(365)),
  periodKind: sourced(z.enum(['MONTH', 'QUARTER'])),
  quarterMethod: sourced(z.enum(['MEAN_OF_MONTHS', 'CUMULATIVE_SUMS'])),
  splitPeriod: sourced(z.enum(['WEIGHT_BY_WORKING_DAYS', 'POOL_ITEMS', 'LAST_UNIT'])),
  minWorkedDays: sourced(minWorkedShape),
  zeroPlan: sourced(z.enum(['INSUFFICIENT_DATA', 'MANUAL'])),
  lateAcrossPeriod: sourced(z.enum(['CARRY_OVER_WITH_DELAY', 'CLOSE_AS_NOT_DONE'])),
  timeliness: sourced(z.enum(['FIRST_SUBMISSION', 'ACCEPTED'])),
  extension: sourced(z.enum(['MOVES_DEADLINE', 'COUNTS_AS_DELAY'])),
  delayUnit: sourced(delayUnitShape),
  /** Component d of a leader who has nobody under him. */
  noSubordinates: sourced(z.enum(['MANUAL', 'HUNDRED', 'DROP'])),
  /** The percentages a leader's components may have. */
  leaderFigures: sourced(
    z
      .array(z.union([z.literal(50), z.literal(100)]))
      .min(1)
      .readonly(),
  ),
  /** What a discipline unrelated to degradation and public duty does. */
  disciplineUnrelated: sourced(z.enum(['NO_FORCE', 'FORCE_KHT', 'FLAG'])),
  /** Points the system proposes to take off a general criterion for a finding; it never takes them off itself. */
  generalDeductions: sourced(
    z.array(z.strictObject({ criterion: z.string().min(1), finding: localisedShape, points: exactShape })).readonly(),
  ),
  /** Whether the unit's level touches people who lead nothing. Local variants have no form known to us, so none is offered. */
  unitInfluence: sourced(z.enum(['NONE'])),
  /** What the rows of a classification's trace cite, beside the forced rules. */
  rules: z.strictObject({
    mean: ruleShape,
    eligibility: ruleShape,
    scoreLevel: ruleShape,
    unrelatedDiscipline: ruleShape,
    headCap: ruleShape,
    quotaGroup: ruleShape,
    quotaAgency: ruleShape,
    tie: ruleShape,
  }),
});

export type YearRules = z.output<typeof yearRulesShape>;
export type WrittenYearRules = z.input<typeof yearRulesShape>;
export type ForcedRule = z.output<typeof forcedRuleShape>;
export type DelayUnit = z.output<typeof delayUnitShape>;
export type MinWorkedDays = z.output<typeof minWorkedShape>;
export type WrittenSource = z.input<typeof sourceShape>;
