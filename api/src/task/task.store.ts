import type {
  ObjectiveCauseState,
  Responsibility,
  TaskEventKind,
  TaskOrigin,
  TaskOutcome,
} from '@congvu/schema/evaluation';
import { toSearchKey } from '@congvu/schema/person-name';
import type { Context } from '../context.ts';

import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, OrderKey, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { contains, isWritten } from '../sql/without-tones.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface TaskRow {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly productId: string;
  readonly title: string;
  /** Decimal text. */
  readonly quantity: string;
  readonly unitsNumerator: string;
  readonly unitsDenominator: string;
  readonly qualityRequirement: string;
  readonly deadline: string;
  readonly responsibility: Responsibility;
  readonly origin: TaskOrigin;
  readonly outcome: TaskOutcome;
  readonly period: string;
  readonly errors: number;
  readonly delays: number;
  readonly submittedOn: string | null;
  readonly acceptedOn: string | null;
  readonly assignedBy: string;
  readonly assignedAt: Date;
  readonly revision: number;
  readonly takenOverFromId: string | null;
  readonly carriedOverFromId: string | null;
}

export interface CauseRow {
  readonly id: string;
  readonly state: ObjectiveCauseState;
  readonly reason: string;
  readonly evidence: string | null;
  readonly claimedBy: string;
  readonly claimedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  readonly employeeId: string;
}

export interface EventRow {
  readonly id: string;
  readonly taskId: string;
  readonly employeeId: string;
  readonly kind: TaskEventKind;
  readonly occurredOn: string;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly undone: boolean;
  readonly exempt: boolean;
  readonly cause: CauseRow | null;
}

const COLUMNS = raw(`t.id, t.employee_id as "employeeId", t.unit_id as "unitId",
  t.product_id as "productId", t.title, t.quantity::text as quantity, t.units_numerator::text as "unitsNumerator",
  t.units_denominator::text as "unitsDenominator", t.quality_requirement as "qualityRequirement",
  t.deadline::text as deadline, t.responsibility, t.origin, t.outcome, t.period, t.errors, t.delays,
  t.submitted_on::text as "submittedOn", t.accepted_on::text as "acceptedOn", t.assigned_by_name as "assignedBy",
  t.assigned_at as "assignedAt", t.revision, t.taken_over_from_id as "takenOverFromId",
  t.carried_over_from_id as "carriedOverFromId"`);

const FROM = raw('congvu.task t');

export const taskById = batchById<TaskRow>('taskById', COLUMNS, FROM, 't.id');

/** The tasks that others took over of each: the one gone on with, then those that were handed back. */
export const takersByTask = batchByParent<TaskRow & { readonly parent_id: string }>(
  'takersByTask',
  (ids) => sql`select t.taken_over_from_id as parent_id, ${COLUMNS} from ${FROM}
    where t.taken_over_from_id = any(${ids}::uuid[]) order by t.outcome = 'HANDED_OVER', t.assigned_at desc, t.id`,
);

const CAUSE_JSON = `case when oc.id is null then null else json_build_object('id', oc.id, 'state', oc.state,
  'reason', oc.reason, 'evidence', oc.evidence, 'claimedBy', oc.claimed_by_name, 'claimedAt', oc.claimed_at,
  'decidedBy', oc.decided_by_name, 'decidedAt', oc.decided_at, 'note', oc.note, 'employeeId', oc.employee_id) end`;

const EVENT_COLUMNS = raw(`te.id, te.task_id as "taskId", te.employee_id as "employeeId", te.kind,
  te.occurred_on::text as "occurredOn", te.note, te.recorded_by_name as "recordedBy", te.recorded_at as "recordedAt",
  te.undone_at is not null as undone, te.exempt, ${CAUSE_JSON} as cause`);

const EVENT_FROM = raw('congvu.task_event te left join congvu.objective_cause oc on oc.event_id = te.id');

export const eventById = batchById<EventRow>('eventById', EVENT_COLUMNS, EVENT_FROM, 'te.id');

export const eventsByTask = batchByParent<EventRow & { readonly parent_id: string }>(
  'eventsByTask',
  (taskIds) => sql`select te.task_id as parent_id, ${EVENT_COLUMNS} from ${EVENT_FROM}
    where te.task_id = any(${taskIds}::uuid[]) order by te.recorded_at, te.id`,
);

/** An event by the objective cause claimed for it. */
export const eventByCause = batchByParent<EventRow & { readonly parent_id: string }>(
  'eventByCause',
  (causeIds) =>
    sql`select oc.id as parent_id, ${EVENT_COLUMNS} from ${EVENT_FROM} where oc.id = any(${causeIds}::uuid[])`,
);

