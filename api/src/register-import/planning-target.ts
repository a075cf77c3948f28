import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError, type FieldError } from '@congvu/schema/errors';
import {
  type BatchTarget,
  type ImportSetting,
  type Planned,
  type ReadRow,
  type RowOutcome,
  toJson,
  type WrittenRow,
} from './import-target.ts';

interface KnownEntry {
  readonly code: string;
  readonly employeeId: string;
  /** Whether the importing person keeps staff where he works. */
  readonly path: string | null;
  readonly unitId: string | null;
  readonly entryId: string | null;
  readonly title: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly revision: number | null;
}

/** Who is planned for which post (quy hoạch), by the decision that says so; an entry that differs is changed. */
export function planningTarget(setting: ImportSetting): BatchTarget<'PLANNING'> {
  return {
    register: 'PLANNING',
    keysOf: ({ employee, unit, post, decisionNumber }) => [
      { path: '/decisionNumber', key: `${employee} ${unit} ${post} ${decisionNumber}`, says: decisionNumber },
    ],
    plan: async (tx, rows) => {
      const known = await findKnown(tx, rows, setting.context.today);
      return rows.map((row, index) => planRow(row, known[index] ?? null, setting));
    },
    insert: (tx, planned) => writeEntries(tx, planned, setting.recordedBy),
  };
}

function planRow({ line, record }: ReadRow<'PLANNING'>, known: KnownEntry | null, setting: ImportSetting): RowOutcome {
  const { employee, unit, post, title, from, to, decisionNumber } = record;
  const errors: FieldError[] = [];
  const isKept = known?.path != null && setting.isKept({ id: '', code: '', path: known.path });
  if (known === null || !isKept)
    errors.push({ path: '/employee', error: domainError('EMPLOYEE_UNKNOWN', { employee }) });
  else if (known.employeeId === setting.context.actor?.employeeId)
    errors.push({ path: '/employee', error: domainError('FORBIDDEN', { permission: null }) });
  if (known !== null && known.unitId === null)
    errors.push({ path: '/unit', error: domainError('UNIT_UNKNOWN', { unit }) });
  if (known === null || errors.length > 0) return { line, errors };
  if (known.entryId === null) {
    const row = {
      employee_id: known.employeeId,
      unit_id: known.unitId,
      post,
      title,
      from_on: from,
      to_on: to,
      decision_number: decisionNumber,
    };
    return { line, planned: { line, id: randomUUID(), number: decisionNumber, row } };
  }
  const before = { title: known.title, from_on: known.from, to_on: known.to };
  if (before.title === title && before.from_on === from && before.to_on === to) return { line, planned: null };
  const row = { title, from_on: from, to_on: to, before, revision: known.revision };
  return { line, planned: { line, id: known.entryId, number: decisionNumber, action: 'CHANGED', row } };
}

/** In the order of the rows; null where the person is not to be seen. */
async function findKnown(
  tx: Transaction,
  rows: readonly ReadRow<'PLANNING'>[],
  today: string,
): Promise<readonly (KnownEntry | null)[]> {
  const named = JSON.stringify(rows.map(({ record }) => record));
  const found = await tx.$queryRaw<readonly (KnownEntry & { readonly place: number })[]>`
    select g.place::integer as place, e.code, e.id as "employeeId", now_at.path_text as path, u.id as "unitId",
      p.id as "entryId", p.title, p.from_on::text as "from", p.to_on::text as "to", p.revision
    from rows from (jsonb_to_recordset(${named}::jsonb) as (employee text, unit text, post congvu.post, "decisionNumber" text))
      with ordinality g (employee, unit, post, decision, place)
    join congvu.employee e on e.code = g.employee
    left join lateral (
      select w.path_text from congvu.assignment a join congvu.unit w on w.id = a.unit_id
      where a.employee_id = e.id and coalesce(a.valid_to >= ${today}::date, true) order by a.valid_from limit 1) now_at on true
    left join congvu.unit u on u.code = g.unit
    left join congvu.planning_entry p on p.employee_id = e.id and p.unit_id = u.id and p.post = g.post
      and p.decision_number = g.decision`;
  const byPlace = new Map(found.map((row) => [row.place, row]));
  return rows.map((_row, index) => byPlace.get(index + 1) ?? null);
}

async function writeEntries(
  tx: Transaction,
  planned: readonly Planned[],
  recordedBy: { readonly id: string; readonly name: string },
): Promise<readonly WrittenRow[]> {
  const changed = planned.filter(({ action }) => action === 'CHANGED');
  const created = planned.filter(({ action }) => action !== 'CHANGED');
  if (created.length > 0)
    await tx.$executeRaw`
      insert into congvu.planning_entry (id, employee_id, unit_id, post, title, from_on, to_on, decision_number, recorded_by_id,
        recorded_by_name, recorded_at)
      select g.id, g.employee_id, g.unit_id, g.post, g.title, g.from_on, g.to_on, g.decision_number, ${recordedBy.id}::uuid,
        ${recordedBy.name}, now()
      from jsonb_to_recordset(${toJson(created)}::jsonb) g (id uuid, employee_id uuid, unit_id uuid, post congvu.post,
        title text, from_on date, to_on date, decision_number text)`;
  if (changed.length > 0) {
    const done = await tx.$executeRaw`
      update congvu.planning_entry p set title = g.title, from_on = g.from_on, to_on = g.to_on, revision = p.revision + 1
      from jsonb_to_recordset(${toJson(changed)}::jsonb) g (id uuid, title text, from_on date, to_on date, revision integer)
      where p.id = g.id and p.revision = g.revision`;
    if (done !== changed.length) throw Object.assign(new Error('An entry may not be changed.'), { code: '42501' });
  }
  return planned.map(
    ({ line, id, action, row }): WrittenRow =>
      action === 'CHANGED'
        ? {
            line,
            entity: 'planning_entry',
            rowId: id,
            action,
            before: row.before as Record<string, unknown>,
            revisionAfter: Number(row.revision) + 1,
          }
        : { line, entity: 'planning_entry', rowId: id, action: 'CREATED', revisionAfter: 1 },
  );
}
