import type { Level } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** How one group, or the agency (group null), stands. Counts name nobody. */
export interface QuotaFigures {
  readonly group: string | null;
  readonly groupName: string | null;
  readonly members: number;
  /** Those OUTSTANDING or GOOD. */
  readonly pool: number;
  readonly limit: number;
  /** OUTSTANDING as proposed for the year, or by score for a month. */
  readonly proposed: number;
  /** OUTSTANDING as decided for the year, or on confirmed sheets for a month. */
  readonly decided: number;
}

/** Of a year's round: a row a group and one of the agency; none before the year is opened, or where one may not know. */
export function quotaOfYear(context: Context, agencyId: string, year: number): Promise<readonly QuotaFigures[]> {
  return query<QuotaFigures>(
    context,
    sql`select q.group_code as "group", g.name as "groupName", q.members, q.pool, q.maximum as "limit", q.proposed, q.decided
      from congvu.classification_quota(${agencyId}::uuid, ${year}::int) q
      left join congvu.work_group g on g.code = q.group_code order by q.group_code nulls last`,
  );
}

/** Of a month while it is scored: where it points, by the sheets of the agency of a unit. */
export function quotaOfMonth(context: Context, unitId: string, period: string): Promise<readonly QuotaFigures[]> {
  return query<QuotaFigures>(
    context,
    sql`select q.group_code as "group", g.name as "groupName", q.members, q.pool, q.maximum as "limit",
        q.outstanding as proposed, q.confirmed as decided
      from congvu.month_quota(${unitId}::uuid, ${period}) q
      left join congvu.work_group g on g.code = q.group_code order by q.group_code nulls last`,
  );
}

/** What a person himself counts with, as far as one may see his row. */
export interface OwnCount {
  readonly employeeId: string;
  readonly group: string;
  readonly level: Level | null;
  /** Whether he stands in the quota at all: an agency's own head does only where the round says so. */
  readonly headOfAgency: boolean;
}

export async function ownCountOfYear(
  context: Context,
  agencyId: string,
  year: number,
  code: string,
): Promise<OwnCount | null> {
  const [row] = await query<OwnCount>(
    context,
    sql`select c.employee_id as "employeeId", c.group_code as "group", coalesce(c.decided_level, c.proposed_level) as level,
        c.post = 'HEAD' and c.unit_id = c.agency_id as "headOfAgency"
      from congvu.classification c join congvu.employee e on e.id = c.employee_id
      where c.agency_id = ${agencyId}::uuid and c.year = ${year} and c.current and e.code = ${code}`,
  );
  return row ?? null;
}

export async function ownCountOfMonth(
  context: Context,
  agencyId: string,
  period: string,
  code: string,
): Promise<OwnCount | null> {
  const [row] = await query<OwnCount>(
    context,
    sql`select e.id as "employeeId", a.group_code as "group", s.level, a.post = 'HEAD' and a.unit_id = ${agencyId}::uuid as "headOfAgency"
      from congvu.employee e
      join congvu.assignment a on a.employee_id = e.id and a.valid_from <= congvu.period_end(${period})
      join congvu.unit u on u.id = a.unit_id
      left join congvu.period_sheet s on s.employee_id = e.id and s.period = ${period} and s.unit_id = a.unit_id
      where e.code = ${code} and u.path <@ (select top.path from congvu.unit top where top.id = ${agencyId}::uuid)
      order by a.valid_from desc limit 1`,
  );
  return row ?? null;
}
