import type { Context } from '../context.ts';
import { listPage } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import type { Purpose } from './purpose.ts';

export interface AccessEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly readBy: string;
  readonly purpose: Purpose;
  readonly kind: string;
  readonly screen: string | null;
}

const COLUMNS = raw('ae.id::text as id, ae.at, ae.read_by as "readBy", ae.purpose, ae.kind, ae.screen');

/** Who read a person's record, newest first. */
export function listAccessEntries(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<AccessEntryRow>> {
  return listPage<AccessEntryRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: raw('congvu.access_entry ae'),
      conditions: [sql`ae.employee_id = ${employeeId}::uuid`],
      order: [{ expression: 'ae.id', type: 'bigint' }],
      descending: true,
    },
    args,
  );
}
