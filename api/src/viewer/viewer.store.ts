import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { UNIT_COLUMNS, type UnitRow } from '../unit/unit.store.ts';

/** The units of these paths that lie below no other of them. */
export function listUnitsByPath(context: Context, paths: readonly string[]): Promise<readonly UnitRow[]> {
  const topmost = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}.`)));
  if (topmost.length === 0) return Promise.resolve([]);
  return query<UnitRow>(
    context,
    sql`select ${UNIT_COLUMNS} from congvu.unit u where u.path_text = any(${topmost}::text[]) order by u.code`,
  );
}
