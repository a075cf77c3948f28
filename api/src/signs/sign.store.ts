import type { ManagerFigures, SplitFigures } from '@congvu/schema/calibration';
import type { Rational } from '@congvu/schema/primitives/rational';
import type { Context } from '../context.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

interface ManagerRow {
  readonly manager: string;
  readonly unitId: string;
  readonly people: number;
  readonly newcomers: number;
  readonly newcomersLast: number;
  readonly leavers: number;
  readonly leaversLast: number;
  readonly distinctTotals: number;
  readonly sittings: readonly { readonly sheets: number; readonly seconds: number }[];
  readonly groups: readonly {
    readonly agency: string;
    readonly group: string;
    readonly family: string;
    readonly n: number;
    readonly sum: string;
    readonly sumOfSquares: string;
  }[];
}

/** What each manager below a unit confirmed; nothing for who neither proposes nor decides levels there. */
export async function findManagerFigures(
  context: Context,
  unitId: string,
  period: string,
): Promise<readonly ManagerFigures[]> {
  const rows = await query<ManagerRow>(
    context,
    sql`select f.manager, f.unit_id as "unitId", f.n as people,
        f.newcomers_n as newcomers, f.newcomers_at_bottom as "newcomersLast", f.leavers_n as leavers,
        f.leavers_at_bottom as "leaversLast", f.distinct_totals as "distinctTotals", f.sittings, f.groups
      from congvu.manager_figures(${unitId}::uuid, ${period}) f order by f.unit_id, f.manager`,
  );
  return rows.map((row) => ({
    manager: row.manager,
    unit: row.unitId,
    people: row.people,
    groups: row.groups.map(({ agency, group, family, n, sum, sumOfSquares }) => ({
      ...{ agency, group, family },
      people: n,
      sum: exactDecimal(sum),
      sumOfSquares: exactDecimal(sumOfSquares),
    })),
    newcomers: { people: row.newcomers, last: row.newcomersLast },
    leavers: { people: row.leavers, last: row.leaversLast },
    distinctTotals: row.distinctTotals,
    sittings: row.sittings,
  }));
}

/**
 * Products of one person of which two or more tasks below a unit are parts, at most `share` of a whole; nothing for who neither proposes
 * nor decides there.
 */
export function findSplits(
  context: Context,
  unitId: string,
  period: string,
  share: Rational,
): Promise<readonly SplitFigures[]> {
  return query<SplitFigures>(
    context,
    sql`select s.employee_id as employee, s.product_id as product, s.unit_id as unit, s.tasks, s.parts
      from congvu.split_products(${unitId}::uuid, ${period}, ${String(share.numerator)}::numeric, ${String(share.denominator)}::numeric) s
      order by s.unit_id, s.employee_id, s.product_id`,
  );
}
