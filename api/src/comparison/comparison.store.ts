import type { Level, SheetState } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeesOn } from '../employee/employee.store.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A month or year of somebody with what its figure is made of; pairs as text, null where there is none. */
export interface FigureRow {
  readonly employeeId: string;
  readonly period: Period;
  readonly provisional: boolean;
  readonly level: Level | null;
  readonly state: SheetState | null;
  readonly agency: string | null;
  readonly group: string | null;
  readonly family: string | null;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly quantityNumerator: string | null;
  readonly quantityDenominator: string | null;
  readonly progressNumerator: string | null;
  readonly progressDenominator: string | null;
  readonly general: string | null;
  readonly unitResult: number | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
}

/** Somebody to be compared, by his code, with the group his assignment puts him into on the last day of a period. */
export interface ComparedEmployee extends EmployeeRow {
  readonly agency: string | null;
  readonly group: string | null;
  readonly family: string | null;
  /** Path of the unit of that assignment, with dots; null where there is none. */
  readonly path: string | null;
}

export function findCompared(
  context: Context,
  codes: readonly string[],
  period: Period,
): Promise<readonly ComparedEmployee[]> {
  return query<ComparedEmployee>(
    context,
    sql`select ${EMPLOYEE_COLUMNS}, stands.agency, stands."group", stands.family, stands.path
      from ${employeesOn(context.today)}
      left join lateral (
        select agency.code as agency, a.group_code as "group", congvu.rule_family(a.rule_set) as family, u.path_text as path
        from congvu.assignment a join congvu.unit u on u.id = a.unit_id
        join congvu.unit agency on agency.id = congvu.agency_of(u.id)
        where a.employee_id = e.id and a.valid_from <= congvu.period_end(${period})
        order by a.valid_from desc limit 1) stands on true
      where e.code = any(${codes}::text[])`,
  );
}

/**
 * Months and decided years of people from one period to another, oldest first, as far as one reads their scores and levels. A month
 * worked in two units is there once it is closed.
 */
export function findFigures(
  context: Context,
  employeeIds: readonly string[],
  from: Period,
  to: Period,
): Promise<readonly FigureRow[]> {
  return query<FigureRow>(
    context,
    sql`select f."employeeId", f.period, f.provisional, f.level, f.state, agency.code as agency, f."group", f.family,
        f.total_numerator::text as "totalNumerator", f.total_denominator::text as "totalDenominator",
        f.result_numerator::text as "resultNumerator", f.result_denominator::text as "resultDenominator",
        f.quality_numerator::text as "qualityNumerator", f.quality_denominator::text as "qualityDenominator",
        f.quantity_numerator::text as "quantityNumerator", f.quantity_denominator::text as "quantityDenominator",
        f.progress_numerator::text as "progressNumerator", f.progress_denominator::text as "progressDenominator",
        f.general::text as general, f.unit_result as "unitResult", f.organising, f.cohesion
      from (
        select s.employee_id as "employeeId", s.period, s.provisional, s.level, s.state, s.agency_id, s.group_code as "group", s.family,
          s.total_numerator, s.total_denominator, s.result_numerator, s.result_denominator, s.quality_numerator,
          s.quality_denominator, s.quantity_numerator, s.quantity_denominator, s.progress_numerator, s.progress_denominator,
          coalesce(s.general, s.self_general) as general, s.unit_result, s.organising, s.cohesion
        from congvu.period_sheet s
        where s.employee_id = any(${employeeIds}::uuid[]) and s.period between ${from} and ${to} and length(s.period) = 7
          and s.sole and s.score_state = 'SCORED'
        union all
        select r.employee_id, r.period, false, r.level, s.state, s.agency_id, s.group_code, s.family,
          r.total_numerator, r.total_denominator, r.result_numerator, r.result_denominator, r.quality_numerator,
          r.quality_denominator, r.quantity_numerator, r.quantity_denominator, r.progress_numerator, r.progress_denominator,
          null, null, null, null
        from congvu.period_sheet s
        join lateral (select x.* from congvu.period_result x where x.employee_id = s.employee_id and x.period = s.period
          order by x.revision desc limit 1) r on r.unit_id = s.unit_id and r.score_state = 'SCORED'
        where s.employee_id = any(${employeeIds}::uuid[]) and s.period between ${from} and ${to} and length(s.period) = 7 and not s.sole
        union all
        select c.employee_id, c.year::text, false, c.decided_level, null, c.agency_id, c.group_code, congvu.rule_family(c.rule_set),
          c.mean_numerator, c.mean_denominator, c.result_numerator, c.result_denominator, c.quality_numerator,
          c.quality_denominator, null, null, null, null, null, null, null, null
        from congvu.classification c
        where c.employee_id = any(${employeeIds}::uuid[]) and c.current and c.decided_at is not null
          and c.year between left(${from}, 4)::smallint and left(${to}, 4)::smallint
          and (c.notified_at is not null or c.employee_id is distinct from congvu.actor_employee())
      ) f left join congvu.unit agency on agency.id = f.agency_id
      order by f.period`,
  );
}

/** Work and findings of somebody: a row of compared_facts(). */
export interface ComparedFactsRow {
  readonly employeeId: string;
  /** Converted units of a month, each sum over one denominator. */
  readonly workload: readonly {
    readonly period: Period;
    readonly denominator: string;
    readonly assigned: string;
    readonly done: string;
    readonly late: string;
  }[];
  /** Null for who reads no inspections there. */
  readonly findingsOpen: number | null;
  readonly findingsClosed: number | null;
}

/** Of those whose unit today lies where one reads rankings; others are left out. */
export function findComparedFacts(
  context: Context,
  employeeIds: readonly string[],
  from: Period,
  to: Period,
): Promise<readonly ComparedFactsRow[]> {
  return query<ComparedFactsRow>(
    context,
    sql`select f.employee_id as "employeeId", f.workload, f.findings_open as "findingsOpen", f.findings_closed as "findingsClosed"
      from congvu.compared_facts(${employeeIds}::uuid[], ${from}, ${to}) f`,
  );
}

/** A title that holds. */
export interface HeldTitleRow {
  readonly employeeId: string;
  readonly code: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly decidedOn: string;
}

/** Titles and forms not revoked, newest first, as far as one reads commendations. */
export function findHeldTitles(context: Context, employeeIds: readonly string[]): Promise<readonly HeldTitleRow[]> {
  return query<HeldTitleRow>(
    context,
    sql`select k.employee_id as "employeeId", k.title_code as code, k.title, k.year::int as year, k.decided_on::text as "decidedOn"
      from congvu.commendation k
      where k.employee_id = any(${employeeIds}::uuid[]) and k.revoked_on is null
      order by k.decided_on desc, k.id`,
  );
}
