import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { toSearchKey, toSortKey } from '@congvu/schema/person-name';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { ImportRecord } from '@congvu/schema/registers';
import { closedError, type HeldAssignment, isSamePlace, overlap, overlapError } from './assignment-span.ts';
import { insertEmployees } from './employee-rows.store.ts';
import type { BatchTarget, ImportSetting, Planned, ReadRow, RowOutcome } from './import-target.ts';
import { openPlaceBook, type Place, type PlaceBook } from './place-book.ts';

type Line = ImportRecord<'EMPLOYEE'>;

/** Somebody of a code, as far as the importing person may see him. */
interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly userName: string | null;
  readonly email: string | null;
  readonly hasAccount: boolean;
  readonly serviceEnd: LocalDate | null;
  readonly assignments: readonly HeldAssignment[];
}

/**
 * People with their post: new ones; those who are there already, whose name, address, account or end of service the file has
 * otherwise. A post that differs is no matter of this file: it is ASSIGNMENT_OVERLAPS, and moved by a file of assignments.
 * What a file leaves empty is left as it is.
 */
export function employeeTarget(setting: ImportSetting): BatchTarget<'EMPLOYEE'> {
  return {
    register: 'EMPLOYEE',
    keysOf: ({ code, userName, email, account }) => [
      { path: '/code', key: `code ${code}`, says: code },
      ...(userName === null ? [] : [{ path: '/userName', key: `user ${userName}`, says: userName }]),
      ...(email === null ? [] : [{ path: '/email', key: `email ${email.toLowerCase()}`, says: code }]),
      ...(account === null ? [] : [{ path: '/account', key: `account ${account}`, says: account }]),
    ],
    plan: async (tx, rows) => {
      const book = await openPlaceBook(
        tx,
        setting,
        rows.map(({ record }) => record),
      );
      const known = await findKnown(tx, rows);
      return rows.map((row) => planRow(row, known.get(row.record.code) ?? null, book, setting));
    },
    insert: (tx, planned) => insertEmployees(tx, planned, setting.recordedBy),
  };
}

function planRow(
  { line, record }: ReadRow<'EMPLOYEE'>,
  known: KnownPerson | null,
  book: PlaceBook,
  setting: ImportSetting,
): RowOutcome {
  if (known !== null && known.id === setting.context.actor?.employeeId)
    return { line, errors: [{ path: '/code', error: domainError('FORBIDDEN', { permission: null }) }] };
  const found = book.find(record);
  if (!found.ok) return { line, errors: found.error };
  const place = found.value;
  if (known === null) {
    const errors = closedError(place);
    return errors.length > 0 ? { line, errors } : { line, planned: toNew(line, record, place) };
  }
  const isThere = known.assignments.some((held) => isSamePlace(held, { ...place, to: held.to }));
  if (!isThere) {
    const other = known.assignments.find((held) => overlap(held, { from: record.from, to: null }));
    const errors = other === undefined ? closedError(place) : [overlapError(other)];
    if (errors.length > 0) return { line, errors };
  }
  const row = { ...toChanges(record, known), ...(isThere ? {} : toAssignment(place)) };
  if (Object.keys(row).length === 0) return { line, planned: null };
  return { line, planned: { line, id: known.id, number: known.code, action: 'CHANGED', row } };
}

function toNew(line: number, record: Line, place: Place): Planned {
  return {
    line,
    id: randomUUID(),
    number: record.code,
    row: {
      is_new: true,
      code: record.code,
      ...toName(record.name),
      user_name: record.userName,
      email: record.email,
      account: record.account,
      display_name: record.name,
      service_end: record.serviceEnd,
      ...toAssignment(place),
    },
  };
}

function toName(name: string) {
  return { name, search_key: toSearchKey(name), sort_key: toSortKey(name) };
}

function toAssignment(place: Place) {
  return {
    assignment_id: randomUUID(),
    unit_id: place.unitId,
    post: place.post,
    title: place.title,
    group_code: place.groupCode,
    subject_type: place.subjectType,
    role: place.role,
    rule_set: place.ruleSet,
    valid_from: place.from,
  };
}

/** The columns the file has otherwise, and under `before` what they hold now. */
function toChanges(record: Line, known: KnownPerson): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  if (record.name !== known.name) {
    Object.assign(changes, toName(record.name));
    Object.assign(before, toName(known.name));
  }
  if (record.userName !== null && record.userName !== known.userName) {
    changes.user_name = record.userName;
    before.user_name = known.userName;
  }
  if (record.email !== null && record.email !== known.email) {
    changes.email = record.email;
    before.email = known.email;
  }
  if (Object.keys(before).length > 0) changes.before = before;
  if (record.account !== null && !known.hasAccount)
    Object.assign(changes, { account: record.account, display_name: record.name });
  if (record.serviceEnd !== null && record.serviceEnd !== known.serviceEnd)
    Object.assign(changes, { service_end: record.serviceEnd, service_end_before: known.serviceEnd });
  return changes;
}

async function findKnown(
  tx: Transaction,
  rows: readonly ReadRow<'EMPLOYEE'>[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const codes = rows.map(({ record }) => record.code);
  const found = await tx.$queryRaw<readonly KnownPerson[]>`
    select e.id, e.code, e.name, e.user_name as "userName", e.email, congvu.account_of(e.id) is not null as "hasAccount",
      s.on_date::text as "serviceEnd",
      (select coalesce(json_agg(json_build_object('id', a.id, 'unitId', a.unit_id, 'unitPath', u.path_text, 'post', a.post,
         'title', a.title, 'groupCode', a.group_code, 'subjectType', a.subject_type, 'from', a.valid_from, 'to', a.valid_to)
         order by a.valid_from), '[]')
       from congvu.assignment a join congvu.unit u on u.id = a.unit_id where a.employee_id = e.id) as assignments
    from congvu.employee e left join congvu.service_end s on s.employee_id = e.id
    where e.code = any(${codes}::text[])`;
  return new Map(found.map((person) => [person.code, person]));
}
