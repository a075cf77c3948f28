import { domainError } from '@congvu/schema/errors';
import { compare, parseRational, type Rational } from '@congvu/schema/primitives/rational';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** Bounds of a figure, both included; null where there is none on that side. */
export interface ExactRange {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

const MOST_LETTERS = 100;

interface WrittenRange {
  readonly min?: string | null | undefined;
  readonly max?: string | null | undefined;
}

export const ExactRangeInput = builder.inputType('ExactRange', {
  description: 'Between two exact figures, both included. A bound left out does not narrow.',
  fields: (t) => ({
    min: t.field({ type: 'Exact', required: false, description: 'The least.' }),
    max: t.field({ type: 'Exact', required: false, description: 'The most.' }),
  }),
});

/** Null where nothing narrows. Errors: BAD_REQUEST (NOT_A_NUMBER; INCONSISTENT where the least is above the most). */
export function parseExactRange(
  given: WrittenRange | null | undefined,
  context: Pick<Context, 'locale'>,
): ExactRange | null {
  const range = { min: parseBound(given?.min, context), max: parseBound(given?.max, context) };
  if (range.min === null && range.max === null) return null;
  if (range.min !== null && range.max !== null && compare(range.min, range.max) > 0)
    throw requestError(domainError('INCONSISTENT', { reason: 'RANGE_REVERSED' }), context.locale);
  return range;
}

function parseBound(text: string | null | undefined, context: Pick<Context, 'locale'>): Rational | null {
  if (text === null || text === undefined) return null;
  // No figure here has more digits; a longer one would be work for the database alone.
  const number = text.length > MOST_LETTERS ? null : parseRational(text);
  if (number === null || !number.ok)
    throw requestError(domainError('NOT_A_NUMBER', { given: text.slice(0, 40) }), context.locale);
  return number.value;
}

/** Whether a stored pair lies within bounds, multiplied out: a quotient would be rounded. Rows without the pair do not. */
export function isWithin(numerator: string, denominator: string, { min, max }: ExactRange): Sql {
  const bound = (limit: Rational, operator: '>=' | '<=') =>
    sql`${raw(numerator)} * ${String(limit.denominator)}::numeric ${raw(operator)} ${String(limit.numerator)}::numeric * ${raw(denominator)}`;
  const least = min === null ? sql`${raw(numerator)} is not null` : bound(min, '>=');
  return max === null ? least : sql`${least} and ${bound(max, '<=')}`;
}
