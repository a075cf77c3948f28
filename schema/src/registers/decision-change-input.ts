import { z } from 'zod';
import { DISCIPLINE_FORMS } from '../evaluation/discipline-input.ts';
import {
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { inOrder, missing } from './input-checks.ts';
import { COMPLAINT_OUTCOMES } from './register-words.ts';

const decisionAsSeen = { idempotencyKey: idempotencyKeyShape, decision: idShape, revision: revisionShape };

/** A decision taken back: it stays in the register, without effect from the start. */
export const annulDisciplineDecisionShape = z.strictObject({
  ...decisionAsSeen,
  on: localDateShape,
  reason: textShape,
  document: nameShape,
});
export type AnnulDisciplineDecision = z.output<typeof annulDisciplineDecisionShape>;

/** A new decision on the same acts in place of one that is annulled with it; both stay. */
export const replaceDisciplineDecisionShape = z
  .strictObject({
    ...decisionAsSeen,
    form: z.enum(DISCIPLINE_FORMS),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    effectiveFrom: localDateShape,
    effectiveTo: optional(localDateShape),
    issuer: nameShape,
    reason: textShape,
    /** The document that replaces: a decision on the complaint, a conclusion. */
    document: nameShape,
    reasonForForm: optionalTextShape,
  })
  .superRefine(({ effectiveFrom, effectiveTo }, context) =>
    inOrder(context, ['effectiveTo'], effectiveFrom, effectiveTo),
  );
export type ReplaceDisciplineDecision = z.output<typeof replaceDisciplineDecisionShape>;

/** A complaint against a decision, and what became of it; an outcome has its document. */
export const recordComplaintShape = z
  .strictObject({
    ...decisionAsSeen,
    filedOn: localDateShape,
    outcome: z.enum(COMPLAINT_OUTCOMES),
    document: optionalTextShape,
  })
  .superRefine(({ outcome, document }, context) => {
    if (outcome !== 'PENDING' && document === null) missing(context, ['document']);
  });
export type RecordComplaint = z.output<typeof recordComplaintShape>;
