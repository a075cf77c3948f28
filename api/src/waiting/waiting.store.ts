import type { Context } from '../context.ts';
import { dueExports } from '../national-export/due-exports.store.ts';
import { listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { isNearest, placesNearest } from './nearest-place.ts';
import type { WaitingFacts, WaitingKind } from './waiting-kind.ts';

export interface WaitingRow extends WaitingFacts {
  /** GraphQL type and row of what is to be acted on. */
  readonly targetType: string;
  readonly targetId: string;
  /** Whose record the item shows; null where it shows nobody's. */
  readonly employeeId: string | null;
  /** The last day the law or the round gives; null where there is none. */
  readonly dueOn: string | null;
  /** Since when it waits; null where that is not recorded. */
  readonly since: Date | null;
}

/**
 * Everything that waits for the actor, one row each. Row policies say what he may see; what is asked for beyond them is
 * that it is his to do: his own, or of people whose nearest superior he is, or decided by the very authority he holds.
 */
function waitingRows(context: Context): Sql {
  const day = context.today;
  return sql`
    with task_place as (${placesNearest('TASK_CONFIRM')}), sheet_place as (${placesNearest('SCORE_CONFIRM')}),
    handed_in as (
      select t.* from congvu.task t
      where t.outcome = 'OPEN' and t.submitted_on is not null
        and t.unit_id in (select p.id from task_place p) and t.employee_id is distinct from congvu.actor_employee()
        and not exists (select 1 from congvu.period_sheet s where s.employee_id = t.employee_id and s.period = t.period
          and s.unit_id = t.unit_id and not s.provisional)
    ),
    waiting as (
      select 'TASK_TO_CONFIRM' as kind, 'Task' as target_type, t.id as target_id, t.employee_id, t.title as subject,
        t.period, 1 as people, null::date as due_on, t.submitted_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as since
      from handed_in t join task_place p on p.id = t.unit_id
      where ${isNearest('p', 't.employee_id', day)}
      union all
      select 'CAUSE_TO_DECIDE', 'Task', t.id, t.employee_id, t.title, t.period, 1, null, oc.claimed_at
      from congvu.objective_cause oc join congvu.task_event ev on ev.id = oc.event_id and ev.undone_at is null
        join congvu.task t on t.id = ev.task_id join task_place p on p.id = t.unit_id
      where oc.state = 'CLAIMED' and t.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 't.employee_id', day)}
      union all
      select 'SHEET_TO_SCORE', 'PeriodSheet', s.id, s.employee_id, null, s.period, 1, null,
        coalesce(s.self_scored_at, s.updated_at)
      from congvu.period_sheet s join sheet_place p on p.id = s.unit_id
      where s.state = 'SELF_SCORED' and s.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 's.employee_id', day)}
      union all
      select 'SHEETS_TO_NOTIFY', 'Unit', u.id, null, u.name, s.period, count(*)::int, null, min(s.confirmed_at)
      from congvu.period_sheet s join sheet_place p on p.id = s.unit_id join congvu.unit u on u.id = s.unit_id
      where s.state in ('CONFIRMED', 'CORRECTED') and s.employee_id is distinct from congvu.actor_employee()
        and ${isNearest('p', 's.employee_id', day)}
      group by u.id, u.name, s.period
      union all
      select 'OWN_SHEET', 'PeriodSheet', s.id, s.employee_id, null, s.period, 1, null, s.updated_at
      from congvu.period_sheet s
      where s.employee_id = congvu.actor_employee() and s.state in ('DRAFT', 'ASSIGNED') and s.period ~ '^[0-9]{4}-[0-9]{2}$'
        and (to_date(s.period, 'YYYY-MM') + interval '1 month - 1 day')::date <= ${day}::date
        and not exists (select 1 from congvu.period_plan pp
          where pp.unit_id = s.unit_id and pp.period = s.period and pp.closed_at is not null)
      union all
      select 'OWN_RATING', 'Classification', c.id, c.employee_id, null, c.year::text, 1, r.due_on, r.opened_at
      from congvu.classification c join congvu.classification_round r on r.id = c.round_id
      where c.employee_id = congvu.actor_employee() and c.current and c.state = 'OPEN' and r.state <> 'CLOSED'
      union all
      select 'OWN_PETITION', 'Petition', pe.id, pe.employee_id, null, c.year::text, 1, pe.due_on, pe.filed_at
      from congvu.petition pe join congvu.classification c on c.id = pe.classification_id
      where pe.employee_id = congvu.actor_employee() and pe.state = 'FILED'
      union all
      select 'PETITION_TO_RESOLVE', 'Petition', pe.id, pe.employee_id, null, c.year::text, 1, pe.due_on, pe.filed_at
      from congvu.petition pe join congvu.classification c on c.id = pe.classification_id
      where pe.state = 'FILED' and pe.employee_id is distinct from congvu.actor_employee()
        and pe.authority_id in (${DECIDED_HERE})
      union all
      select 'CLASSIFICATION_TO_DECIDE', 'Classification', c.id, c.employee_id, null, c.year::text, 1, r.due_on, r.proposed_at
      from congvu.classification c join congvu.classification_round r on r.id = c.round_id
      where c.current and c.decided_at is null and r.state = 'PROPOSED'
        and c.employee_id is distinct from congvu.actor_employee() and c.authority_id in (${DECIDED_HERE})
      union all
      select 'UNIT_RESULT_TO_DECIDE', 'UnitResult', ur.id, null, u.name, ur.year::text, 1, null, null
      from congvu.unit_result ur join congvu.unit u on u.id = ur.unit_id
      where ur.current and ur.state = 'SUBMITTED' and ur.authority_id in (${DECIDED_HERE})
      union all
      select 'PROPOSAL_TO_CONSOLIDATE', 'CatalogueProposal', cp.id, null, cp.name, null, 1, null, cp.proposed_at
      from congvu.catalogue_proposal cp
      where cp.state = 'PROPOSED' and exists (select 1 from congvu.unit u
        where u.id = cp.unit_id and u.path <@ (select congvu.scopes('CATALOGUE_MANAGE')))
      union all
      select 'EXPORT_DUE', 'Unit', due.agency_id, null, due.agency_name, due.period, 1, due.due_on, due.since
      from (${dueExports(context)}) due
    )
    select w.kind, w.target_type as "targetType", w.target_id as "targetId", w.employee_id as "employeeId",
      (select e.name from congvu.employee e where e.id = w.employee_id) as person, w.subject, w.period, w.people,
      w.due_on::text as "dueOn", w.since
    from waiting w`;
}

/** The units in whose very name the actor decides (Nghị định 335/2025/NĐ-CP art. 10): not those above or below. */
const DECIDED_HERE = sql`select u.id from congvu.unit u
  where u.path = any ((select congvu.scopes('CLASSIFICATION_DECIDE'))::ltree[])`;

export type WaitingCounts = Readonly<Partial<Record<WaitingKind, number>>>;

/** How many items of each kind wait. One statement. */
export async function countWaiting(context: Context): Promise<WaitingCounts> {
  const rows = await query<{ readonly kind: WaitingKind; readonly count: number }>(
    context,
    sql`select w.kind, count(*)::int as count from (${waitingRows(context)}) w group by w.kind`,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** What waits, the most urgent first: by the last day where there is one, then by how long it waits. One statement. */
export function listWaiting(
  context: Context,
  kinds: readonly WaitingKind[] | null,
  args: PageArguments,
): Promise<Page<WaitingRow>> {
  return listPage<WaitingRow & PlacedRow>(
    context,
    {
      columns: sql`w.*`,
      from: sql`(${waitingRows(context)}) w`,
      conditions: kinds === null ? [] : [sql`w.kind = any(${kinds}::text[])`],
      order: [
        { expression: `coalesce(w."dueOn", '9999-12-31')`, type: 'text' },
        { expression: "coalesce(w.since, '-infinity')", type: 'timestamptz' },
        { expression: 'w.kind', type: 'text' },
        { expression: 'w."targetId"', type: 'uuid' },
        { expression: `coalesce(w.period, '')`, type: 'text' },
      ],
    },
    args,
  );
}
