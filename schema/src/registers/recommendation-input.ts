import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { inOrder, personOrUnit } from './input-checks.ts';
import { RECOMMENDATION_KINDS } from './register-words.ts';

/** Above any sum recommended for recovery, in đồng, and exact as a number. */
const MOST_AMOUNT = 1_000_000_000_000_000;

/** States a follow-up may report; closing and withdrawing are acts of their own. */
export const FOLLOW_UP_STATES = ['NOT_STARTED', 'UNDER_WAY', 'DONE'] as const;

/** To whom it is made, and who sees to it: each is one unit or one person. `dueOn`: the clock of follow-up unless stated. */
export const issueRecommendationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    inspection: idShape,
    finding: optional(idShape),
    kind: z.enum(RECOMMENDATION_KINDS),
    targetUnit: optional(codeShape),
    targetEmployee: optional(codeShape),
    content: textShape,
    /** To be recovered, in đồng. */
    amount: optional(z.int().min(1).max(MOST_AMOUNT)),
    ownerUnit: optional(codeShape),
    ownerEmployee: optional(codeShape),
    issuedOn: localDateShape,
    dueOn: optional(localDateShape),
  })
  .superRefine((given, context) => {
    personOrUnit(context, ['targetUnit', given.targetUnit], ['targetEmployee', given.targetEmployee]);
    personOrUnit(context, ['ownerUnit', given.ownerUnit], ['ownerEmployee', given.ownerEmployee]);
    inOrder(context, ['dueOn'], given.issuedOn, given.dueOn);
  });
export type IssueRecommendation = z.output<typeof issueRecommendationShape>;

/** Something done about it. The proof may be absent here: DONE without any is a refusal of its own (EVIDENCE_REQUIRED). */
export const addFollowUpShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  recommendation: idShape,
  revision: revisionShape,
  state: z.enum(FOLLOW_UP_STATES),
  note: textShape,
  proof: optionalTextShape,
});
export type AddFollowUp = z.output<typeof addFollowUpShape>;

export const closeRecommendationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  recommendation: idShape,
  revision: revisionShape,
  on: localDateShape,
  note: optionalTextShape,
});
export type CloseRecommendation = z.output<typeof closeRecommendationShape>;

export const withdrawRecommendationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  recommendation: idShape,
  revision: revisionShape,
  reason: textShape,
});
export type WithdrawRecommendation = z.output<typeof withdrawRecommendationShape>;
