import { z } from 'zod';
import { isLocalDate } from '../primitives/local-date.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { sourceShape } from '../primitives/source.ts';

export const localisedShape = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** A rule as a line of an explanation or a trace cites it. `id` is stable within the rule set's code. */
export const ruleShape = z.strictObject({ id: z.string().min(1), text: localisedShape, source: sourceShape });
export type Rule = z.output<typeof ruleShape>;

/** A value of the law with the place it comes from; an office's own version puts its decision in that place. */
export function sourced<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ value, source: sourceShape });
}

/** The rule set an office's own version was derived from; null where the rule set is the law's own. */
export const baseShape = z.strictObject({ code: z.string().min(1), version: z.int().min(1) }).nullable();

/** The decision by which an office issued its own version; null for the law's own. */
export const decisionShape = z
  .strictObject({ number: z.string().min(1).max(100), decidedOn: localDateShape })
  .nullable();

/** A day that every year has, "12-15"; refused: 30 February and 29 February. */
const dayOfYearShape = z
  .string({ error: 'NOT_A_DATE' })
  .refine((text) => text.length === 5 && isLocalDate(`2025-${text}`), { error: 'NOT_A_DATE' });

/** Classification is finished before this day: of the year, for special agencies of the next one. */
export const deadlinesShape = z.strictObject({ year: sourced(dayOfYearShape), special: sourced(dayOfYearShape) });
