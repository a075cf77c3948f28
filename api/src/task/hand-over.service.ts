import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { HandOverTask } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { periodOf } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { rescoreSheet } from '../period-sheet/sheet.recompute.ts';
import { lockSheets } from '../period-sheet/sheet-figures.store.ts';
import { assertPast, findAssignable } from './assignable.ts';
import { type LockedTask, lockTask, toDateColumn } from './task-change.store.ts';
import { assertPeriodOpen, authoriseTask, closeTask, eventOf, getActor, openTask, toDay } from './task-change.ts';

/**
 * One event with two effects: the giver's task is HANDED_OVER and stays in his assigned total, the receiver has a task
 * TAKEN_OVER outside his, by the giver's product, quantity and coefficient. Answers the receiver's task.
 *
 * Errors: NOT_FOUND, FORBIDDEN for either person; WRONG_STATE where it is handed in or decided. Source: Nghị định
 * 335/2025/NĐ-CP art. 18(1).
 */
export async function handOverTask(context: Context, input: HandOverTask): Promise<string> {
  const seen = await authoriseTask(context, rowId(context, 'Task', input.task), 'CONFIRMER');
  // Stored by us from a LocalDate.
  const deadline = input.deadline ?? (seen.deadline as LocalDate);
  const { employee, assignment } = await findAssignable(context, input.to, deadline);
  if (employee.id === seen.employeeId)
    throw invalidField('/to', domainError('INCONSISTENT', { reason: 'SAME_PERSON' }));
  const receiver = { employeeId: employee.id, unitId: assignment.unit.id, period: periodOf(deadline) };
  return changeAll(context, 'handOverTask', input, async (tx) => {
    const task = await openTask(tx, context, seen.id, input.revision);
    await lockSheets(tx, [task, receiver]);
    if (task.outcome !== 'OPEN') throw wrongState(task.outcome);
    if (task.submittedOn !== null) throw wrongState('SUBMITTED');
    assertPast(context, '/occurredOn', input.occurredOn);
    await assertPeriodOpen(tx, receiver.unitId, receiver.employeeId, receiver.period);
    const occurredOn = toDateColumn(input.occurredOn);
    const event = await tx.taskEvent.create({
      data: eventOf(context, task, { kind: 'HAND_OVER', occurredOn, note: input.note }),
      select: { id: true },
    });
    const taken = await takeOver(tx, context, task, { ...receiver, deadline: toDateColumn(deadline) });
    const given = await closeTask(
      tx,
      context,
      task,
      { outcome: 'HANDED_OVER' },
      { event: event.id, takenOverBy: taken },
    );
    await rescoreSheet(tx, context, receiver);
    const payload = { takenOverFrom: task.id, deadline, period: receiver.period };
    return {
      outcome: taken,
      changes: [given, { entity: 'Task', id: taken, employeeId: receiver.employeeId, payload }],
    };
  });
}

async function takeOver(
  tx: Transaction,
  context: Context,
  from: LockedTask,
  to: { readonly employeeId: string; readonly unitId: string; readonly period: string; readonly deadline: Date },
): Promise<string> {
  const actor = getActor(context);
  const { id } = await tx.task.create({
    data: {
      ...to,
      productId: from.productId,
      title: from.title,
      quantity: from.quantity,
      coefficientNumerator: from.coefficientNumerator,
      coefficientDenominator: from.coefficientDenominator,
      unitsNumerator: from.unitsNumerator,
      unitsDenominator: from.unitsDenominator,
      qualityRequirement: from.qualityRequirement,
      responsibility: from.responsibility,
      origin: 'TAKEN_OVER',
      takenOverFromId: from.id,
      assignedById: actor.userId,
      assignedByName: actor.displayName,
      assignedAt: context.now,
    },
    select: { id: true },
  });
  await tx.$executeRaw`insert into congvu.task_document (task_id, document_id)
    select ${id}::uuid, td.document_id from congvu.task_document td where td.task_id = ${from.id}::uuid`;
  return id;
}

/**
 * Takes a hand-over back, until its result is confirmed: the receiver's task is HANDED_OVER in its turn, which counts
 * nowhere, and the giver goes on. Answers what it did to the receiver's task. Errors: WRONG_STATE.
 */
export async function takeBack(tx: Transaction, context: Context, given: LockedTask): Promise<Change> {
  // One at most: those taken back before are HANDED_OVER, and so is one that went on to a third person.
  const taken = await tx.task.findFirst({
    where: { takenOverFromId: given.id, outcome: { not: 'HANDED_OVER' } },
    select: { id: true },
  });
  const task = taken === null ? null : await lockTask(tx, taken.id);
  if (task === null) throw wrongState('HANDED_OVER');
  await lockSheets(tx, [given, task]);
  if (task.outcome !== 'OPEN') throw wrongState(task.outcome);
  if (task.submittedOn !== null) throw wrongState('SUBMITTED');
  await assertPeriodOpen(tx, task.unitId, task.employeeId, task.period);
  await tx.taskEvent.create({
    data: eventOf(context, task, { kind: 'HAND_OVER', occurredOn: toDateColumn(context.today), note: null }),
  });
  const payload = { handedBackTo: given.id, deadline: toDay(task.deadline) };
  return closeTask(tx, context, task, { outcome: 'HANDED_OVER' }, payload);
}
