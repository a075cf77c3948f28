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
import { inOrder, missing } from './input-checks.ts';
import { FEEDBACK_KINDS, FEEDBACK_OUTCOMES, FINDING_TOPICS } from './register-words.ts';

/** The sender, kept apart from the feedback and told by one act of its own. */
const senderShape = z
  .strictObject({ name: optionalTextShape, contact: optionalTextShape })
  .superRefine(({ name, contact }, context) => {
    if (name === null && contact === null) missing(context, ['name']);
  });

/** No clock of feedback is known to this system: who receives it states the due day. */
export const receiveFeedbackShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    unit: codeShape,
    /** Whom it is about; null where it is about the unit. */
    employee: optional(codeShape),
    kind: z.enum(FEEDBACK_KINDS),
    channel: nameShape,
    topic: optional(z.enum(FINDING_TOPICS)),
    receivedOn: localDateShape,
    content: textShape,
    dueOn: localDateShape,
    sender: optional(senderShape),
  })
  .superRefine(({ receivedOn, dueOn }, context) => inOrder(context, ['dueOn'], receivedOn, dueOn));
export type ReceiveFeedback = z.output<typeof receiveFeedbackShape>;

const feedbackAsSeen = { idempotencyKey: idempotencyKeyShape, feedback: idShape, revision: revisionShape };

/** To a unit, to a person who handles it, or to both. */
export const assignFeedbackShape = z
  .strictObject({ ...feedbackAsSeen, unit: optional(codeShape), handler: optional(codeShape) })
  .superRefine(({ unit, handler }, context) => {
    if (unit === null && handler === null) missing(context, ['unit']);
  });
export type AssignFeedback = z.output<typeof assignFeedbackShape>;

export const answerFeedbackShape = z.strictObject({
  ...feedbackAsSeen,
  on: localDateShape,
  document: nameShape,
  outcome: z.enum(FEEDBACK_OUTCOMES),
  finding: optional(idShape),
});
export type AnswerFeedback = z.output<typeof answerFeedbackShape>;

export const closeFeedbackShape = z.strictObject(feedbackAsSeen);
export type CloseFeedback = z.output<typeof closeFeedbackShape>;

export const revealFeedbackSenderShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  feedback: idShape,
  reason: textShape,
});
export type RevealFeedbackSender = z.output<typeof revealFeedbackSenderShape>;
