import { z } from 'zod';
import { codeShape, idempotencyKeyShape, nameShape, optional } from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { inOrder } from './input-checks.ts';
import { REGISTER_TABLE_KINDS } from './register-words.ts';

/** Characters of a table written as JSON. */
const LONGEST_BODY = 200_000;

/** An office's own table in place of the built-in one, from a day on. The body is read by `parseRegisterTable`. */
export const publishRegisterTableShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    kind: z.enum(REGISTER_TABLE_KINDS),
    /** The agency it holds for, and those below; everybody unless stated. */
    unit: optional(codeShape),
    version: z.int().min(1).max(32_767),
    effectiveFrom: localDateShape,
    effectiveTo: optional(localDateShape),
    decisionNumber: nameShape,
    /** JSON text of its rows. */
    body: z.string().min(2).max(LONGEST_BODY),
  })
  .superRefine(({ effectiveFrom, effectiveTo }, context) =>
    inOrder(context, ['effectiveTo'], effectiveFrom, effectiveTo),
  );
export type PublishRegisterTable = z.output<typeof publishRegisterTableShape>;
