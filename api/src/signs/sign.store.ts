import type { ManagerFigures, SplitFigures } from '@congvu/schema/calibration';
import type { Context } from '../context.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

interface ManagerRow {
  readonly manager: string;
  readonly unitId: string;
  readonly people: number;
  readonly sum: string;
  readonly squares: string;
  readonly newcomers: number;
  readonly newcomersLast: number;
  readonly leavers: number;
  readonly leaversLast: number;
  readonly distinctTotals: number;
  readonly sittings: readonly { readonly sheets: number; readonly seconds: number }[] | null;
}

/** What each manager below a unit confirmed; nothing for who neither proposes nor decides levels there. */
export async function findManagerFigures(
  context: Context,
  unitId: string,
  period: string,
): Promise<readonly ManagerFigures[]> {
  const rows = await query<ManagerRow>(
    context,
    sql`select f.manager, f.unit_id as "unitId", f.n as people, f.sum::text as sum, f.sum_of_squares::text as squares,
        f.newcomers_n as newcomers, f.newcomers_at_bottom as "newcomersLast", f.leavers_n as leavers,
        f.leavers_at_bottom as "leaversLast", f.distinct_totals as "distinctTotals", f.sittings
      from congvu.manager_figures(${unitId}::uuid, ${period}) f order by f.unit_id, f.manager`,
  );
  return rows.map((row) => ({
    manager: row.manager,
    unit: row.unitId,
    people: row.people,
    sum: exactDecimal(row.sum),
    sumOfSquares: exactDecimal(row.squares),
    newcomers: { people: row.newcomers, last: row.newcomersLast },
    leavers: { people: row.leavers, last: row.leaversLast },
    distinctTotals: row.distinctTotals,
    sittings: row.sittings ?? [],
  }));
}

/** One product of one person given as several tasks below a unit; nothing for who neither proposes nor decides there. */
export async function findSplits(context: Context, unitId: string, period: string): Promise<readonly SplitFigures[]> {
  const rows = await query<{
    readonly employee: string;
    readonly product: string;
    readonly unit: string;
    readonly tasks: number;
    readonly smallest: string;
  }>(
    context,
    sql`select s.employee_id as employee, s.product_id as product, s.unit_id as unit, s.tasks, s.smallest::text as smallest
      from congvu.split_products(${unitId}::uuid, ${period}) s order by s.unit_id, s.employee_id, s.product_id`,
  );
  return rows.map((row) => ({ ...row, smallest: exactDecimal(row.smallest) }));
}
