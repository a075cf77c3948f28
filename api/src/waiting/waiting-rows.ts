import type { Context } from '../context.ts';
import { dueExports } from '../national-export/due-exports.store.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { type Branch, DECIDED_HERE } from './branch.ts';
import { CHANNEL_BRANCHES } from './channel-branches.ts';
import { isNearest, placesNearest } from './nearest-place.ts';
import { REGISTER_BRANCHES } from './register-branches.ts';

const BRANCHES: readonly Branch[] = [
  {
    needs: 'TASK_CONFIRM',
    rows: ({ today }) => sql`
      select 'TASK_TO_CONFIRM' as kind, 'Task' as target_type, t.id as target_id, t.employee_id, t.title as subject,
        t.period, 1 as people, null::date as due_on, t.submitted_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as since
      from congvu.task t join task_place p on p.id = t.unit_id
      where t.outcome = 'OPEN' and t.submitted_on is not null and t.employee_id is distinct from congvu.actor_employee()
        and not exists (select 1 from congvu.period_sheet s where s.employee_id = t.employee_id and s.period = t.period
          and s.unit_id = t.unit_id and not s.provisional)
        and ${isNearest('p', 't.employee_id', today)}`,
  },
  {
    needs: 'TASK_CONFIRM',
    rows: ({ today }) => sql`
      select 'CAUSE_TO_DECIDE', 'Task', t.id, t.employee_id, t.title, t.period, 1, null::date, oc.claimed_at
      from congvu.objective_cause oc join congvu.task_event ev on ev.id = oc.event_id and ev.undone_at is null
        join congvu.task t on t.id = ev.task_id join task_place p on p.id = t.unit_id
      where oc.state = 'CLAIMED' and t.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 't.employee_id', today)}`,
  },
  {
    needs: 'SCORE_CONFIRM',
    rows: ({ today }) => sql`
      select 'SHEET_TO_SCORE', 'PeriodSheet', s.id, s.employee_id, null, s.period, 1, null::date,
        coalesce(s.self_scored_at, s.updated_at)
      from congvu.period_sheet s join sheet_place p on p.id = s.unit_id
      where s.state = 'SELF_SCORED' and s.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 's.employee_id', today)}`,
  },
  {
    needs: 'SCORE_CONFIRM',
    rows: ({ today }) => sql`
      select 'SHEETS_TO_NOTIFY', 'Unit', u.id, null::uuid, u.name, s.period, count(*)::int, null::date, min(s.confirmed_at)
      from congvu.period_sheet s join sheet_place p on p.id = s.unit_id join congvu.unit u on u.id = s.unit_id
      where s.state in ('CONFIRMED', 'CORRECTED') and s.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 's.employee_id', today)}
      group by u.id, u.name, s.period`,
  },
  {
    needs: null,
    rows: ({ today }) => sql`
      select 'OWN_SHEET', 'PeriodSheet', s.id, s.employee_id, null, s.period, 1, null::date, s.updated_at
      from congvu.period_sheet s
      where s.employee_id = congvu.actor_employee() and s.state in ('DRAFT', 'ASSIGNED')
        and s.period ~ '^[0-9]{4}-[0-9]{2}$'
        and (to_date(s.period, 'YYYY-MM') + interval '1 month - 1 day')::date <= ${today}::date
        and not exists (select 1 from congvu.period_plan pp
          where pp.unit_id = s.unit_id and pp.period = s.period and pp.closed_at is not null)`,
  },
  {
    needs: null,
    rows: () => sql`
      select 'OWN_RATING', 'Classification', c.id, c.employee_id, null, c.year::text, 1, r.due_on, r.opened_at
      from congvu.classification c join congvu.classification_round r on r.id = c.round_id
      where c.employee_id = congvu.actor_employee() and c.current and c.state = 'OPEN' and r.state <> 'CLOSED'`,
  },
  {
    needs: null,
    rows: () => sql`
      select 'OWN_PETITION', 'Petition', pe.id, pe.employee_id, null, c.year::text, 1, pe.due_on, pe.filed_at
      from congvu.petition pe join congvu.classification c on c.id = pe.classification_id
      where pe.employee_id = congvu.actor_employee() and pe.state = 'FILED'`,
  },
  {
    needs: 'CLASSIFICATION_DECIDE',
    rows: () => sql`
      select 'PETITION_TO_RESOLVE', 'Petition', pe.id, pe.employee_id, null, c.year::text, 1, pe.due_on, pe.filed_at
      from congvu.petition pe join congvu.classification c on c.id = pe.classification_id
      where pe.state = 'FILED' and pe.employee_id is distinct from congvu.actor_employee()
        and pe.authority_id in (${DECIDED_HERE})`,
  },
  {
    needs: 'CLASSIFICATION_DECIDE',
    rows: () => sql`
      select 'CLASSIFICATION_TO_DECIDE', 'Classification', c.id, c.employee_id, null, c.year::text, 1, r.due_on, r.proposed_at
      from congvu.classification c join congvu.classification_round r on r.id = c.round_id
      where c.current and c.decided_at is null and r.state = 'PROPOSED'
        and c.employee_id is distinct from congvu.actor_employee() and c.authority_id in (${DECIDED_HERE})`,
  },
  {
    needs: 'CLASSIFICATION_DECIDE',
    rows: () => sql`
      select 'UNIT_RESULT_TO_DECIDE', 'UnitResult', ur.id, null::uuid, u.name, ur.year::text, 1, null::date, null::timestamptz
      from congvu.unit_result ur join congvu.unit u on u.id = ur.unit_id
      where ur.current and ur.state = 'SUBMITTED' and ur.authority_id in (${DECIDED_HERE})`,
  },
  {
    needs: 'CATALOGUE_MANAGE',
    rows: () => sql`
      select 'PROPOSAL_TO_CONSOLIDATE', 'CatalogueProposal', cp.id, null::uuid, cp.name, null, 1, null::date, cp.proposed_at
      from congvu.catalogue_proposal cp
      where cp.state = 'PROPOSED' and exists (select 1 from congvu.unit u
        where u.id = cp.unit_id and u.path <@ (select congvu.scopes('CATALOGUE_MANAGE')))`,
  },
  {
    needs: 'PERIOD_CLOSE',
    rows: (context) => sql`
      select 'EXPORT_DUE', 'Unit', due.agency_id, null::uuid, due.agency_name, due.period, 1, due.due_on, due.since
      from (${dueExports(context)}) due`,
  },
  ...REGISTER_BRANCHES,
  ...CHANNEL_BRANCHES,
];

