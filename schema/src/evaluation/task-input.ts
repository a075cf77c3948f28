import { z } from 'zod';
import { localDateShape, periodShape } from '../primitives/shapes.ts';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  quantityShape,
  revisionShape,
  textShape,
} from './input-field.ts';
import { RESPONSIBILITIES } from './task.ts';

/** At most this many handlers of a document are kept. */
const MOST_HANDLERS = 50;

/** What a page showed of a document; never its text. */
export const documentInputShape = z.strictObject({
  number: nameShape,
  issuer: optionalTextShape,
  date: optional(localDateShape),
  deadline: optional(localDateShape),
  host: z.string().min(1).max(253),
  path: optionalTextShape,
  adapter: nameShape,
  handlers: z
    .array(z.strictObject({ name: nameShape, role: optionalTextShape }))
    .max(MOST_HANDLERS)
    .nullish()
    .transform((handlers) => handlers ?? []),
});
export type DocumentInput = z.output<typeof documentInputShape>;

export const assignTaskShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  employee: codeShape,
  product: codeShape,
  title: optionalTextShape,
  quantity: quantityShape,
  qualityRequirement: optionalTextShape,
  deadline: localDateShape,
  responsibility: z.enum(RESPONSIBILITIES),
  document: optional(documentInputShape),
});
export type AssignTask = z.output<typeof assignTaskShape>;

export const taskPreviewShape = z.strictObject({
  employee: codeShape,
  product: codeShape,
  quantity: quantityShape,
  deadline: localDateShape,
});
export type TaskPreviewInput = z.output<typeof taskPreviewShape>;

export const fixPeriodPlanShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  period: periodShape,
});
export type FixPeriodPlan = z.output<typeof fixPeriodPlanShape>;

export const submitTaskShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  task: idShape,
  revision: revisionShape,
  submittedOn: localDateShape,
  note: optionalTextShape,
});
export type SubmitTask = z.output<typeof submitTaskShape>;

export const confirmTaskShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  task: idShape,
  revision: revisionShape,
  outcome: z.enum(['DONE', 'NOT_DONE']),
  submittedOn: optional(localDateShape),
  note: optionalTextShape,
});
export type ConfirmTask = z.output<typeof confirmTaskShape>;

/** An extension, and only an extension, states the new deadline. */
export const recordTaskEventShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    task: idShape,
    revision: revisionShape,
    kind: z.enum(['MAJOR_ERROR', 'DELAY', 'EXTENSION']),
    occurredOn: localDateShape,
    newDeadline: optional(localDateShape),
    note: optionalTextShape,
  })
  .superRefine((event, context) => {
    if ((event.kind === 'EXTENSION') === (event.newDeadline !== null)) return;
    context.addIssue({
      code: 'custom',
      message: 'INCONSISTENT',
      path: ['newDeadline'],
      params: { reason: 'EVENT_NEEDS_NEW_DEADLINE' },
    });
  });
export type RecordTaskEvent = z.output<typeof recordTaskEventShape>;

export const undoTaskEventShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  event: idShape,
  revision: revisionShape,
});
export type UndoTaskEvent = z.output<typeof undoTaskEventShape>;

export const claimObjectiveCauseShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  event: idShape,
  revision: revisionShape,
  reason: textShape,
  evidence: optionalTextShape,
});
export type ClaimObjectiveCause = z.output<typeof claimObjectiveCauseShape>;

export const decideObjectiveCauseShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  cause: idShape,
  revision: revisionShape,
  confirm: z.boolean(),
  note: optionalTextShape,
});
export type DecideObjectiveCause = z.output<typeof decideObjectiveCauseShape>;
