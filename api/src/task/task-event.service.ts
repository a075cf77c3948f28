import { domainError } from '@congvu/schema/errors';
import type { ClaimObjectiveCause, RecordTaskEvent, SubmitTask, UndoTaskEvent } from '@congvu/schema/evaluation';
import { periodOf } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertPast } from './assignable.ts';
import { takeBack } from './hand-over.service.ts';
import { type LockedTask, toDateColumn } from './task-change.store.ts';
import {
  assertPeriodOpen,
  authoriseEvent,
  authoriseTask,
  closeTask,
  eventOf,
  getActor,
  openTask,
  toDay,
} from './task-change.ts';

/** The person hands in his product; confirming it is another's. */
export async function submitTask(context: Context, input: SubmitTask): Promise<string> {
  const { id } = await authoriseTask(context, rowId(context, 'Task', input.task), 'OWNER');
  return change(context, 'submitTask', input, async (tx) => {
    const task = await openTask(tx, context, id, input.revision);
    if (task.outcome !== 'OPEN' || task.submittedOn !== null)
      throw wrongState(task.submittedOn ? 'SUBMITTED' : task.outcome);
    assertPast(context, '/submittedOn', input.submittedOn);
    const submittedOn = toDateColumn(input.submittedOn);
    await tx.taskEvent.create({
      data: eventOf(context, task, { kind: 'SUBMISSION', occurredOn: submittedOn, note: input.note }),
    });
    return closeTask(tx, context, task, { submittedOn }, { submittedOn: input.submittedOn });
  });
}

/** A major error, a delay, or a new deadline. */
export async function recordTaskEvent(context: Context, input: RecordTaskEvent): Promise<string> {
  const { id } = await authoriseTask(context, rowId(context, 'Task', input.task), 'CONFIRMER');
  return change(context, 'recordTaskEvent', input, async (tx) => {
    const task = await openTask(tx, context, id, input.revision);
    assertPast(context, '/occurredOn', input.occurredOn);
    if (task.outcome !== 'OPEN' && (task.outcome !== 'DONE' || input.kind === 'EXTENSION'))
      throw wrongState(task.outcome);
    const event = { kind: input.kind, occurredOn: toDateColumn(input.occurredOn), note: input.note };
    if (input.newDeadline === null) {
      const { id } = await tx.taskEvent.create({ data: eventOf(context, task, event), select: { id: true } });
      return closeTask(tx, context, task, {}, { event: id, kind: input.kind, occurredOn: input.occurredOn });
    }
    await assertInAssignment(context, task, input.newDeadline);
    const period = periodOf(input.newDeadline);
    if (period !== task.period) await assertPeriodOpen(tx, task.unitId, task.employeeId, period);
    const newDeadline = toDateColumn(input.newDeadline);
    await tx.taskEvent.create({
      data: eventOf(context, task, { ...event, previousDeadline: task.deadline, newDeadline }),
    });
    return closeTask(
      tx,
      context,
      task,
      { deadline: newDeadline, period },
      { kind: 'EXTENSION', deadline: input.newDeadline },
    );
  });
}

/** Takes an event back. It stays in the list, marked, and what it changed is as before. */
export async function undoTaskEvent(context: Context, input: UndoTaskEvent): Promise<string> {
  const eventId = rowId(context, 'TaskEvent', input.event);
  const { id } = await authoriseEvent(context, eventId, 'EITHER');
  return changeAll(context, 'undoTaskEvent', input, async (tx) => {
    const task = await openTask(tx, context, id, input.revision);
    const event = task.events.find((each) => each.id === eventId);
    if (event === undefined) throw notFound(context.locale);
    const isOwner = getActor(context).employeeId === task.employeeId;
    // One takes back one's own handing in, and nothing that another recorded of one.
    if (isOwner && event.kind !== 'SUBMISSION') throw wrongState(event.kind);
    if (event.undoneAt !== null) throw wrongState('UNDONE');
    if (isOwner && task.outcome !== 'OPEN') throw wrongState(task.outcome);
    await tx.taskEvent.update({
      where: { id: event.id },
      data: { undoneAt: context.now, undoneById: getActor(context).userId },
    });
    const restored = restore(event);
    if (restored.period !== undefined) await assertPeriodOpen(tx, task.unitId, task.employeeId, restored.period);
    const receiver = event.kind === 'HAND_OVER' ? [await takeBack(tx, context, task)] : [];
    const payload = { event: event.id, kind: event.kind, undone: true };
    return { outcome: task.id, changes: [await closeTask(tx, context, task, restored, payload), ...receiver] };
  });
}

function restore(event: LockedTask['events'][number]) {
  switch (event.kind) {
    case 'SUBMISSION':
      return { submittedOn: null };
    case 'ACCEPTANCE':
      return { acceptedOn: null, outcome: 'OPEN' as const };
    case 'EXTENSION': {
      if (event.previousDeadline === null) throw new Error('An extension keeps the deadline before it.');
      return { deadline: event.previousDeadline, period: periodOf(toDay(event.previousDeadline)) };
    }
    case 'HAND_OVER':
      return { outcome: 'OPEN' as const };
    case 'MAJOR_ERROR':
    case 'DELAY':
      return {};
  }
}

/** The person says that an error or a delay had a cause outside his control. It exempts nothing until it is confirmed. */
export async function claimObjectiveCause(context: Context, input: ClaimObjectiveCause): Promise<string> {
  const eventId = rowId(context, 'TaskEvent', input.event);
  const { id } = await authoriseEvent(context, eventId, 'OWNER');
  return change(context, 'claimObjectiveCause', input, async (tx) => {
    const task = await openTask(tx, context, id, input.revision);
    const event = task.events.find((each) => each.id === eventId);
    if (event === undefined) throw notFound(context.locale);
    if (event.undoneAt !== null) throw wrongState('UNDONE');
    if (event.objectiveCause !== null) throw wrongState(event.objectiveCause.state);
    if (event.kind !== 'DELAY' && event.kind !== 'MAJOR_ERROR') throw wrongState(event.kind);
    const actor = getActor(context);
    const cause = await tx.objectiveCause.create({
      data: {
        eventId,
        employeeId: task.employeeId,
        reason: input.reason,
        evidence: input.evidence,
        claimedById: actor.userId,
        claimedByName: actor.displayName,
        claimedAt: context.now,
      },
      select: { id: true },
    });
    return closeTask(tx, context, task, {}, { event: eventId, cause: cause.id, claimed: true });
  });
}

/** Errors: DEADLINE_OUTSIDE_ASSIGNMENT at "/newDeadline". */
async function assertInAssignment(
  context: Context,
  task: LockedTask,
  day: RecordTaskEvent['occurredOn'],
): Promise<void> {
  const { assignment } = await getEmployee(context, task.employeeId);
  // Written by the database from date columns.
  const from = (assignment?.validFrom ?? day) as typeof day;
  const to = (assignment?.validTo ?? null) as typeof day | null;
  if (day < from || (to !== null && to < day)) {
    throw invalidField('/newDeadline', domainError('DEADLINE_OUTSIDE_ASSIGNMENT', { from, to }));
  }
}
