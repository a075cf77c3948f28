import { z } from 'zod';
import { codeShape, idempotencyKeyShape, idShape, optional } from '../evaluation/input-field.ts';
import { kindOf } from '../primitives/period.ts';
import { periodShape } from '../primitives/shapes.ts';
import { yearShape } from './round-input.ts';

/** Long work that goes on by itself. */
export const JOB_KINDS = ['CLOSE_MONTH', 'CLOSE_YEAR', 'NATIONAL_EXPORT', 'IMPORT', 'RETENTION', 'EXPORT'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A month alone: quarters and years are worked out of months (domain.md 3.7). */
const monthShape = periodShape.superRefine((period, context) => {
  if (kindOf(period) === 'MONTH') return;
  context.addIssue({ code: 'custom', message: 'NOT_A_PERIOD', params: { given: period } });
});

export const closeMonthShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  period: monthShape,
});
export type CloseMonth = z.output<typeof closeMonthShape>;

export const closeYearShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, unit: codeShape, year: yearShape });
export type CloseYear = z.output<typeof closeYearShape>;

/** Months and years are exchanged, as they are closed and decided (domain.md 3.14). */
const exchangedShape = periodShape.superRefine((period, context) => {
  if (kindOf(period) !== 'QUARTER') return;
  context.addIssue({ code: 'custom', message: 'NOT_A_PERIOD', params: { given: period } });
});

export const createNationalExportShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  period: exchangedShape,
});
export type CreateNationalExport = z.output<typeof createNationalExportShape>;

export const jobCommandShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, job: idShape });
export type JobCommand = z.output<typeof jobCommandShape>;

/** `catalogue` names a catalogue version by its code; null keeps the coefficients the tasks were assigned with. */
export const simulateShape = z.strictObject({
  unit: codeShape,
  period: periodShape,
  ruleSet: optional(codeShape),
  version: optional(z.int().min(1)),
  catalogue: optional(codeShape),
});
export type Simulate = z.output<typeof simulateShape>;
