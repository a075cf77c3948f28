import type { Transaction } from '@congvu/prisma/database';
import { type Planned, toJson, type WrittenRow } from './import-target.ts';

/** Stores units in their order, then their groups, then the names of those that were there. The path follows from the parent. */
export async function insertUnits(tx: Transaction, planned: readonly Planned[]): Promise<readonly WrittenRow[]> {
  const written: WrittenRow[] = [];
  const created = planned.filter(({ action }) => action !== 'CHANGED');
  if (created.length > 0) {
    // In the order of the rows: where a unit stands is asked of the one above it while it is inserted.
    await tx.$executeRaw`
      insert into congvu.unit (id, code, name, short_name, level, kind, parent_id, valid_from)
      select g.id, g.code, g.name, g.short_name, g.level, g.kind, g.parent_id, g.valid_from
      from rows from (jsonb_to_recordset(${toJson(created)}::jsonb) as (id uuid, code text, name text, short_name text,
        level smallint, kind congvu.unit_kind, parent_id uuid, valid_from date))
        with ordinality g (id, code, name, short_name, level, kind, parent_id, valid_from, place)
      order by g.place`;
    written.push(
      ...created.map(({ line, id }): WrittenRow => ({ line, entity: 'unit', rowId: id, action: 'CREATED' })),
    );
  }
  const renamed = planned.filter(({ row }) => 'before' in row);
  if (renamed.length > 0) {
    const done = await tx.$executeRaw`
      update congvu.unit u set name = g.name, short_name = g.short_name
      from jsonb_to_recordset(${toJson(renamed)}::jsonb) g (id uuid, name text, short_name text) where u.id = g.id`;
    if (done !== renamed.length) throw Object.assign(new Error('A unit may not be renamed.'), { code: '42501' });
    for (const { line, id, row } of renamed) {
      const before = row.before as Record<string, unknown>;
      written.push({ line, entity: 'unit', rowId: id, action: 'CHANGED', before });
    }
  }
  const grouped = planned.filter(({ row }) => Array.isArray(row.groups) && row.groups.length > 0);
  if (grouped.length > 0) {
    await tx.$executeRaw`
      insert into congvu.work_group (code, name, unit_id)
      select w.code, w.name, g.id
      from jsonb_to_recordset(${toJson(grouped)}::jsonb) g (id uuid, groups jsonb)
      cross join lateral jsonb_to_recordset(g.groups) w (code text, name text)`;
    for (const { line, row } of grouped)
      for (const { code } of row.groups as readonly { readonly code: string }[])
        written.push({ line, entity: 'work_group', rowId: code, action: 'CREATED' });
  }
  return written;
}
