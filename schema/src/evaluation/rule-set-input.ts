import { z } from 'zod';
import { codeShape, idempotencyKeyShape, optional } from './input-field.ts';

/** Characters of a rule set's text at most; the law's own have about 30,000. */
const LONGEST_RULE_SET = 200_000;

/** An office's own rule set as JSON text, derived from one of the law's. `agency` null: for everybody. */
export const publishRuleSetShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  base: codeShape,
  baseVersion: z.int().min(1),
  agency: optional(codeShape),
  ruleSet: z.string().min(1).max(LONGEST_RULE_SET),
});
export type PublishRuleSet = z.output<typeof publishRuleSetShape>;
