import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { addDays } from '@congvu/schema/primitives/local-date';
import { periodOf } from '@congvu/schema/primitives/period';
import { closedError, type HeldAssignment, isSamePlace, overlap, overlapError, type Span } from './assignment-span.ts';
import { placeSheets } from './import.store.ts';
import {
  type BatchTarget,
  type ImportSetting,
  type Planned,
  type ReadRow,
  type RowOutcome,
  toJson,
  type WrittenRow,
} from './import-target.ts';
import { openPlaceBook, type PlaceBook } from './place-book.ts';

interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly assignments: readonly HeldAssignment[];
}

/**
 * Posts of people who are known, as `transferEmployee` gives one: what lasts without an end is ended the day before. Whatever
 * else overlaps is refused, also an earlier row of the same file.
 */
export function assignmentTarget(setting: ImportSetting): BatchTarget<'ASSIGNMENT'> {
  /** What the file said so far, by staff code. */
  const said = new Map<string, Span[]>();
  const remember = (code: string, span: Span) => said.set(code, [...(said.get(code) ?? []), span]);
  return {
    register: 'ASSIGNMENT',
    keysOf: () => [],
    remember: ({ employee, from, to }) => remember(employee, { from, to }),
    plan: async (tx, rows) => {
      const book = await openPlaceBook(
        tx,
        setting,
        rows.map(({ record }) => record),
      );
      const known = await findKnown(
        tx,
        rows.map(({ record }) => record.employee),
      );
      return rows.map((row) => {
        const { employee, from, to } = row.record;
        const twice = said.get(employee)?.find((span) => overlap(span, { from, to }));
        remember(employee, { from, to });
        if (twice !== undefined) return { line: row.line, errors: [overlapError(twice)] };
        return planRow(row, known.get(employee) ?? null, book, setting);
      });
    },
    insert: insertAssignments,
  };
}

function planRow(
  { line, record }: ReadRow<'ASSIGNMENT'>,
  known: KnownPerson | null,
  book: PlaceBook,
  setting: ImportSetting,
): RowOutcome {
  const { employee, from, to } = record;
  if (known === null)
    return { line, errors: [{ path: '/employee', error: domainError('EMPLOYEE_UNKNOWN', { employee }) }] };
  if (known.id === setting.context.actor?.employeeId)
    return { line, errors: [{ path: '/employee', error: domainError('FORBIDDEN', { permission: null }) }] };
  const found = book.find(record);
  if (!found.ok) return { line, errors: found.error };
  const place = found.value;
  if (known.assignments.some((held) => isSamePlace(held, { ...place, to }))) return { line, planned: null };
  const others = known.assignments.filter((held) => overlap(held, { from, to }));
  const ended = others.find(
    (held) =>
      held.from < from && held.to === null && setting.isKept({ id: held.unitId, code: '', path: held.unitPath }),
  );
  const other = others.find((held) => held !== ended);
  const errors = other === undefined ? closedError(place) : [overlapError(other)];
  if (errors.length > 0) return { line, errors };
  return {
    line,
    planned: {
      line,
      id: randomUUID(),
      number: known.code,
      row: {
        employee_id: known.id,
        unit_id: place.unitId,
        post: place.post,
        title: place.title,
        group_code: place.groupCode,
        subject_type: place.subjectType,
        role: place.role,
        rule_set: place.ruleSet,
        valid_from: from,
        valid_to: to,
        period: periodOf(from),
        ended_id: ended?.id ?? null,
        ended_to: ended === undefined ? null : addDays(from, -1),
      },
    },
  };
}

async function findKnown(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const rows = await tx.$queryRaw<readonly KnownPerson[]>`
    select e.id, e.code,
      (select coalesce(json_agg(json_build_object('id', a.id, 'unitId', a.unit_id, 'unitPath', u.path_text, 'post', a.post,
         'title', a.title, 'groupCode', a.group_code, 'subjectType', a.subject_type, 'from', a.valid_from, 'to', a.valid_to)
         order by a.valid_from), '[]')
       from congvu.assignment a join congvu.unit u on u.id = a.unit_id where a.employee_id = e.id) as assignments
    from congvu.employee e where e.code = any(${[...new Set(codes)]}::text[])`;
  return new Map(rows.map((person) => [person.code, person]));
}

async function insertAssignments(tx: Transaction, planned: readonly Planned[]): Promise<readonly WrittenRow[]> {
  const rows = toJson(planned);
  const ending = planned.filter(({ row }) => row.ended_id !== null);
  if (ending.length > 0) {
    const ended = await tx.$executeRaw`
      update congvu.assignment a set valid_to = g.ended_to
      from jsonb_to_recordset(${toJson(ending)}::jsonb) g (ended_id uuid, ended_to date)
      where a.id = g.ended_id and a.valid_to is null`;
    // A policy hides what one may not end; somebody else ended it meanwhile.
    if (ended !== ending.length) throw Object.assign(new Error('An assignment may not be ended.'), { code: '42501' });
  }
  await tx.$executeRaw`
    insert into congvu.assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from,
      valid_to)
    select g.id, g.employee_id, g.unit_id, g.post, g.title, g.group_code, g.subject_type, g.role, g.rule_set, g.valid_from,
      g.valid_to
    from jsonb_to_recordset(${rows}::jsonb) g (id uuid, employee_id uuid, unit_id uuid, post congvu.post, title text,
      group_code text, subject_type congvu.subject_type, role congvu.scoring_role, rule_set text, valid_from date,
      valid_to date)`;
  const byPeriod = Map.groupBy(planned, ({ row }) => String(row.period));
  await placeSheets(
    tx,
    new Map([...byPeriod].map(([period, moved]) => [period, moved.map(({ row }) => String(row.employee_id))])),
  );
  return planned.flatMap(({ line, id, row }): readonly WrittenRow[] => [
    { line, entity: 'assignment', rowId: id, action: 'CREATED' },
    ...(row.ended_id === null
      ? []
      : [
          {
            line,
            entity: 'assignment',
            rowId: String(row.ended_id),
            action: 'CHANGED',
            before: { valid_to: null },
          } as const,
        ]),
  ]);
}
