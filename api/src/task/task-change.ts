import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { nonExempt } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Period } from '@congvu/schema/primitives/period';
import { mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority, loadSubject } from '../authority/authority.store.ts';
import type { Actor, Context } from '../context.ts';
import { PeriodClosedError, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import type { Change } from '../mutation/change.ts';
import { isOpen } from '../period-sheet/sheet.policy.ts';
import { rescoreSheet } from '../period-sheet/sheet.recompute.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { eventById, type TaskRow, taskById } from './task.store.ts';
import { findPlan, findSheetState, type LockedTask, lockTask } from './task-change.store.ts';

/** Whose act it is: the person's own, or that of who may confirm his work. */
export type Capacity = 'OWNER' | 'CONFIRMER' | 'EITHER';

/** The actor of a mutation; the scopes let nobody through without one. */
export function getActor(context: Context): Actor {
  if (context.actor === null) throw new Error('A mutation without an actor.');
  return context.actor;
}

/**
 * A task the actor may change in this capacity. Errors: NOT_FOUND, FORBIDDEN.
 *
 * Asked before the transaction begins, with all that is read on the way: a transaction that waits for a second
 * connection while others do the same would never end.
 */
export async function authoriseTask(context: Context, id: string, capacity: Capacity): Promise<TaskRow> {
  const task = assertVisible(await loadOne(context, taskById, id), context);
  // Also keeps the person and the unit at hand for what follows inside the transaction.
  const subject = await loadSubject(context, task);
  const isOwner = getActor(context).employeeId === task.employeeId;
  if (isOwner && capacity !== 'CONFIRMER') return task;
  if (!isOwner && capacity !== 'OWNER' && mayDecideOn(await loadAuthority(context, 'TASK_CONFIRM'), subject))
    return task;
  throw forbidden(context.locale, capacity === 'OWNER' ? null : 'TASK_CONFIRM');
}

/** The same for the task of an event. */
export async function authoriseEvent(context: Context, eventId: string, capacity: Capacity): Promise<TaskRow> {
  const event = assertVisible(await loadOne(context, eventById, eventId), context);
  return authoriseTask(context, event.taskId, capacity);
}

/** The task, locked, as the actor saw it (STALE_REVISION), in a period that may still change. */
export async function openTask(tx: Transaction, context: Context, id: string, revision: number): Promise<LockedTask> {
  const task = await lockTask(tx, id);
  if (task === null) throw notFound(context.locale);
  if (task.revision !== revision) throw staleRevision(revision, task.revision);
  await assertPeriodOpen(tx, task.unitId, task.employeeId, task.period);
  return task;
}

/** Errors: PERIOD_CLOSED; WRONG_STATE where the person's sheet of the period is confirmed. */
export async function assertPeriodOpen(
  tx: Transaction,
  unitId: string,
  employeeId: string,
  period: string,
): Promise<void> {
  const plan = await findPlan(tx, unitId, period);
  // Stored by us from a Period.
  if (plan?.closedAt) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: period as Period }));
  const sheet = await findSheetState(tx, { employeeId, unitId, period });
  if (sheet !== null && !isOpen(sheet)) throw wrongState(sheet.state);
}

/** Writes the change of a task, counts its events again and works out the sheets its figures stand in. */
export async function closeTask(
  tx: Transaction,
  context: Context,
  before: LockedTask,
  data: Prisma.TaskUncheckedUpdateInput,
  payload: Change['payload'],
): Promise<Change> {
  const events = await tx.taskEvent.findMany({
    where: { taskId: before.id },
    include: { objectiveCause: { select: { state: true } } },
  });
  const counted = nonExempt(
    events.map((event) => ({
      kind: event.kind,
      undone: event.undoneAt !== null,
      objectiveCause: event.objectiveCause?.state ?? null,
    })),
  );
  const after = await tx.task.update({
    where: { id: before.id },
    data: { ...data, errors: counted.errors, delays: counted.delays, revision: before.revision + 1 },
    select: { period: true },
  });
  for (const period of new Set([before.period, after.period])) {
    await rescoreSheet(tx, context, { employeeId: before.employeeId, unitId: before.unitId, period });
  }
  return {
    entity: 'Task',
    id: before.id,
    employeeId: before.employeeId,
    payload: { ...payload, revision: before.revision + 1, errors: counted.errors, delays: counted.delays },
  };
}

/** An event about a task, recorded by the actor. */
export function eventOf(
  context: Context,
  task: Pick<LockedTask, 'id' | 'employeeId'>,
  event: {
    readonly kind: Prisma.TaskEventUncheckedCreateInput['kind'];
    readonly occurredOn: Date;
    readonly note: string | null;
    readonly previousDeadline?: Date;
    readonly newDeadline?: Date;
  },
): Prisma.TaskEventUncheckedCreateInput {
  const actor = getActor(context);
  return {
    ...event,
    taskId: task.id,
    employeeId: task.employeeId,
    recordedById: actor.userId,
    recordedByName: actor.displayName,
  };
}

/** A stored date column as the day it is. */
export function toDay(column: Date): LocalDate {
  // A date column is midnight UTC of a valid day.
  return column.toISOString().slice(0, 10) as LocalDate;
}
