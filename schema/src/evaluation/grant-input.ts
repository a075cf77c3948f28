import { z } from 'zod';
import { ROLES } from '../permission/permission.ts';
import { localDateShape } from '../primitives/shapes.ts';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  textShape,
} from './input-field.ts';

/** Roles given by a grant. EMPLOYEE comes with a place in a unit alone. */
export const GRANTED_ROLES = ROLES.filter((role) => role !== 'EMPLOYEE');

/** What a review of a grant says: it stays for another year, or ends today. */
export const REVIEW_OUTCOMES = ['KEEP', 'END'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

const MOST_REVIEWS = 250;

function inOrder(field: 'to' | 'reviewDueOn', from: string, day: string | null, context: z.RefinementCtx): void {
  if (day === null || from <= day) return;
  context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [field], params: { reason: 'DATES_REVERSED' } });
}

/** `reviewDueOn`: a year after `from` unless stated (a term of ours, no law names one). */
export const giveGrantShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    employee: codeShape,
    role: z.enum(GRANTED_ROLES),
    unit: codeShape,
    from: localDateShape,
    to: optional(localDateShape),
    document: nameShape,
    reviewDueOn: optional(localDateShape),
  })
  .superRefine(({ from, to, reviewDueOn }, context) => {
    inOrder('to', from, to, context);
    inOrder('reviewDueOn', from, reviewDueOn, context);
  });
export type GiveGrant = z.output<typeof giveGrantShape>;

/** `on`: the last day of the grant. */
export const endGrantShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  grant: idShape,
  on: localDateShape,
  reason: textShape,
});
export type EndGrant = z.output<typeof endGrantShape>;

export const reviewGrantsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  rows: z
    .array(z.strictObject({ grant: idShape, outcome: z.enum(REVIEW_OUTCOMES), note: optionalTextShape }))
    .min(1)
    .max(MOST_REVIEWS)
    .readonly(),
});
export type ReviewGrants = z.output<typeof reviewGrantsShape>;
