import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import type { ScoredTask } from './rescore.ts';

/** A person's tasks of a month in the order in which an explanation counts them. */
export function listScoredTasks(context: Context, employeeId: string, period: string): Promise<readonly ScoredTask[]> {
  return query<ScoredTask>(
    context,
    sql`select t.id, t.units_numerator::text as "unitsNumerator", t.units_denominator::text as "unitsDenominator",
        t.origin, t.outcome, t.errors, t.delays
      from congvu.task t where t.employee_id = ${employeeId}::uuid and t.period = ${period}
      order by t.assigned_at, t.id`,
  );
}

/** The general points last confirmed for a person, as decimal text. */
export async function findLatestGeneral(context: Context, employeeId: string): Promise<string | null> {
  const [row] = await query<{ readonly general: string }>(
    context,
    sql`select s.general::text as general from congvu.period_sheet s
      where s.employee_id = ${employeeId}::uuid and s.general is not null order by s.period desc limit 1`,
  );
  return row?.general ?? null;
}
