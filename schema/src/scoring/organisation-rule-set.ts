import { z } from 'zod';
import { LEVELS } from '../evaluation/level.ts';
import { exactShape, localDateShape } from '../primitives/shapes.ts';
import { sourceShape } from '../primitives/source.ts';
import { baseShape, deadlinesShape, decisionShape, localisedShape, ruleShape, sourced } from './law-values.ts';
import { quotaShape } from './quota-rules.ts';

/** The eight items of an organisation's results, đ written "dd". Source: NĐ 335/2025 art. 7; domain.md 4.2. */
export const UNIT_ITEMS = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'] as const;
export type UnitItem = (typeof UNIT_ITEMS)[number];

const percentShape = z.int().min(0).max(100);

/**
 * How organisations are scored and levelled: general points in three groups, results in eight items, and conditions on the
 * tasks beside the score. Source: NĐ 335/2025 chapter II; domain.md 4.
 *
 * The law gives no points for an item: `maximum` is null until an office's own version sets it, with the sum 70.
 */
export const organisationRuleSetShape = z.strictObject({
  kind: z.literal('ORGANISATION'),
  code: z.string().min(1),
  version: z.int().min(1),
  name: localisedShape,
  effectiveFrom: localDateShape,
  effectiveTo: localDateShape.nullable(),
  base: baseShape,
  decision: decisionShape,
  sources: z.array(sourceShape).min(1).readonly(),
  generalMaximum: sourced(exactShape),
  resultMaximum: sourced(exactShape),
  groups: z
    .array(z.strictObject({ code: z.string().min(1), name: localisedShape, maximum: exactShape, source: sourceShape }))
    .readonly(),
  items: z
    .array(
      z.strictObject({
        code: z.enum(UNIT_ITEMS),
        name: localisedShape,
        /** "(nếu có)": may not apply to a unit. */
        optional: z.boolean(),
        maximum: exactShape.nullable(),
        source: sourceShape,
      }),
    )
    .length(UNIT_ITEMS.length)
    .readonly(),
  thresholds: z.array(z.strictObject({ level: z.enum(LEVELS), atLeast: exactShape, source: sourceShape })).readonly(),
  conditions: z.strictObject({
    /** OUTSTANDING and GOOD: percent of tasks done, none late, with quality. */
    donePercent: sourced(percentShape),
    /** OUTSTANDING: at least this share of the tasks beyond requirement. */
    beyondPercent: sourced(percentShape),
    /** OUTSTANDING: no direct subordinate unit NOT_COMPLETED. */
    noSubordinateNotCompleted: sourced(z.boolean()),
    /** OUTSTANDING: every defect shown before is remedied. */
    defectsRemedied: sourced(z.boolean()),
    /** COMPLETED: at most this share of the tasks late. */
    latePercent: sourced(percentShape),
    /** Less done than this is NOT_COMPLETED, unless force majeure. */
    minimumDonePercent: sourced(percentShape),
  }),
  parameters: z.strictObject({
    /** Where the score reaches a level but a condition fails: the level below (LOWER_LEVEL), or the authority decides. */
    gapPolicy: sourced(z.enum(['LOWER_LEVEL', 'AUTHORITY_DECIDES'])),
    /** An item that does not apply: its points go to the others in proportion, or are dropped. */
    naItem: sourced(z.enum(['REDISTRIBUTE', 'DROP'])),
    tasksBy: sourced(z.enum(['COUNT', 'UNITS'])),
  }),
  quota: quotaShape,
  deadlines: deadlinesShape,
  /** What the rows of a unit's trace cite. */
  rules: z.strictObject({
    general: ruleShape,
    results: ruleShape,
    personnelWrongdoing: ruleShape,
    belowMinimum: ruleShape,
    tasksBelowMinimum: ruleShape,
    forceMajeure: ruleShape,
    outstanding: ruleShape,
    good: ruleShape,
    completed: ruleShape,
    gap: ruleShape,
    undecided: ruleShape,
    quota: ruleShape,
  }),
});

export type OrganisationRuleSet = z.output<typeof organisationRuleSetShape>;
export type WrittenOrganisationRuleSet = z.input<typeof organisationRuleSetShape>;
