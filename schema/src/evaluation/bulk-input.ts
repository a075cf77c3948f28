import { z } from 'zod';
import { localDateShape, periodShape } from '../primitives/shapes.ts';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  optional,
  optionalTextShape,
  quantityShape,
  revisionShape,
} from './input-field.ts';
import { RESPONSIBILITIES } from './task.ts';

/** Rows of one call of `assignTasks` at most: a unit of 70 people with 35 products each. */
export const MOST_TASK_ROWS = 2_500;

/** One product for one person, as a row of a call for a whole unit. Each row is read by itself. */
export const assignTaskRowShape = z.strictObject({
  employee: codeShape,
  product: codeShape,
  title: optionalTextShape,
  quantity: quantityShape,
  qualityRequirement: optionalTextShape,
  deadline: localDateShape,
  responsibility: z.enum(RESPONSIBILITIES),
});
export type AssignTaskRow = z.output<typeof assignTaskRowShape>;

/** The rows stay unread here, so that a bad one does not refuse the others. */
export const assignTasksShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  atomic: optional(z.boolean()).transform((atomic) => atomic ?? false),
  rows: z.array(z.unknown()).min(1).max(MOST_TASK_ROWS).readonly(),
});
export type AssignTasks = z.output<typeof assignTasksShape>;

/** A task that its person cannot finish goes to another. Source: NĐ 335/2025 art. 18(1). */
export const handOverTaskShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  task: idShape,
  revision: revisionShape,
  to: codeShape,
  occurredOn: localDateShape,
  deadline: optional(localDateShape),
  note: optionalTextShape,
});
export type HandOverTask = z.output<typeof handOverTaskShape>;

/** The sheets of one call of `notifySheets` at most. */
const MOST_SHEETS = 1_000;

/** All confirmed sheets of a unit's period, or the listed ones of them. Source: NĐ 335/2025 art. 17(3). */
export const notifySheetsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  period: periodShape,
  sheets: optional(z.array(idShape).min(1).max(MOST_SHEETS).readonly()),
});
export type NotifySheets = z.output<typeof notifySheetsShape>;
