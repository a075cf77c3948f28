import { z } from 'zod';
import { SUBJECT_TYPES } from '../evaluation/assignment.ts';
import { LEVELS } from '../evaluation/level.ts';
import { exactShape, localDateShape } from '../primitives/shapes.ts';
import { sourceShape } from '../primitives/source.ts';
import { COMPONENTS } from './component.ts';
import { baseShape, decisionShape, localisedShape, ruleShape } from './law-values.ts';
import { yearRulesShape } from './year-rules.ts';

const groupShape = z.strictObject({
  code: z.string().min(1),
  name: localisedShape,
  maximum: exactShape,
  source: sourceShape,
});

const criterionShape = groupShape.extend({ group: z.string().min(1) });

const parameterShape = z.strictObject({
  name: z.string().min(1),
  choices: z.array(z.string().min(1)).readonly(),
  /** The text of the default; null where the value must be given. */
  default: z.string().nullable(),
  text: localisedShape,
  source: sourceShape,
});

/**
 * A rule set of a person as data, built in or stored. Numbers are exact texts ("70/3"); what a rule says stands beside where it says so.
 *
 * The year section was added to version 1 of the first two rule sets when nothing had been decided under it; the part that
 * scores a period is unchanged.
 *
 * `weights` are points at full fulfilment, by role; null where the agency must give its own. `thresholds` run from the
 * best level down; reaching one counts as passing it. `deductionPercent` is taken off a product's units per event.
 */
export const ruleSetShape = z.strictObject({
  kind: z.literal('PERSON'),
  code: z.string().min(1),
  version: z.int().min(1),
  name: localisedShape,
  subjectType: z.enum(SUBJECT_TYPES),
  effectiveFrom: localDateShape,
  effectiveTo: localDateShape.nullable(),
  base: baseShape,
  decision: decisionShape,
  sources: z.array(sourceShape).min(1).readonly(),
  /** Where the single values below come from. */
  valueSources: z.strictObject({
    generalMaximum: sourceShape,
    resultMaximum: sourceShape,
    deductionPercent: sourceShape,
    weights: sourceShape,
  }),
  generalMaximum: exactShape,
  resultMaximum: exactShape,
  groups: z.array(groupShape).readonly(),
  criteria: z.array(criterionShape).readonly(),
  deductionPercent: z.int().min(0).max(100),
  weights: z
    .strictObject({
      STAFF: z.strictObject({ quantity: exactShape, quality: exactShape, progress: exactShape }),
      LEADER: z.strictObject({
        quantity: exactShape,
        quality: exactShape,
        progress: exactShape,
        unitResult: exactShape,
        organising: exactShape,
        cohesion: exactShape,
      }),
    })
    .nullable(),
  thresholds: z.array(z.strictObject({ level: z.enum(LEVELS), atLeast: exactShape, source: sourceShape })).readonly(),
  rules: z.strictObject({
    general: ruleShape,
    ...(Object.fromEntries(COMPONENTS.map((component) => [component, ruleShape])) as Record<
      (typeof COMPONENTS)[number],
      typeof ruleShape
    >),
    sectionCap: ruleShape,
  }),
  parameters: z.array(parameterShape).readonly(),
  /** How months become a year and a year a level; scoring a period does not read it. */
  year: yearRulesShape,
});

export type RuleSet = z.output<typeof ruleSetShape>;
export type Criterion = z.output<typeof criterionShape>;
export type Parameter = z.output<typeof parameterShape>;
/** A rule set as it is written and stored: numbers as text. */
export type WrittenRuleSet = z.input<typeof ruleSetShape>;
