import type { Context } from '../context.ts';
import { batchByParent, query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A part of a deputy's field: a unit or a person. */
export interface ChargeRow {
  readonly id: string;
  readonly unitId: string | null;
  readonly employeeId: string | null;
  readonly validFrom: string;
  /** Last day, inclusive; null while it lasts. */
  readonly validTo: string | null;
}

export const chargesByAssignment = batchByParent<ChargeRow & { readonly parent_id: string }>(
  'chargesByAssignment',
  (ids) => sql`select c.assignment_id as parent_id, c.id, c.unit_id as "unitId", c.employee_id as "employeeId",
      c.valid_from::text as "validFrom", c.valid_to::text as "validTo"
    from congvu.charge c where c.assignment_id = any(${ids}::uuid[]) order by c.valid_from desc, c.id`,
);

/** The units and people of these codes below a unit on a day: what a deputy of it may answer for. */
export async function findField(
  context: Context,
  unitPath: string,
  units: readonly string[],
  people: readonly string[],
  day: string,
): Promise<{ readonly units: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> }> {
  const rows = await query<{ readonly kind: 'unit' | 'person'; readonly code: string; readonly id: string }>(
    context,
    sql`select 'unit' as kind, u.code, u.id from congvu.unit u
        where u.code = any(${units}::text[]) and (u.path_text = ${unitPath} or u.path_text like ${unitPath}::text || '.%')
      union all
      select 'person', e.code, e.id from congvu.employee e
        join congvu.assignment a on a.employee_id = e.id and a.valid_from <= ${day}::date
          and coalesce(a.valid_to >= ${day}::date, true)
        join congvu.unit u on u.id = a.unit_id
        where e.code = any(${people}::text[]) and (u.path_text = ${unitPath} or u.path_text like ${unitPath}::text || '.%')`,
  );
  const byKind = (kind: 'unit' | 'person') =>
    new Map(rows.filter((row) => row.kind === kind).map(({ code, id }) => [code, id]));
  return { units: byKind('unit'), people: byKind('person') };
}
