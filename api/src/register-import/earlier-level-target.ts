import { randomUUID } from 'node:crypto';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { lastDay, type Period } from '@congvu/schema/primitives/period';
import { FIRST_YEAR } from '@congvu/schema/procedure';
import type { ImportRecord } from '@congvu/schema/registers';
import { findEarlierLaw } from '@congvu/schema/rulesets';
import { findPeopleOfYears, type KnownPerson, writeEarlierLevels } from './earlier-level-rows.store.ts';
import type { BatchTarget, ImportSetting, ReadRow, RowOutcome } from './import-target.ts';

/**
 * Levels of people's years before the program, as the paper of then says them. One that stands as the file says it is unchanged; one
 * that says otherwise is refused, since what was decided is never edited: the import that brought it is taken back.
 */
export function earlierLevelTarget(setting: ImportSetting): BatchTarget<'EARLIER_LEVEL'> {
  return {
    register: 'EARLIER_LEVEL',
    keysOf: ({ employee, year }) => [{ path: '/employee', key: `${employee} ${year}`, says: employee }],
    plan: async (tx, rows) => {
      const people = await findPeopleOfYears(
        tx,
        rows.map(({ record: { employee, year } }) => ({ employee, year })),
      );
      return rows.map((row, index) => planLevel(row, people[index] ?? null, setting));
    },
    insert: (tx, planned) => writeEarlierLevels(tx, planned, setting.recordedBy),
  };
}

function planLevel(
  { line, record }: ReadRow<'EARLIER_LEVEL'>,
  person: KnownPerson | null,
  { context, isKept }: ImportSetting,
): RowOutcome {
  const { employee, year } = record;
  const refuse = (path: string, error: FieldError['error']): RowOutcome => ({ line, errors: [{ path, error }] });
  const unknown = refuse('/employee', domainError('EMPLOYEE_UNKNOWN', { employee }));
  if (person === null) return unknown;
  if (person.id === context.actor?.employeeId)
    return refuse('/employee', domainError('FORBIDDEN', { permission: null }));
  const { place, stored } = person;
  // A year of four digits, as the shape demands.
  if (place === null)
    return refuse('/year', domainError('NO_ASSIGNMENT', { employee, on: lastDay(String(year) as Period) }));
  if (!isKept({ id: place.unitId, code: '', path: place.path })) return unknown;
  const law = findEarlierLaw(place.subjectType, year);
  if (law === null) return refuse('/year', outsideLaw(place.subjectType, year));
  if (record.decidedOn > context.today)
    return refuse('/decidedOn', domainError('INCONSISTENT', { reason: 'FUTURE_DATE' }));
  if (stored !== null) {
    if (isSame(stored, record)) return { line, planned: null };
    return refuse('/level', domainError('DUPLICATE_RECORD', { decisionNumber: stored.decisionNumber ?? employee }));
  }
  const row = {
    employee_id: person.id,
    agency_id: place.agencyId,
    authority_id: place.authorityId,
    unit_id: place.unitId,
    year,
    post: place.post,
    group_code: place.group,
    subject_type: place.subjectType,
    rule_set: law.code,
    rule_set_version: law.version,
    level: record.level,
    decision_number: record.decisionNumber,
    decided_on: record.decidedOn,
    issuer: record.issuer,
  };
  return { line, planned: { line, id: randomUUID(), number: `${employee} ${year}`, row } };
}

type Stored = NonNullable<KnownPerson['stored']>;

function isSame(stored: Stored, { level, decisionNumber, decidedOn, issuer }: ImportRecord<'EARLIER_LEVEL'>): boolean {
  return (
    stored.level === level &&
    stored.decisionNumber === decisionNumber &&
    stored.decidedOn === decidedOn &&
    stored.issuer === issuer
  );
}

/** Before the law there was then; or a subject type of which no law of levels is known. */
function outsideLaw(subjectType: NonNullable<KnownPerson['place']>['subjectType'], year: number): FieldError['error'] {
  const last = FIRST_YEAR - 1;
  const known = findEarlierLaw(subjectType, last);
  if (known === null) return domainError('RULE_SET_UNKNOWN', { ruleSet: subjectType });
  const minimum = known.effectiveFrom.slice(0, 4);
  return domainError('OUT_OF_RANGE', { given: String(year), minimum, maximum: String(last) });
}
