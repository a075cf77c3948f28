import { z } from 'zod';
import { WRITING_MODES } from '../registers/register-words.ts';
import { idempotencyKeyShape } from './input-field.ts';
import { confirmPeriodSheetShape } from './sheet-input.ts';
import { transferEmployeeShape } from './staff-input.ts';
import { confirmTaskShape, decideObjectiveCauseShape } from './task-input.ts';

/** Rows of one call that confirms, decides or transfers, at most. */
export const MOST_BULK_ROWS = 250;

/** Rows stay unread here, so that a bad one does not refuse the others; each is read by its own shape. */
const bulkShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  mode: z.enum(WRITING_MODES),
  rows: z.array(z.unknown()).min(1).max(MOST_BULK_ROWS).readonly(),
});
export type BulkInput = z.output<typeof bulkShape>;

export const confirmPeriodSheetsShape = bulkShape;
export const confirmPeriodSheetRowShape = confirmPeriodSheetShape.omit({ idempotencyKey: true });
export type ConfirmPeriodSheetRow = z.output<typeof confirmPeriodSheetRowShape>;

export const confirmTasksShape = bulkShape;
export const confirmTaskRowShape = confirmTaskShape.omit({ idempotencyKey: true });
export type ConfirmTaskRow = z.output<typeof confirmTaskRowShape>;

export const decideObjectiveCausesShape = bulkShape;
export const decideObjectiveCauseRowShape = decideObjectiveCauseShape.omit({ idempotencyKey: true });
export type DecideObjectiveCauseRow = z.output<typeof decideObjectiveCauseRowShape>;

export const transferEmployeesShape = bulkShape;
export const transferEmployeeRowShape = transferEmployeeShape.omit({ idempotencyKey: true });
export type TransferEmployeeRow = z.output<typeof transferEmployeeRowShape>;
