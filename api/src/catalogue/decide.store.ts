import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** The path of the agency whose head decides the catalogue; null where none is named. */
export async function findManagingAgency(context: Context): Promise<string | null> {
  const [row] = await query<{ readonly path: string }>(
    context,
    sql`select u.path_text as path from congvu.unit u where u.kind = 'MANAGING_AGENCY' order by u.level, u.code limit 1`,
  );
  return row?.path ?? null;
}
