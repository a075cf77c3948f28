import { z } from 'zod';
import { nameShape } from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { UNIT_KINDS } from '../evaluation/unit-kind.ts';
import { APPOINTED_POSTS } from './conditions.ts';

/** Fifty years, in months. */
const MOST_MONTHS = 600;
const MOST_YEARS = 10;
const MOST_CONDITIONS = 30;
const MOST_ROWS = 50;

const conditionShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('PLANNED') }),
  z.strictObject({ kind: z.literal('SERVICE_MONTHS'), months: z.int().min(1).max(MOST_MONTHS) }),
  z.strictObject({ kind: z.literal('NO_ACTIVE_DISCIPLINE') }),
  z.strictObject({ kind: z.literal('NO_PENDING_PROCEDURE') }),
  z.strictObject({ kind: z.literal('LATEST_LEVEL'), levels: z.array(z.enum(LEVELS)).min(1).readonly() }),
  z.strictObject({ kind: z.literal('NO_LEVEL'), level: z.enum(LEVELS), years: z.int().min(1).max(MOST_YEARS) }),
  z.strictObject({ kind: z.literal('TO_CONFIRM'), text: z.strictObject({ vi: nameShape, en: nameShape }) }),
]);

/** An office's own conditions of appointment: each post of each kind of unit once. */
export const writtenConditionsShape = z
  .array(
    z.strictObject({
      post: z.enum(APPOINTED_POSTS),
      unitKind: z.enum(UNIT_KINDS).nullable().default(null),
      conditions: z.array(conditionShape).max(MOST_CONDITIONS).readonly(),
    }),
  )
  .min(1)
  .max(MOST_ROWS)
  .superRefine((rows, context) => {
    const names = rows.map(({ post, unitKind }) => `${post} ${unitKind}`);
    const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
    if (twice === -1) return;
    context.addIssue({
      code: 'custom',
      message: 'INCONSISTENT',
      path: [twice],
      params: { reason: 'DUPLICATE_CODE' },
    });
  });
