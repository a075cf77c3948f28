import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { Found, FoundPerson, FoundUnit, NamedPerson } from './import-target.ts';

type Checked<Value> = Result<Value, readonly FieldError[]>;

export function problem(
  path: string,
  error: DomainError,
): { readonly ok: false; readonly error: readonly FieldError[] } {
  return fail([{ path, error }]);
}

/** Somebody else, whom the importing person may see. Errors: EMPLOYEE_UNKNOWN, FORBIDDEN for oneself. */
export function findPerson(found: Found, named: NamedPerson, path: string): Checked<FoundPerson> {
  const person = found.person(named);
  if (person === null) return problem(path, domainError('EMPLOYEE_UNKNOWN', { employee: named.code }));
  if (person.id === found.self) return problem(path, domainError('FORBIDDEN', { permission: null }));
  return ok(person);
}

/** The unit named, else the person's on the day. Errors: UNIT_UNKNOWN, also outside what is imported for; NO_ASSIGNMENT. */
export function findUnitOf(
  found: Found,
  code: string | null,
  person: FoundPerson | null,
  day: { readonly on: LocalDate; readonly path: string },
): Checked<FoundUnit> {
  const unit = code === null ? (person?.unit ?? null) : found.unit(code);
  if (unit === null && code === null && person !== null)
    return problem(day.path, domainError('NO_ASSIGNMENT', { employee: person.code, on: day.on }));
  if (unit === null || !found.isKept(unit))
    return problem('/unit', domainError('UNIT_UNKNOWN', { unit: code ?? unit?.code ?? '' }));
  return ok(unit);
}

/** The first of these days that is still to come, told at its column. */
export function findFuture(
  found: Found,
  days: Readonly<Record<string, LocalDate | null>>,
): { readonly ok: false; readonly error: readonly FieldError[] } | null {
  const late = Object.entries(days).find(([, day]) => day !== null && day > found.today);
  return late === undefined ? null : problem(`/${late[0]}`, domainError('INCONSISTENT', { reason: 'FUTURE_DATE' }));
}
