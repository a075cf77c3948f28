import { addDays, type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { listPage } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
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

/** Which entries; conditions left out do not narrow. */
interface AccessFilter {
  /** Days in Viet Nam, both inclusive. */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  /** Any of these; an entry of several kinds counts for each. */
  readonly kind?: readonly string[] | null | undefined;
  readonly purpose?: readonly Purpose[] | null | undefined;
}

function conditionsOf({ from, to, kind, purpose }: AccessFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (from) conditions.push(sql`ae.at >= ${startOfDay(from)}::timestamptz`);
  if (to) conditions.push(sql`ae.at < ${startOfDay(addDays(to, 1))}::timestamptz`);
  if (kind) conditions.push(sql`string_to_array(ae.kind, '+') && ${kind}::text[]`);
  if (purpose) conditions.push(sql`ae.purpose = any(${purpose}::congvu.purpose[])`);
  return conditions;
}

/** Who read a person's record, newest first. */
export function listAccessEntries(
  context: Context,
  employeeId: string,
  filter: AccessFilter,
  args: PageArguments,
): Promise<Page<AccessEntryRow>> {
  return listPage<AccessEntryRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: raw('congvu.access_entry ae'),
      conditions: [sql`ae.employee_id = ${employeeId}::uuid`, ...conditionsOf(filter)],
      order: [{ expression: 'ae.id', type: 'bigint' }],
      descending: true,
    },
    args,
  );
}
