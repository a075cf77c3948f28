import { domainError } from '@congvu/schema/errors';
import { type LocalDate, parseLocalDate } from '@congvu/schema/primitives/local-date';
import { type Period, parsePeriod } from '@congvu/schema/primitives/period';
import type { Context } from './context.ts';
import { notFound, requestError } from './error/request-error.ts';
import { findUnitByCode, type UnitRow } from './unit/unit.store.ts';

/** What was found, or NOT_FOUND: absent and invisible are the same answer. */
export function assertVisible<Value>(value: Value | null, context: Pick<Context, 'locale'>): Value {
  if (value === null) throw notFound(context.locale);
  return value;
}

/** Errors: BAD_REQUEST (NOT_A_DATE). */
export function optionalDate(text: string | null | undefined, context: Pick<Context, 'locale'>): LocalDate | null {
  if (text === null || text === undefined) return null;
  const date = parseLocalDate(text);
  if (!date.ok) throw requestError(domainError('NOT_A_DATE', { given: text.slice(0, 40) }), context.locale);
  return date.value;
}

/** Errors: BAD_REQUEST (NOT_A_PERIOD). */
export function periodArgument(text: string, context: Pick<Context, 'locale'>): Period {
  const period = parsePeriod(text);
  if (!period.ok) throw requestError(domainError('NOT_A_PERIOD', { given: text.slice(0, 40) }), context.locale);
  return period.value;
}

/** The unit a filter names. A list under an unknown unit is a mistake to be told, not an empty list. Errors: NOT_FOUND. */
export async function filterUnit(code: string | null | undefined, context: Context): Promise<UnitRow | null> {
  if (code === null || code === undefined) return null;
  return assertVisible(await findUnitByCode(context, code), context);
}
