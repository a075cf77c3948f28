import type { VersionedInput } from '@congvu/schema/summary';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';
import type { GatheredInputs } from './inputs-of.ts';

/**
 * The rows a summary was read from, as the asker sees them, each with what it says: the same words as superseded_inputs() of the
 * database, which tells later what says otherwise. Of a comparison of units the unit's results and everybody's figures below it. A block that rests on a
 * record the asker may not read is an input by itself: he knows that it is there, and no more.
 */
export function findVersions(
  context: Context,
  { inputs, employees, months, years, showsDiscipline }: GatheredInputs,
  unitId: string,
): Promise<readonly VersionedInput[]> {
  const ids = [...new Set(employees)];
  const isOfUnits = inputs.kind === 'UNITS';
  const blocked = showsDiscipline ? ids : [];
  const who = (column: string, unit: string) =>
    isOfUnits
      ? sql`${raw(unit)} in (select below.id from congvu.unit below where below.path <@ (select top.path from congvu.unit top where top.id = ${unitId}::uuid))`
      : sql`${raw(column)} = any(${ids}::uuid[])`;
  return query<VersionedInput>(
    context,
    sql`select v.entity, v.id, v.revision, v."employeeId", v.says from (
      select 'PeriodSheet' as entity, p.id, p.revision, p.employee_id as "employeeId",
        concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text) as says
      from congvu.period_sheet p where ${who('p.employee_id', 'p.unit_id')} and p.period = any(${months}::text[])
      union all
      select 'PeriodResult', p.id, p.revision, p.employee_id,
        concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text)
      from congvu.period_result p where ${who('p.employee_id', 'p.unit_id')} and p.period = any(${months}::text[])
        and not exists (select from congvu.period_result n
          where n.employee_id = p.employee_id and n.period = p.period and n.revision > p.revision)
      union all
      select 'Classification', c.id, c.revision, c.employee_id,
        case when c.not_classified then 'NOT_CLASSIFIED' else coalesce(c.decided_level, c.proposed_level)::text end
      from congvu.classification c where ${who('c.employee_id', 'c.unit_id')} and c.year = any(${years}::int[]) and c.current
      union all
      select 'UnitResult', r.id, r.revision, null::uuid, coalesce(r.decided_level, r.proposed_level)::text
      from congvu.unit_result r where ${isOfUnits} and r.year = any(${years}::int[]) and r.current
        and ${who('r.unit_id', 'r.unit_id')}
      union all
      select 'Commendation', m.id, m.revision, m.employee_id, m.title
      from congvu.commendation m where m.employee_id = any(${ids}::uuid[]) and m.revoked_on is null
        and coalesce(m.year, extract(year from m.decided_on)::int) = any(${years}::int[])
      union all
      select 'DisciplineDecision', d.id, d.revision, d.employee_id, d.form::text
      from congvu.discipline_decision d where d.employee_id = any(${ids}::uuid[]) and d.annulled_on is null
      union all
      select 'Violation', x.id, x.revision, x.employee_id, x.state::text
      from congvu.violation x where x.employee_id = any(${ids}::uuid[]) and x.state = 'OPEN'
      union all
      select 'Finding', f.id, f.revision, f.employee_id,
        case when f.positive then 'POSITIVE' when f.remedied_on is null then 'OPEN' else 'REMEDIED' end
      from congvu.finding f where f.employee_id = any(${ids}::uuid[]) and f.issued_on is not null
      union all
      select 'PlanningEntry', e.id, e.revision, e.employee_id,
        concat_ws(' ', e.from_on::text, coalesce(e.ended_on, e.to_on)::text)
      from congvu.planning_entry e where ${inputs.kind === 'SHORTLIST'} and e.employee_id = any(${ids}::uuid[])
      union all
      select 'PendingProcedure', b.employee_id, 0, b.employee_id, 'OPEN'
      from congvu.discipline_blocks(${blocked}::uuid[], ${context.today}::date) b
      where b.kind = 'PENDING_PROCEDURE' and b.violation_id is null group by b.employee_id
      union all
      select 'ActiveDiscipline', b.employee_id, 0, b.employee_id,
        string_agg(distinct concat_ws(' ', b.kind, b.until::text), ', ')
      from congvu.discipline_blocks(${blocked}::uuid[], ${context.today}::date) b
      where b.kind <> 'PENDING_PROCEDURE' and b.decision_id is null group by b.employee_id
    ) v where v.says <> '' order by v.entity, v.id`,
  );
}

/** The chain's last place; what is chained later came after. */
export async function findSeenSequence(context: Context): Promise<string> {
  const [row] = await query<{ readonly sequence: string }>(context, sql`select congvu.event_head()::text as sequence`);
  return row?.sequence ?? '0';
}
