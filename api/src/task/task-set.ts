import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { nonExempt } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { PeriodClosedError, staleRevision, wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import type { Change } from '../mutation/change.ts';
import { isOpen } from '../period-sheet/sheet.policy.ts';
import { rescoreSheets } from '../period-sheet/sheet.recompute.ts';
import { lockSheets, type SheetKey } from '../period-sheet/sheet-figures.store.ts';
import type { TaskRow } from './task.store.ts';
import { getActor } from './task-change.ts';
import {
  type CauseDecision,
  decideCauses,
  findHeldTasks,
  type HeldTask,
  insertEvents,
  lockTasks,
  type NewEvent,
  updateTasks,
} from './task-set.store.ts';

/** A row about a task that the actor may confirm, as it was seen before the transaction. */
export interface RowOfTask {
  readonly index: number;
  readonly input: { readonly revision: number };
  readonly seen: TaskRow;
}

/** What a row makes of its task. */
export interface Judgement {
  /** The task with its events as they will be; revision and counts follow from it. */
  readonly task: HeldTask;
  readonly recorded?: readonly NewEvent[];
  readonly decided?: CauseDecision;
  readonly payload: Change['payload'];
}

/** A judgement with the counts and the revision it leads to. */
export interface JudgedRow extends Judgement {
  readonly index: number;
}

/**
 * Locks the tasks of rows and their sheets and judges row by row what each makes of its task, as if each were a call of its own: a
 * second row about a task meets what the first one left. Errors, given to `refuse` with their row: NOT_FOUND, STALE_REVISION,
 * PERIOD_CLOSED, WRONG_STATE, and what `judge` throws.
 */
export async function lockAndJudge<Row extends RowOfTask>(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  judge: (task: HeldTask, row: Row) => Judgement,
  refuse: (row: Row, error: unknown) => void,
): Promise<readonly JudgedRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ seen }) => seen.id);
  await lockTasks(tx, ids);
  // A task that was moved to another month since it was seen has another revision too.
  await lockSheets(
    tx,
    rows.map(({ seen }) => seen),
  );
  const held = new Map((await findHeldTasks(tx, ids)).map((task) => [task.id, task]));
  return rows.flatMap((row) => {
    try {
      const task = held.get(row.seen.id);
      if (task === undefined) throw notFound(context.locale);
      assertChangeable(task, row.input.revision);
      const judged = counted(judge(task, row));
      held.set(task.id, judged.task);
      return [{ ...judged, index: row.index }];
    } catch (error) {
      refuse(row, error);
      return [];
    }
  });
}

/** Errors: STALE_REVISION; PERIOD_CLOSED; WRONG_STATE where the person's sheet of the period is confirmed. */
function assertChangeable({ period, sheetState, ...task }: HeldTask, revision: number): void {
  if (task.revision !== revision) throw staleRevision(revision, task.revision);
  // Stored by us from a Period.
  if (task.isMonthClosed) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: period as Period }));
  if (sheetState !== null && !isOpen({ state: sheetState })) throw wrongState(sheetState);
}

function counted(judgement: Judgement): Judgement {
  const { errors, delays } = nonExempt(
    judgement.task.events.map(({ kind, undone, cause }) => ({ kind, undone, objectiveCause: cause?.state ?? null })),
  );
  const revision = judgement.task.revision + 1;
  return {
    ...judgement,
    task: { ...judgement.task, errors, delays, revision },
    payload: { ...judgement.payload, revision, errors, delays },
  };
}

/** Writes what was judged, works out the sheets once, and answers the change of each row for the chain. */
export async function carryOut(
  tx: Transaction,
  context: Context,
  judged: readonly JudgedRow[],
): Promise<readonly Change[]> {
  if (judged.length === 0) return [];
  const actor = getActor(context);
  await insertEvents(
    tx,
    judged.flatMap(({ recorded }) => recorded ?? []),
    actor,
  );
  await decideCauses(
    tx,
    judged.flatMap(({ decided }) => decided ?? []),
    actor,
    context.now,
  );
  // The last row about a task says how it stands.
  const tasks = [...new Map(judged.map(({ task }) => [task.id, task])).values()];
  await updateTasks(tx, tasks);
  const sheets = new Map(
    tasks.map((task): [string, SheetKey] => [`${task.employeeId} ${task.unitId} ${task.period}`, task]),
  );
  await rescoreSheets(tx, context, [...sheets.values()]);
  return judged.map(({ task, payload }) => ({ entity: 'Task', id: task.id, employeeId: task.employeeId, payload }));
}
