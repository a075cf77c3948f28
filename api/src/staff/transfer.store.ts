import type { Transaction } from '@congvu/prisma/database';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeesOn } from '../employee/employee.store.ts';
import { defineBatch } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { UNIT_COLUMNS, type UnitRow } from '../unit/unit.store.ts';

/** People, units and groups by their codes, as many as the rows of a call name with a statement each. */
export const employeeByCode = defineBatch('employeeByCode', async (context: Context, codes: readonly string[]) => {
  const rows = await query<EmployeeRow>(
    context,
    sql`select ${EMPLOYEE_COLUMNS} from ${employeesOn(context.today)} where e.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
});

export const unitByCode = defineBatch('unitByCode', async (context: Context, codes: readonly string[]) => {
  const rows = await query<UnitRow>(
    context,
    sql`select ${UNIT_COLUMNS} from congvu.unit u where u.code = any(${codes}::text[])`,
  );
  return new Map(rows.map((row) => [row.code, row]));
});

/** The path of the unit whose group of similar work it is. */
export const groupPathByCode = defineBatch('groupPathByCode', async (context: Context, codes: readonly string[]) => {
  const rows = await query<{ readonly code: string; readonly path: string }>(
    context,
    sql`select g.code, u.path_text as path from congvu.work_group g join congvu.unit u on u.id = g.unit_id
      where g.code = any(${codes}::text[])`,
  );
  return new Map(rows.map(({ code, path }) => [code, path]));
});

/** An assignment as a transfer meets it. */
export interface HeldAssignment {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly validFrom: LocalDate;
  /** Last day, inclusive; null while it lasts. */
  readonly validTo: LocalDate | null;
}

/** All assignments of people, oldest first; the caller holds their locks. */
export function findHeldAssignments(
  tx: Transaction,
  employeeIds: readonly string[],
): Promise<readonly HeldAssignment[]> {
  return tx.$queryRaw`
    select a.id, a.employee_id as "employeeId", a.unit_id as "unitId", u.path_text as "unitPath",
      a.valid_from::text as "validFrom", a.valid_to::text as "validTo"
    from congvu.assignment a join congvu.unit u on u.id = a.unit_id
    where a.employee_id = any(${employeeIds}::uuid[]) order by a.valid_from, a.id`;
}

/** Closed months of units. */
export function findClosedMonthsOf(
  tx: Transaction,
  unitIds: readonly string[],
): Promise<readonly { readonly unitId: string; readonly period: string }[]> {
  return tx.$queryRaw`
    select p.unit_id as "unitId", p.period from congvu.period_plan p
    where p.unit_id = any(${unitIds}::uuid[]) and p.closed_at is not null order by p.period`;
}

/**
 * Places anew the open sheets of people from a month on: of that month always, of later ones as far as one sees them. A
 * closed month keeps the place it was closed with.
 */
export async function placeSheetsFrom(
  tx: Transaction,
  moved: readonly { readonly employeeId: string; readonly period: string }[],
): Promise<void> {
  await tx.$executeRaw`
    with moved as (
      select r."employeeId" as id, min(r.period) as period
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r ("employeeId" uuid, period text) group by 1)
    select congvu.place_sheets(array_agg(month.id), month.period) from (
      select id, period from moved
      union select s.employee_id, s.period from congvu.period_sheet s join moved m on m.id = s.employee_id
      where s.period > m.period) month
    group by month.period`;
}
