import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { invalidField, UnitClosedError } from '../error/refusals.ts';
import { assertVisible } from '../query-arguments.ts';
import { findUnitByCode, type UnitRow } from './unit.store.ts';

/** The unit of an input. Errors: INVALID_INPUT (UNIT_UNKNOWN) at its field. */
export async function unitAt(context: Context, path: string, code: string): Promise<UnitRow> {
  const unit = await findUnitByCode(context, code);
  if (unit === null) throw invalidField(path, domainError('UNIT_UNKNOWN', { unit: code }));
  return unit;
}

/** Errors: UNIT_CLOSED for a unit that ended before the day; OUT_OF_RANGE at `path` for one that began after it. */
export function assertOpenOn(unit: UnitRow, day: LocalDate, path: string): void {
  // Dates the database wrote.
  if (unit.validTo !== null && unit.validTo < day)
    throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo as LocalDate }));
  if (day < unit.validFrom)
    throw invalidField(path, domainError('OUT_OF_RANGE', { given: day, minimum: unit.validFrom }));
}

/** The unit a mutation acts in, or NOT_FOUND: absent and invisible are the same answer. */
export async function visibleUnit(context: Context, code: string): Promise<UnitRow> {
  return assertVisible(await findUnitByCode(context, code), context);
}
