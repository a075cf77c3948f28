import { EARLIER_LAW, getRuleSet } from '@congvu/schema/rulesets';
import type { Context } from '../context.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** Days after a result exists; the duty is one for all (Nghị định 335/2025/NĐ-CP art. 26(1)(d)). */
export const SYNC_DAYS = getRuleSet('ND335-2025/CIVIL_SERVANT').year.syncDays.value;

/** How far back a closed month is looked for that no export covers. */
const MONTHS_BACK = 13;

/** The units over which the actor exchanges results, each with the agency it belongs to: itself or the nearest above. */
const MEMBERS =
  raw(`select u.id, u.path, coalesce((select a.id from congvu.unit a where a.path @> u.path and a.kind <> 'DIRECT_UNIT'
    order by nlevel(a.path) desc limit 1), u.id) as agency_id
  from congvu.unit u where u.path <@ (select congvu.scopes('PERIOD_CLOSE'))`);

/** Levels that were decided before there was the duty are brought in, not owed. */
const UNDER_THE_DUTY = sql`c.rule_set <> all(${EARLIER_LAW}::text[])`;

/** The instant up to which exports of the unit at `path`, or of one above, cover a period. */
function exportedAt(path: string, period: string): Sql {
  return raw(`coalesce((select max(x.exported_at) from congvu.national_export x join congvu.unit ux on ux.id = x.unit_id
    where x.period = ${period} and ux.path @> ${path}), '-infinity')`);
}

/** Due on the day of a result plus the days of the duty: a result of 14/12 by 19/12 (domain.md C3). */
function dueFrom(resultOn: string): Sql {
  return sql`(${raw(resultOn)} + ${SYNC_DAYS}::int)`;
}

/**
 * What the actor has to export and nobody has: a row an agency and period, with the instant of the first such result and
 * the last day for it. An export of a unit covers all below it, as it was at that instant.
 *
 * Asked for each minute: a month of a unit costs one probe of the index, whether it has ten results or none. Nobody without
 * PERIOD_CLOSE costs anything.
 */
export function dueExports(context: Context): Sql {
  return sql`
    select agency.id as agency_id, agency.name as agency_name, missing.period, min(missing.since) as since,
      ${dueFrom('min(missing.result_on)')} as due_on
    from (
      select member.agency_id, month.period, probe.since, (probe.since at time zone 'Asia/Ho_Chi_Minh')::date as result_on
      from (${MEMBERS}) member
      cross join (select to_char(${context.today}::date - make_interval(months => back), 'YYYY-MM') as period
        from generate_series(0, ${MONTHS_BACK}::int) back) month
      cross join lateral (select min(r.closed_at) as since from congvu.period_result r
        where r.unit_id = member.id and r.period = month.period
          and r.closed_at > ${exportedAt('member.path', 'month.period')}) probe
      where probe.since is not null
      union all
      select c.agency_id, c.year::text, c.decided_at, c.decided_on
      from congvu.classification c join congvu.unit place on place.id = c.agency_id
      where c.current and c.decided_at is not null and ${UNDER_THE_DUTY} and place.path <@ (select congvu.scopes('PERIOD_CLOSE'))
        and c.decided_at > ${exportedAt('place.path', 'c.year::text')}
    ) missing join congvu.unit agency on agency.id = missing.agency_id
    group by agency.id, agency.name, missing.period`;
}

/**
 * Everything there is to export, done or not: a row an agency and period with its results and those no export covers. A result
 * corrected after closing is counted once, by its last revision.
 */
export function exportDuties(context: Context): Sql {
  return sql`
    select duty.agency_id as "unitId", duty.period, duty.results, duty.missing,
      coalesce(duty.missing_on, duty.result_on)::text as "resultOn",
      ${dueFrom('coalesce(duty.missing_on, duty.result_on)')}::text as "dueOn",
      case when duty.missing = 0 then 'DONE'
        when ${dueFrom('duty.missing_on')} < ${context.today}::date then 'OVERDUE' else 'DUE' end as state,
      (select x.id from congvu.national_export x join congvu.unit ux on ux.id = x.unit_id
        join congvu.unit agency on agency.id = duty.agency_id and ux.path @> agency.path
        where x.period = duty.period order by x.exported_at desc, x.id limit 1) as "lastExportId"
    from (
      select one.agency_id, one.period, count(*)::int as results, count(*) filter (where one.missing)::int as missing,
        min(one.result_on) as result_on, min(one.result_on) filter (where one.missing) as missing_on
      from (
        select member.agency_id, r.period, (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as result_on,
          r.closed_at > ${exportedAt('member.path', 'r.period')} as missing
        from (${MEMBERS}) member join congvu.period_result r on r.unit_id = member.id
        where not exists (select 1 from congvu.period_result later
          where later.employee_id = r.employee_id and later.period = r.period and later.revision > r.revision)
        union all
        select c.agency_id, c.year::text, c.decided_on, c.decided_at > ${exportedAt('place.path', 'c.year::text')}
        from congvu.classification c join congvu.unit place on place.id = c.agency_id
        where c.current and c.decided_at is not null and ${UNDER_THE_DUTY} and place.path <@ (select congvu.scopes('PERIOD_CLOSE'))
      ) one group by one.agency_id, one.period
    ) duty`;
}
