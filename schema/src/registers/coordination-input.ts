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
import { inconsistent } from './input-checks.ts';

/** One unit asks another for its opinion, by a day. `employee`: who is to answer, where that is known. */
export const askCoordinationShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    askingUnit: codeShape,
    askedUnit: codeShape,
    employee: optional(codeShape),
    document: optional(idShape),
    subject: textShape,
    dueOn: localDateShape,
  })
  .superRefine(({ askingUnit, askedUnit }, context) => {
    if (askingUnit === askedUnit) inconsistent(context, ['askedUnit'], 'SAME_UNIT');
  });
export type AskCoordination = z.output<typeof askCoordinationShape>;

const requestAsSeen = { idempotencyKey: idempotencyKeyShape, request: idShape, revision: revisionShape };

export const answerCoordinationShape = z.strictObject({
  ...requestAsSeen,
  on: localDateShape,
  document: optionalTextShape,
});
export type AnswerCoordination = z.output<typeof answerCoordinationShape>;

/** Whether the answer took a clear position; the asking unit judges. */
export const judgeCoordinationShape = z.strictObject({ ...requestAsSeen, clear: z.boolean() });
export type JudgeCoordination = z.output<typeof judgeCoordinationShape>;

export const withdrawCoordinationShape = z.strictObject(requestAsSeen);
export type WithdrawCoordination = z.output<typeof withdrawCoordinationShape>;
