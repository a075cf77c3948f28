import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { DisciplineSubject } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type AssignmentRow, assignmentsByEmployee } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { loadOne } from '../sql/batch.ts';

/** Where somebody served on a day, and as what. */
export interface Service {
  readonly assignment: AssignmentRow;
  readonly subject: DisciplineSubject;
}

/** Whose act, which day, and where the input says so. */
export interface ActPlace {
  readonly employeeId: string;
  readonly employee: string;
  readonly day: LocalDate;
  /** Code of the unit the caller names; null: the one of the day. */
  readonly unit: string | null;
  /** Fields of the input an error is told at. */
  readonly dayPath: string;
  readonly unitPath: string;
}

/**
 * The service on the day of an act: what forms somebody can have follows from it, and whose result the act touches. Errors: NO_ASSIGNMENT
 * where he did not serve that day; UNIT_UNKNOWN for a unit he did not serve in that day.
 */
export async function findService(context: Context, place: ActPlace): Promise<Service> {
  const rows = (await loadOne(context, assignmentsByEmployee, place.employeeId)) ?? [];
  const then = rows
    .map(({ assignment }) => assignment)
    .filter(({ validFrom, validTo }) => validFrom <= place.day && (validTo === null || place.day <= validTo));
  const [first] = then;
  if (first === undefined) {
    throw invalidField(place.dayPath, domainError('NO_ASSIGNMENT', { employee: place.employee, on: place.day }));
  }
  if (place.unit === null) return toService(first);
  const named = then.find(({ unit }) => unit.code === place.unit) ?? findElsewhere(rows, place.unit);
  if (named === undefined) throw invalidField(place.unitPath, domainError('UNIT_UNKNOWN', { unit: place.unit }));
  return { ...toService(first), assignment: { ...first, unit: named.unit } };
}

/** A unit he served in at another time: acts are also told by the unit that was merged into today's. */
function findElsewhere(rows: readonly { readonly assignment: AssignmentRow }[], code: string) {
  return rows.map(({ assignment }) => assignment).find(({ unit }) => unit.code === code);
}

function toService(assignment: AssignmentRow): Service {
  return { assignment, subject: { subjectType: assignment.subjectType, leader: assignment.post !== 'STAFF' } };
}
