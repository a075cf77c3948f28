import { z } from 'zod';
import { codeShape, nameShape } from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { exactShape, localDateShape } from '../primitives/shapes.ts';
import { localisedShape } from '../scoring/law-values.ts';
import { organisationRuleSetShape, UNIT_ITEMS } from '../scoring/organisation-rule-set.ts';
import { ruleSetShape } from '../scoring/rule-set.ts';
import { yearRulesShape } from '../scoring/year-rules.ts';

/** A code of an office's own, such as "H99/CIVIL_SERVANT". */
const ruleSetCodeShape = codeShape.superRefine((given, context) => {
  if (/^[A-Za-z0-9][A-Za-z0-9./_-]*$/.test(given)) return;
  context.addIssue({ code: 'custom', message: 'UNKNOWN_VALUE', params: { given, allowed: [] } });
});

const header = {
  code: ruleSetCodeShape,
  version: z.int().min(1).max(1_000),
  name: z.strictObject({ vi: nameShape, en: nameShape }),
  effectiveFrom: localDateShape,
  effectiveTo: localDateShape.nullable().default(null),
  /** The office's decision, which becomes the source of all it chose. */
  decision: z.strictObject({ number: nameShape, decidedOn: localDateShape }),
};

const groupShape = z.strictObject({
  code: codeShape,
  maximum: exactShape,
  /** Needed where the base has no group of this code. */
  name: localisedShape.optional(),
});

const split = {
  /** The split of the general points; both together, in place of the base's. */
  groups: z.array(groupShape).min(1).max(20).readonly().optional(),
  criteria: z
    .array(groupShape.extend({ group: codeShape }))
    .min(1)
    .max(100)
    .readonly()
    .optional(),
};

const thresholds = z
  .array(z.strictObject({ level: z.enum(LEVELS), atLeast: exactShape }))
  .readonly()
  .optional();

const year = yearRulesShape.shape;
const quota = year.quota.shape;
const quotaChoices = z
  .strictObject({
    ratePercent: quota.ratePercent.shape.value,
    rateOutstandingPercent: quota.rateOutstandingPercent.shape.value,
    basis: quota.basis.shape.value,
    perGroup: quota.perGroup.shape.value,
    minOne: quota.minOne.shape.value,
    includeHead: quota.includeHead.shape.value,
  })
  .partial()
  .optional();
const petition = year.petition.shape;
const deadlines = year.deadlines.shape;
const deadlineChoices = z
  .strictObject({ year: deadlines.year.shape.value, special: deadlines.special.shape.value })
  .partial()
  .optional();

const yearChoices = z
  .strictObject({
    notRatedMonths: year.notRatedMonths.shape.value,
    headCap: year.headCap.shape.value,
    quota: quotaChoices,
    petition: z
      .strictObject({
        filingDays: petition.filingDays.shape.value,
        filingDayKind: petition.filingDayKind.shape.value,
        resolveDays: petition.resolveDays.shape.value,
        resolveDayKind: petition.resolveDayKind.shape.value,
      })
      .partial(),
    deadlines: deadlineChoices,
    syncDays: year.syncDays.shape.value,
    periodKind: year.periodKind.shape.value,
    quarterMethod: year.quarterMethod.shape.value,
    splitPeriod: year.splitPeriod.shape.value,
    minWorkedDays: year.minWorkedDays.shape.value,
    zeroPlan: year.zeroPlan.shape.value,
    lateAcrossPeriod: year.lateAcrossPeriod.shape.value,
    timeliness: year.timeliness.shape.value,
    extension: year.extension.shape.value,
    delayUnit: year.delayUnit.shape.value,
    noSubordinates: year.noSubordinates.shape.value,
    leaderFigures: year.leaderFigures.shape.value,
    disciplineUnrelated: year.disciplineUnrelated.shape.value,
    generalDeductions: year.generalDeductions.shape.value,
    unitInfluence: year.unitInfluence.shape.value,
  })
  .partial()
  .optional();

/**
 * What an office writes of a rule set for people: its own values alone. What it leaves out is the base's. `thresholds`,
 * `deductionPercent` and the two maxima are the law's; given, they must say the same.
 */
export const personDerivationShape = z.strictObject({
  ...header,
  /** An agency may apply the rules of civil servants to its labour-contract workers. Source: NĐ 335/2025 art. 28(2). */
  subjectType: z.literal('CONTRACT').optional(),
  ...split,
  generalMaximum: exactShape.optional(),
  resultMaximum: exactShape.optional(),
  deductionPercent: ruleSetShape.shape.deductionPercent.optional(),
  thresholds,
  weights: ruleSetShape.shape.weights.optional(),
  parameters: z
    .strictObject({
      componentCap: z.enum(['COMPONENT_100', 'SECTION_70']),
      extraTaskFailure: z.enum(['NO_PENALTY', 'COUNT_AS_PLANNED']),
    })
    .partial()
    .optional(),
  year: yearChoices,
});
export type PersonDerivation = z.output<typeof personDerivationShape>;

const conditions = organisationRuleSetShape.shape.conditions.shape;
const parameters = organisationRuleSetShape.shape.parameters.shape;

/** What an office writes of a rule set for organisations; it alone sets the points of the eight items. */
export const organisationDerivationShape = z.strictObject({
  ...header,
  groups: split.groups,
  generalMaximum: exactShape.optional(),
  resultMaximum: exactShape.optional(),
  items: z
    .array(z.strictObject({ code: z.enum(UNIT_ITEMS), maximum: exactShape }))
    .max(UNIT_ITEMS.length)
    .readonly()
    .optional(),
  thresholds,
  conditions: z
    .strictObject({
      donePercent: conditions.donePercent.shape.value,
      beyondPercent: conditions.beyondPercent.shape.value,
      noSubordinateNotCompleted: conditions.noSubordinateNotCompleted.shape.value,
      defectsRemedied: conditions.defectsRemedied.shape.value,
      latePercent: conditions.latePercent.shape.value,
      minimumDonePercent: conditions.minimumDonePercent.shape.value,
    })
    .partial()
    .optional(),
  parameters: z
    .strictObject({
      gapPolicy: parameters.gapPolicy.shape.value,
      naItem: parameters.naItem.shape.value,
      tasksBy: parameters.tasksBy.shape.value,
    })
    .partial()
    .optional(),
  quota: quotaChoices,
  deadlines: deadlineChoices,
});
export type OrganisationDerivation = z.output<typeof organisationDerivationShape>;
