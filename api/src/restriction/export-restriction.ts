import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/**
 * Who of these people may stand in an exported file: all but those whose data are restricted for files today, and how many
 * those are. The file says the number, not the names.
 */
export async function withoutRestricted(
  context: Context,
  employeeIds: readonly string[],
): Promise<{ readonly allowed: ReadonlySet<string>; readonly hidden: number }> {
  const asked = new Set(employeeIds);
  const restricted = await query<{ readonly id: string }>(
    context,
    sql`select r.employee_id as id from congvu.export_restricted(${[...asked]}::uuid[]) r`,
  );
  const allowed = asked.difference(new Set(restricted.map(({ id }) => id)));
  return { allowed, hidden: restricted.length };
}
