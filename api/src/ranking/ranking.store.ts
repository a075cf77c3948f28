import type { Level, Post, SheetState } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeesOn } from '../employee/employee.store.ts';
import { query } from '../sql/list.ts';
import { all, type Sql, sql } from '../sql/sql.ts';
import { isUnder } from '../unit/unit.store.ts';

/** A person of the comparable group with what the period's stored sheet says; figures null where there is no score. */
export interface CandidateRow extends EmployeeRow {
  readonly post: Post;
  readonly sheetState: SheetState | null;
  readonly provisional: boolean | null;
  readonly level: Level | null;
  readonly display: string | null;
  readonly general: string | null;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number | null;
  /** Code of the rule set by which the sheet was scored. */
  readonly scoredBy: string | null;
}

/** Everybody under a unit, with the sheet of one period, by one statement. */
export function listCandidates(
  context: Context,
  unit: string,
  period: string,
  group: string | null,
): Promise<readonly CandidateRow[]> {
  const conditions: Sql[] = [isUnder('current', unit)];
  if (group !== null) conditions.push(sql`current.group_code = ${group}`);
  return query<CandidateRow>(
    context,
    sql`select ${EMPLOYEE_COLUMNS}, current.post, s.state as "sheetState", s.provisional, s.level, s.display,
        coalesce(s.general, s.self_general)::text as general,
        s.total_numerator::text as "totalNumerator", s.total_denominator::text as "totalDenominator",
        s.result_numerator::text as "resultNumerator", s.result_denominator::text as "resultDenominator",
        s.quality_numerator::text as "qualityNumerator", s.quality_denominator::text as "qualityDenominator", s.delays, s.rule_set as "scoredBy"
      from ${employeesOn(context.today)}
      left join congvu.period_sheet s on s.employee_id = e.id and s.period = ${period}
      where ${all(conditions)} order by e.sort_key, e.id`,
  );
}
