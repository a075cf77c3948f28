import { z } from 'zod';
import { compare, type Rational, toText, whole, ZERO } from '../primitives/rational.ts';
import { exactShape } from '../primitives/shapes.ts';

/** The longest free text, in characters (UTF-16 units) after trimming. */
export const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 200;

/** 8 … 64 unaccented letters, digits, "_" or "-": the client's own name for one act. */
export const idempotencyKeyShape = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, { error: 'NOT_A_KEY' });

/** The revision the client saw. */
export const revisionShape = z.int().min(0);

/** A global id, which only the server reads. */
export const idShape = z.string().min(1).max(LONGEST_NAME);

/** A code such as an employee's or a product's. */
export const codeShape = z.string().transform(tidy).pipe(z.string().min(1).max(64));

export const nameShape = z.string().transform(tidy).pipe(z.string().min(1).max(LONGEST_NAME));

export const textShape = z.string().transform(tidy).pipe(z.string().min(1).max(LONGEST_TEXT));

/** Absent, null and blank are one thing: null. */
export const optionalTextShape = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? ''))
  .pipe(z.string().max(LONGEST_TEXT))
  .transform((text) => (text === '' ? null : text));

/** Absent and null are one thing: null. */
export function optional<Shape extends z.ZodType>(shape: Shape) {
  return shape.nullish().transform((value) => value ?? null);
}

/** Composed Unicode and no blanks around it, so that one name is one text. */
function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

/** The finest decimal an input may have. */
const FINEST = 1_000_000;

function decimalWithin(accepts: (value: Rational) => boolean, minimum: string, maximum: Rational) {
  return exactShape.superRefine((value, context) => {
    const isDecimal = FINEST % value.smallDenominator === 0;
    if (isDecimal && accepts(value) && compare(value, maximum) <= 0) return;
    context.addIssue({
      code: 'custom',
      message: 'OUT_OF_RANGE',
      params: { given: toText(value), minimum, maximum: toText(maximum) },
    });
  });
}

/** Above 0, at most 1,000,000, at most 6 decimals: "2.5". */
export const quantityShape = decimalWithin((value) => compare(value, ZERO) > 0, '0.000001', whole(1_000_000));

/** 0 … 100, at most 6 decimals; each criterion's own maximum is checked by `checkCriteria`. */
export const pointsShape = decimalWithin((value) => compare(value, ZERO) >= 0, '0', whole(100));

/** A leader's component in percent. Source: NĐ 335/2025 art. 15. */
export const leaderFigureShape = z.union([z.literal(50), z.literal(100)]);