export interface TaskFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly outcome?: readonly TaskOutcome[] | null | undefined;
  readonly origin?: readonly TaskOrigin[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly awaitingConfirmation?: boolean | null | undefined;
  readonly search?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly product?: string | null | undefined;
  /** Days between which the deadline lies, both inclusive. */
  readonly deadlineFrom?: string | null | undefined;
  readonly deadlineTo?: string | null | undefined;
}
export const TASK_ORDERS = ['DEADLINE', 'ASSIGNED_AT', 'PERSON'] as const;
export type TaskOrder = (typeof TASK_ORDERS)[number];

const ID: OrderKey = { expression: 't.id', type: 'uuid' };

const DEADLINE: OrderKey = { expression: 't.deadline', type: 'date' };
const ORDERS: Readonly<Record<TaskOrder, readonly OrderKey[]>> = {
  DEADLINE: [DEADLINE, ID],
  ASSIGNED_AT: [{ expression: 't.assigned_at', type: 'timestamptz' }, ID],
  PERSON: [
    { expression: '(select who.sort_key from congvu.employee who where who.id = t.employee_id)', type: 'text' },
    { expression: 't.employee_id', type: 'uuid' },
    DEADLINE,
    ID,
  ],
};

function taskList(
  context: Context,
  filter: TaskFilter,
  order: TaskOrder,
  direction?: OrderDirection | null,
): ListStatement {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('t.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`t.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (filter.period) conditions.push(sql`t.period = ${filter.period}`);
  if (filter.outcome) conditions.push(sql`t.outcome = any(${filter.outcome}::congvu.task_outcome[])`);
  if (filter.origin) conditions.push(sql`t.origin = any(${filter.origin}::congvu.task_origin[])`);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`(t.outcome = 'OPEN' and t.deadline < ${context.today}::date) = ${filter.overdue}`);
  }
  if (typeof filter.awaitingConfirmation === 'boolean') {
    conditions.push(sql`(t.outcome = 'OPEN' and t.submitted_on is not null) = ${filter.awaitingConfirmation}`);
  }
  if (filter.search) {
    conditions.push(sql`(${isWritten('t.title', filter.search)} or exists (select 1 from congvu.employee who
      where who.id = t.employee_id and who.search_key like ${contains(toSearchKey(filter.search))}))`);
  }
  if (filter.group) {
    conditions.push(sql`exists (select 1 from congvu.assignment a where a.employee_id = t.employee_id
      and a.group_code = ${filter.group} and a.valid_from <= t.deadline and coalesce(a.valid_to >= t.deadline, true))`);
  }
  if (filter.product)
    conditions.push(sql`t.product_id in (select of.id from congvu.product of where of.code = ${filter.product})`);
  if (filter.deadlineFrom) conditions.push(sql`t.deadline >= ${filter.deadlineFrom}::date`);
  if (filter.deadlineTo) conditions.push(sql`t.deadline <= ${filter.deadlineTo}::date`);
  return {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: ORDERS[order],
    // The nearest deadline first, but the newest assignment first.
    descending: isDescending(direction, order === 'ASSIGNED_AT'),
  };
}

export function listTasks(
  context: Context,
  filter: TaskFilter,
  order: TaskOrder,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<TaskRow>> {
  return listPage<TaskRow & PlacedRow>(context, taskList(context, filter, order, direction), args);
}

export function listTasksOfEmployee(
  context: Context,
  employeeId: string,
  filter: TaskFilter,
  args: PageArguments,
): Promise<Page<TaskRow>> {
  const list = taskList(context, { ...filter, employee: null }, 'DEADLINE');
  const conditions = [raw('t.employee_id = parent.id'), ...list.conditions];
  return childPage<TaskRow & PlacedRow>(context, 'tasksOfEmployee', { ...list, conditions }, args, employeeId);
}

export interface TaskCounts {
  readonly open: number;
  readonly done: number;
  readonly late: number;
  readonly notDone: number;
}

/** Counts of a person's tasks, all or of one period; `late`: open and past the deadline. */
export function countsByEmployee(period: string | null) {
  return batchByParent<TaskCounts & { readonly parent_id: string }>(
    `taskCounts ${period ?? ''}`,
    (ids) => sql`select t.employee_id as parent_id,
        count(*) filter (where t.outcome = 'OPEN')::int as open,
        count(*) filter (where t.outcome = 'DONE')::int as done,
        count(*) filter (where t.outcome = 'OPEN' and t.deadline < (now() at time zone 'Asia/Ho_Chi_Minh')::date)::int as late,
        count(*) filter (where t.outcome = 'NOT_DONE')::int as "notDone"
      from congvu.task t
      where t.employee_id = any(${ids}::uuid[]) and (${period}::text is null or t.period = ${period})
      group by t.employee_id`,
  );
}
