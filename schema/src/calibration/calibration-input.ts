import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { localDateShape } from '../primitives/shapes.ts';

/** Units of one session, and proposals of one call, at most. */
const MOST_UNITS = 200;
const MOST_PROPOSALS = 1_000;

const yearShape = z.int().min(2000).max(9999);

/** A session over several units of one agency, or of the units below one. `unit`: the top of them. */
export const openCalibrationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    unit: codeShape,
    year: yearShape,
    units: z.array(codeShape).min(1).max(MOST_UNITS).readonly(),
    title: nameShape,
    dueOn: localDateShape,
  })
  .superRefine(({ units }, context) => {
    const twice = units.findIndex((code, index) => units.indexOf(code) !== index);
    const reason = twice === -1 ? (units.length < 2 ? 'ONE_UNIT_ALONE' : null) : 'DUPLICATE_CODE';
    if (reason === null) return;
    const path = twice === -1 ? ['units'] : ['units', twice];
    context.addIssue({ code: 'custom', message: 'INCONSISTENT', path, params: { reason } });
  });
export type OpenCalibration = z.output<typeof openCalibrationShape>;

export const joinCalibrationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  unit: codeShape,
});
export type JoinCalibration = z.output<typeof joinCalibrationShape>;

/** Levels a unit proposes; each row has its own outcome. They write no level anywhere else. */
export const proposeCalibratedShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  unit: codeShape,
  rows: z
    .array(z.strictObject({ classification: idShape, level: z.enum(LEVELS), reason: optionalTextShape }))
    .min(1)
    .max(MOST_PROPOSALS)
    .readonly(),
});
export type ProposeCalibrated = z.output<typeof proposeCalibratedShape>;

export const submitCalibrationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  unit: codeShape,
  revision: revisionShape,
});
export type SubmitCalibration = z.output<typeof submitCalibrationShape>;

/** The reason may be absent here, because its lack is a refusal of its own (REASON_REQUIRED). */
export const revealCalibrationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  reason: optionalTextShape,
});
export type RevealCalibration = z.output<typeof revealCalibrationShape>;

/** `authorisedBy`: the name of who allowed the change; `document`: where that stands. */
export const changeCalibratedShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  classification: idShape,
  after: z.enum(LEVELS),
  reason: textShape,
  authorisedBy: nameShape,
  document: nameShape,
});
export type ChangeCalibrated = z.output<typeof changeCalibratedShape>;

export const lockCalibrationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  document: nameShape,
  revision: revisionShape,
});
export type LockCalibration = z.output<typeof lockCalibrationShape>;

export const cancelCalibrationShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  session: idShape,
  reason: textShape,
  revision: revisionShape,
});
export type CancelCalibration = z.output<typeof cancelCalibrationShape>;
