import { type BulkInput, type ConfirmTask, type ConfirmTaskRow, confirmTaskRowShape } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { type BulkRow, type KeptRows, Rows, toBulkRows } from '../mutation/bulk.ts';
import { change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertPast } from './assignable.ts';
import { authoriseTask } from './task-change.ts';
import { eventIds, type HeldTask, type NewEvent } from './task-set.store.ts';
import { carryOut, type Judgement, lockAndJudge, type RowOfTask } from './task-set.ts';

interface TaskToConfirm extends RowOfTask {
  readonly input: ConfirmTaskRow;
}

/** The manager confirms the result. Done, but handed in after the deadline, records one delay unless one stands already. */
export async function confirmTask(context: Context, input: ConfirmTask): Promise<string> {
  const asked = await authorise(context, { index: 0, input });
  return change(context, 'confirmTask', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, [asked], judgeWith(context), (_row, error) => {
      throw error;
    });
    const [done] = await carryOut(tx, context, judged);
    if (done === undefined) throw notFound(context.locale);
    return done;
  });
}

/**
 * Many tasks in one call, answered row by row with the code the confirmation of one would; in a number of statements that
 * does not grow with them. Errors: ROWS_REFUSED where all are to be written or none.
 */
export async function confirmTasks(context: Context, input: BulkInput): Promise<readonly BulkRow[]> {
  const rows = new Rows(input, confirmTaskRowShape, '/task');
  const asked = await rows.each(rows.read, (row) => authorise(context, row));
  const kept = await changeAll<KeptRows>(context, 'confirmTasks', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, asked, judgeWith(context), (row, error) => rows.refuse(row, error));
    rows.assertWritable();
    for (const row of judged) rows.done(row, row.task.id);
    return { outcome: rows.kept(), changes: await carryOut(tx, context, judged) };
  });
  return toBulkRows(input, kept);
}

async function authorise(
  context: Context,
  { index, input }: { readonly index: number; readonly input: ConfirmTaskRow },
): Promise<TaskToConfirm> {
  const seen = await authoriseTask(context, rowId(context, 'Task', input.task), 'CONFIRMER');
  return { index, input, seen };
}

/** Errors: WRONG_STATE of a task that is not open; OUT_OF_RANGE at "/submittedOn" of a day to come. */
function judgeWith(context: Context): (task: HeldTask, row: TaskToConfirm) => Judgement {
  const { today } = context;
  return (task, { input }) => {
    if (task.outcome !== 'OPEN') throw wrongState(task.outcome);
    if (input.outcome === 'NOT_DONE')
      return { task: { ...task, outcome: 'NOT_DONE' }, payload: { outcome: 'NOT_DONE', note: input.note } };
    if (input.submittedOn !== null) assertPast(context, '/submittedOn', input.submittedOn);
    const submittedOn = input.submittedOn ?? task.submittedOn ?? today;
    const hasDelay = task.events.some(({ kind, undone }) => kind === 'DELAY' && !undone);
    const [first = '', second = ''] = eventIds(2);
    const of = { taskId: task.id, employeeId: task.employeeId };
    const recorded: readonly NewEvent[] = [
      ...(submittedOn > task.deadline && !hasDelay
        ? [{ ...of, id: first, kind: 'DELAY' as const, occurredOn: submittedOn, note: null }]
        : []),
      { ...of, id: second, kind: 'ACCEPTANCE', occurredOn: today, note: input.note },
    ];
    const events = [...task.events, ...recorded.map(({ id, kind }) => ({ id, kind, undone: false, cause: null }))];
    return {
      task: { ...task, outcome: 'DONE', submittedOn, acceptedOn: today, events },
      recorded,
      payload: { outcome: 'DONE', submittedOn },
    };
  };
}
