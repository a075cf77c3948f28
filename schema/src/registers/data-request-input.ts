import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { missing } from './input-checks.ts';
import { DATA_REQUEST_KINDS, RESTRICTION_SCOPES } from './register-words.ts';

const requestAsSeen = { idempotencyKey: idempotencyKeyShape, request: idShape, revision: revisionShape };

/** What somebody asks about the data held on them. `subject` is what it is about, in a few words. */
export const fileDataRequestShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  kind: z.enum(DATA_REQUEST_KINDS),
  subject: nameShape,
  content: textShape,
  /** Whether data of others are touched, which gives more time. */
  thirdParties: optional(z.boolean()).transform((value) => value ?? false),
});
export type FileDataRequest = z.output<typeof fileDataRequestShape>;

export const withdrawDataRequestShape = z.strictObject(requestAsSeen);
export type WithdrawDataRequest = z.output<typeof withdrawDataRequestShape>;

export const answerDataRequestShape = z.strictObject({ ...requestAsSeen, accept: z.boolean(), answer: textShape });
export type AnswerDataRequest = z.output<typeof answerDataRequestShape>;

export const carryOutDataRequestShape = z.strictObject({ ...requestAsSeen, result: textShape });
export type CarryOutDataRequest = z.output<typeof carryOutDataRequestShape>;

/** One extension, at most as far as `dataExtensionLimit`. */
export const extendDataRequestShape = z.strictObject({ ...requestAsSeen, to: localDateShape, reason: textShape });
export type ExtendDataRequest = z.output<typeof extendDataRequestShape>;

export const restrictDataShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  request: idShape,
  scope: z.enum(RESTRICTION_SCOPES),
  from: localDateShape,
});
export type RestrictData = z.output<typeof restrictDataShape>;

export const liftRestrictionShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  restriction: idShape,
  on: localDateShape,
});
export type LiftRestriction = z.output<typeof liftRestrictionShape>;

export const proposeRetentionShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, unit: codeShape });
export type ProposeRetention = z.output<typeof proposeRetentionShape>;

/** A second person says yes or no to what the job proposed; a no has its reason. */
export const decideRetentionShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    proposal: idShape,
    confirm: z.boolean(),
    reason: optionalTextShape,
  })
  .superRefine(({ confirm, reason }, context) => {
    if (!confirm && reason === null) missing(context, ['reason']);
  });
export type DecideRetention = z.output<typeof decideRetentionShape>;
