import type { Transaction } from '@congvu/prisma/database';
import { type Planned, toJson, type WrittenRow } from './import-target.ts';

/**
 * Stores people with their posts, accounts and ends of service: nine statements at most, whatever the batch. Somebody whom an
 * undone import had brought in before is made a person again under his old id.
 */
export async function insertEmployees(
  tx: Transaction,
  planned: readonly Planned[],
  recordedBy: { readonly id: string; readonly name: string },
): Promise<readonly WrittenRow[]> {
  const isNew = ({ row }: Planned) => row.is_new === true;
  const codes = planned.filter(isNew).map(({ number }) => number ?? '');
  const revived = new Map<string, string>();
  if (codes.length > 0) {
    const rows = await tx.$queryRaw<readonly { readonly id: string; readonly code: string }[]>`
      select r.id, r.code from congvu.revive_employees(${codes}::text[]) r`;
    for (const { id, code } of rows) revived.set(code, id);
  }
  const settled = planned.map((each) => {
    const id = isNew(each) ? revived.get(each.number ?? '') : undefined;
    return id === undefined ? each : { ...each, id, row: { ...each.row, is_new: false } };
  });
  const written: WrittenRow[] = [];

  const people = settled.filter(isNew);
  if (people.length > 0) {
    await tx.$executeRaw`
      insert into congvu.employee (id, code, name, search_key, sort_key, user_name, email)
      select g.id, g.code, g.name, g.search_key, g.sort_key, g.user_name, g.email
      from jsonb_to_recordset(${toJson(people)}::jsonb) g (id uuid, code text, name text, search_key text, sort_key text,
        user_name text, email text)`;
  }
  const placed = settled.filter(({ row }) => 'assignment_id' in row);
  if (placed.length > 0) {
    await tx.$executeRaw`
      insert into congvu.assignment (id, employee_id, unit_id, post, title, group_code, subject_type, role, rule_set, valid_from)
      select g.assignment_id, g.id, g.unit_id, g.post, g.title, g.group_code, g.subject_type, g.role, g.rule_set, g.valid_from
      from jsonb_to_recordset(${toJson(placed)}::jsonb) g (assignment_id uuid, id uuid, unit_id uuid, post congvu.post,
        title text, group_code text, subject_type congvu.subject_type, role congvu.scoring_role, rule_set text,
        valid_from date)`;
  }
  // After the post: who changes somebody keeps staff where he works.
  const renamed = settled.filter(({ row, number }) => 'before' in row || revived.has(number ?? ''));
  if (renamed.length > 0) {
    await tx.$executeRaw`
      update congvu.employee e set name = coalesce(g.name, e.name), search_key = coalesce(g.search_key, e.search_key),
        sort_key = coalesce(g.sort_key, e.sort_key), user_name = coalesce(g.user_name, e.user_name),
        email = coalesce(g.email, e.email)
      from jsonb_to_recordset(${toJson(renamed)}::jsonb) g (id uuid, name text, search_key text, sort_key text,
        user_name text, email text)
      where e.id = g.id`;
  }
  for (const { line, id, row, number } of settled) {
    if (isNew({ line, id, row, number }) || revived.has(number ?? ''))
      written.push({ line, entity: 'employee', rowId: id, action: 'CREATED' });
    else if ('before' in row)
      written.push({
        line,
        entity: 'employee',
        rowId: id,
        action: 'CHANGED',
        before: row.before as Record<string, unknown>,
      });
    if ('assignment_id' in row)
      written.push({ line, entity: 'assignment', rowId: String(row.assignment_id), action: 'CREATED' });
  }
  written.push(...(await insertAccounts(tx, settled)), ...(await insertServiceEnds(tx, settled, recordedBy)));
  return written;
}

/** At the issuer the importing person signs in by, under the name the file gives; without a password or a grant. */
async function insertAccounts(tx: Transaction, planned: readonly Planned[]): Promise<readonly WrittenRow[]> {
  const wanted = planned
    .filter(({ row }) => typeof row.account === 'string')
    .map((each) => ({ ...each, row: { ...each.row, account_id: crypto.randomUUID() } }));
  if (wanted.length === 0) return [];
  await tx.$executeRaw`
    insert into congvu.user_account (id, issuer, subject, employee_id, user_name, display_name)
    select g.account_id, self.issuer, g.account, g.id, g.account, g.display_name
    from jsonb_to_recordset(${toJson(wanted)}::jsonb) g (account_id uuid, id uuid, account text, display_name text)
    cross join (select a.issuer from congvu.user_account a where a.id = congvu.actor_user()) self`;
  return wanted.map(({ line, row }) => ({ line, entity: 'user_account', rowId: row.account_id, action: 'CREATED' }));
}

async function insertServiceEnds(
  tx: Transaction,
  planned: readonly Planned[],
  recordedBy: { readonly id: string; readonly name: string },
): Promise<readonly WrittenRow[]> {
  const stated = planned.filter(({ row }) => typeof row.service_end === 'string');
  if (stated.length === 0) return [];
  await tx.$executeRaw`
    insert into congvu.service_end (employee_id, on_date, recorded_by_id, recorded_by_name, recorded_at)
    select g.id, g.service_end, ${recordedBy.id}::uuid, ${recordedBy.name}, now()
    from jsonb_to_recordset(${toJson(stated)}::jsonb) g (id uuid, service_end date)
    on conflict (employee_id) do update set on_date = excluded.on_date, recorded_by_id = excluded.recorded_by_id,
      recorded_by_name = excluded.recorded_by_name, recorded_at = excluded.recorded_at`;
  return stated.map(({ line, id, row }): WrittenRow => {
    const before = row.service_end_before;
    if (typeof before !== 'string') return { line, entity: 'service_end', rowId: id, action: 'CREATED' };
    return { line, entity: 'service_end', rowId: id, action: 'CHANGED', before: { on_date: before } };
  });
}