/**
 * Everything that waits for the actor, one row each. Row policies say what he may see; what is asked for beyond them is
 * that it is his to do: his own, or of people whose nearest superior he is, or decided by the very authority he holds.
 *
 * Only what his permissions can bring is asked: planning the whole took PostgreSQL four times as long as running it.
 */
export function waitingRows(context: Context): Sql {
  const held = new Set(context.actor?.permissions.map((each) => each.permission));
  const branches = BRANCHES.filter(({ needs }) => needs === null || held.has(needs));
  const rows = branches.map((branch) => branch.rows(context)).reduce((one, next) => sql`${one} union all ${next}`);
  const tasks = held.has('TASK_CONFIRM') ? sql`task_place as (${placesNearest('TASK_CONFIRM')}),` : raw('');
  const sheets = held.has('SCORE_CONFIRM') ? sql`sheet_place as (${placesNearest('SCORE_CONFIRM')}),` : raw('');
  return sql`
    with ${tasks} ${sheets}
    waiting (kind, target_type, target_id, employee_id, subject, period, people, due_on, since) as (${rows})
    select w.kind, w.target_type as "targetType", w.target_id as "targetId", w.employee_id as "employeeId",
      (select e.name from congvu.employee e where e.id = w.employee_id) as person, w.subject, w.period, w.people,
      w.due_on::text as "dueOn", w.since
    from waiting w`;
}
