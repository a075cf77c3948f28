import type { Post, ScoringRole, TaskOrigin, TaskOutcome } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface SimulatedPerson {
  readonly employeeId: string;
}

/** People with a sheet in the unit in one of the months, by name. */
export function listSimulatedPeople(
  context: Context,
  unit: string,
  months: readonly string[],
  args: PageArguments,
): Promise<Page<SimulatedPerson>> {
  return listPage<SimulatedPerson & PlacedRow>(
    context,
    {
      columns: raw('e.id as "employeeId"'),
      from: raw('congvu.employee e'),
      conditions: [
        sql`exists (select 1 from congvu.period_sheet s
          where s.employee_id = e.id and s.period = any(${months}::text[]) and ${isInUnitUnder('s.unit_id', unit)})`,
      ],
      order: [
        { expression: 'e.sort_key', type: 'text' },
        { expression: 'e.id', type: 'uuid' },
      ],
    },
    args,
  );
}

export interface SimulatedTask {
  /** Decimal text. */
  readonly quantity: string;
  readonly unitsNumerator: string;
  readonly unitsDenominator: string;
  /** The coefficient in the catalogue version asked for; null where that has no such product, or none was asked for. */
  readonly newNumerator: string | null;
  readonly newDenominator: string | null;
  readonly origin: TaskOrigin;
  readonly outcome: TaskOutcome;
  readonly errors: number;
  readonly delays: number;
}

export interface SimulatedSheet {
  readonly employeeId: string;
  readonly unitId: string;
  readonly period: string;
  readonly role: ScoringRole;
  readonly post: Post | null;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  /** Confirmed points, else the person's own; decimal text. */
  readonly general: string | null;
  readonly unitResult: number | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number;
  readonly tasks: readonly SimulatedTask[];
}

/** The sheets of some people with the very tasks each was scored from, in the order of its explanation. */
export function readSimulatedSheets(
  context: Context,
  employeeIds: readonly string[],
  months: readonly string[],
  catalogueId: string | null,
): Promise<readonly SimulatedSheet[]> {
  return query<SimulatedSheet>(
    context,
    sql`select s.employee_id as "employeeId", s.unit_id as "unitId", s.period, s.role, s.rule_set as "ruleSet",
        s.rule_set_version as "ruleSetVersion", coalesce(s.general, s.self_general)::text as general,
        s.unit_result as "unitResult", s.organising, s.cohesion,
        s.total_numerator::text as "totalNumerator", s.total_denominator::text as "totalDenominator",
        s.result_numerator::text as "resultNumerator", s.result_denominator::text as "resultDenominator",
        s.quality_numerator::text as "qualityNumerator", s.quality_denominator::text as "qualityDenominator", s.delays,
        coalesce(work.tasks, '[]') as tasks
      from congvu.period_sheet s
      left join lateral (
        select json_agg(json_build_object('quantity', t.quantity::text, 'unitsNumerator', t.units_numerator::text,
          'unitsDenominator', t.units_denominator::text, 'newNumerator', n.coefficient_numerator::text,
          'newDenominator', n.coefficient_denominator::text, 'origin', t.origin, 'outcome', t.outcome,
          'errors', t.errors, 'delays', t.delays) order by array_position(s.task_ids, t.id)) as tasks
        from congvu.task t join congvu.product p on p.id = t.product_id
        left join congvu.product n on n.catalogue_id = ${catalogueId}::uuid and n.code = p.code
        where t.id = any(s.task_ids)) work on true
      where s.employee_id = any(${employeeIds}::uuid[]) and s.period = any(${months}::text[])
      order by s.employee_id, s.period, s.unit_id`,
  );
}

export async function findCatalogueByCode(context: Context, code: string): Promise<string | null> {
  const [row] = await query<{ readonly id: string }>(
    context,
    sql`select c.id from congvu.catalogue_version c where c.code = ${code}`,
  );
  return row?.id ?? null;
}
