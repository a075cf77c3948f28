import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import type { ObjectiveCauseState, SheetState, TaskEventKind, TaskOutcome } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { SheetKey } from '../period-sheet/sheet-figures.store.ts';

/** What counts of an event where its task is judged. */
export interface HeldEvent {
  readonly id: string;
  readonly kind: TaskEventKind;
  readonly undone: boolean;
  readonly cause: { readonly id: string; readonly state: ObjectiveCauseState } | null;
}

/** A task as it stands, locked, with how its month stands. */
export interface HeldTask extends SheetKey {
  readonly id: string;
  readonly outcome: TaskOutcome;
  readonly deadline: LocalDate;
  readonly submittedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly errors: number;
  readonly delays: number;
  readonly revision: number;
  readonly isMonthClosed: boolean;
  readonly sheetState: SheetState | null;
  readonly events: readonly HeldEvent[];
}

/** An event about a task that has none of a deadline. */
export interface NewEvent {
  readonly id: string;
  readonly taskId: string;
  readonly employeeId: string;
  readonly kind: TaskEventKind;
  readonly occurredOn: LocalDate;
  readonly note: string | null;
}

/** A decision on a claimed cause of an event. */
export interface CauseDecision {
  readonly causeId: string;
  readonly eventId: string;
  readonly state: Extract<ObjectiveCauseState, 'CONFIRMED' | 'REFUSED'>;
  readonly note: string | null;
}

interface Who {
  readonly userId: string;
  readonly displayName: string;
}

/** Locks tasks until the transaction ends, in one order, by the names that `lockTask` takes. */
export async function lockTasks(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(lock) from (
    select hashtextextended('task ' || id, 0) as lock from unnest(${[...new Set(ids)]}::text[]) id order by 1) locks`;
}

/** Tasks with all that they are judged by; the caller holds their locks and those of their sheets. */
export function findHeldTasks(tx: Transaction, ids: readonly string[]): Promise<readonly HeldTask[]> {
  return tx.$queryRaw`
    select t.id, t.employee_id as "employeeId", t.unit_id as "unitId", t.period, t.outcome::text as outcome,
      t.deadline::text as deadline, t.submitted_on::text as "submittedOn", t.accepted_on::text as "acceptedOn",
      t.errors::int as errors, t.delays::int as delays, t.revision,
      exists (select 1 from congvu.period_plan p
        where p.unit_id = t.unit_id and p.period = t.period and p.closed_at is not null) as "isMonthClosed",
      (select s.state::text from congvu.period_sheet s
        where s.employee_id = t.employee_id and s.unit_id = t.unit_id and s.period = t.period) as "sheetState",
      coalesce((select json_agg(json_build_object('id', te.id, 'kind', te.kind, 'undone', te.undone_at is not null,
          'cause', case when oc.id is null then null else json_build_object('id', oc.id, 'state', oc.state) end))
        from congvu.task_event te left join congvu.objective_cause oc on oc.event_id = te.id
        where te.task_id = t.id), '[]') as events
    from congvu.task t where t.id = any(${[...new Set(ids)]}::uuid[])`;
}

/** Ids of events recorded together: what happened first has the smaller one, for they share an instant. */
export function eventIds(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomUUID() as string).toSorted();
}

export async function insertEvents(tx: Transaction, events: readonly NewEvent[], by: Who): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.task_event (id, task_id, employee_id, kind, occurred_on, note, recorded_by_id, recorded_by_name,
      recorded_at)
    select r.id, r."taskId", r."employeeId", r.kind, r."occurredOn", r.note, ${by.userId}::uuid, ${by.displayName},
      clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as r (id uuid, "taskId" uuid, "employeeId" uuid,
      kind congvu.task_event_kind, "occurredOn" date, note text)`;
}

/** Writes decisions on causes; a confirmed one exempts its event. */
export async function decideCauses(
  tx: Transaction,
  decisions: readonly CauseDecision[],
  by: Who,
  at: Date,
): Promise<void> {
  if (decisions.length === 0) return;
  const decided = await tx.$executeRaw`
    update congvu.objective_cause c set state = r.state, note = r.note, decided_by_id = ${by.userId}::uuid,
      decided_by_name = ${by.displayName}, decided_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as r ("causeId" uuid,
      state congvu.objective_cause_state, note text)
    where c.id = r."causeId"`;
  assertAll(decided, decisions);
  const exempt = decisions.filter(({ state }) => state === 'CONFIRMED').map(({ eventId }) => eventId);
  if (exempt.length === 0) return;
  assertAll(await tx.$executeRaw`update congvu.task_event set exempt = true where id = any(${exempt}::uuid[])`, exempt);
}

/** Writes what a confirmation or a decision changes of tasks. */
export async function updateTasks(tx: Transaction, tasks: readonly HeldTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ events: _events, ...columns }) => columns);
  const updated = await tx.$executeRaw`
    update congvu.task t set outcome = r.outcome, submitted_on = r."submittedOn", accepted_on = r."acceptedOn",
      errors = r.errors, delays = r.delays, revision = r.revision
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, outcome congvu.task_outcome,
      "submittedOn" date, "acceptedOn" date, errors smallint, delays smallint, revision integer)
    where t.id = r.id`;
  assertAll(updated, tasks);
}

/** A policy that hides a row from an update does so silently. */
function assertAll(written: number, rows: readonly unknown[]): void {
  if (written !== rows.length) throw Object.assign(new Error('A task may not be changed.'), { code: '42501' });
}
