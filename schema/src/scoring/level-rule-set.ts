import { z } from 'zod';
import { SUBJECT_TYPES } from '../evaluation/assignment.ts';
import { LEVELS } from '../evaluation/level.ts';
import { exactShape, localDateShape } from '../primitives/shapes.ts';
import { sourceShape } from '../primitives/source.ts';
import { baseShape, decisionShape, localisedShape, ruleShape } from './law-values.ts';
import { yearRulesShape } from './year-rules.ts';

/**
 * A regime of which we know the levels but not how points are made of work.
 *
 * LEVELS: levels hang on a figure (`thresholds`) and on conditions, and the year is classified by `year`; the figure is made by
 * rules that were not read, which an office's own version supplies. HISTORY: levels alone, never a figure; it says which law an
 * old level came from, and old levels are compared by level only.
 */
export const levelRuleSetShape = z.strictObject({
  kind: z.enum(['LEVELS', 'HISTORY']),
  code: z.string().min(1),
  version: z.int().min(1),
  name: localisedShape,
  subjectType: z.enum(SUBJECT_TYPES),
  effectiveFrom: localDateShape,
  effectiveTo: localDateShape.nullable(),
  base: baseShape,
  decision: decisionShape,
  sources: z.array(sourceShape).min(1).readonly(),
  /** Empty for HISTORY. */
  thresholds: z.array(z.strictObject({ level: z.enum(LEVELS), atLeast: exactShape, source: sourceShape })).readonly(),
  /** What a level asks beside a figure, for people to read. */
  conditions: z.array(ruleShape.extend({ level: z.enum(LEVELS) })).readonly(),
  /** Null for HISTORY. */
  year: yearRulesShape.nullable(),
});

export type LevelRuleSet = z.output<typeof levelRuleSetShape>;
export type WrittenLevelRuleSet = z.input<typeof levelRuleSetShape>;
