import { defineBatch } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import type { WorkGroupRow } from '../unit/unit.store.ts';

/** Groups of similar work by their codes. */
export const workGroupByCode = defineBatch('workGroupByCode', async (context, codes: readonly string[]) => {
  const rows = await query<WorkGroupRow>(
    context,
    sql`select g.code, g.name from congvu.work_group g where g.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
});
