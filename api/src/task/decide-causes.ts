import {
  type BulkInput,
  type DecideObjectiveCause,
  type DecideObjectiveCauseRow,
  decideObjectiveCauseRowShape,
} from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { type BulkRow, type KeptRows, Rows, toBulkRows } from '../mutation/bulk.ts';
import { change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { eventByCause } from './task.store.ts';
import { authoriseTask } from './task-change.ts';
import type { HeldTask } from './task-set.store.ts';
import { carryOut, type Judgement, lockAndJudge, type RowOfTask } from './task-set.ts';

interface CauseToDecide extends RowOfTask {
  readonly input: DecideObjectiveCauseRow;
  readonly causeId: string;
}

/** The manager confirms or refuses a claimed cause; a confirmed one exempts its event. Answers the task's id. */
export async function decideObjectiveCause(context: Context, input: DecideObjectiveCause): Promise<string> {
  const asked = await authorise(context, { index: 0, input });
  return change(context, 'decideObjectiveCause', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, [asked], judge, (_row, error) => {
      throw error;
    });
    const [done] = await carryOut(tx, context, judged);
    if (done === undefined) throw notFound(context.locale);
    return done;
  });
}

/**
 * Many causes in one call, answered row by row with the code the decision of one would; in a number of statements that does
 * not grow with them. Several of one task follow each other: each names the revision the one before it leaves.
 * Errors: ROWS_REFUSED where all are to be written or none.
 */
export async function decideObjectiveCauses(context: Context, input: BulkInput): Promise<readonly BulkRow[]> {
  const rows = new Rows(input, decideObjectiveCauseRowShape, '/cause');
  const asked = await rows.each(rows.read, (row) => authorise(context, row));
  const kept = await changeAll<KeptRows>(context, 'decideObjectiveCauses', input, async (tx) => {
    const judged = await lockAndJudge(tx, context, asked, judge, (row, error) => rows.refuse(row, error));
    rows.assertWritable();
    for (const row of judged) rows.done(row, row.task.id);
    return { outcome: rows.kept(), changes: await carryOut(tx, context, judged) };
  });
  return toBulkRows(input, kept);
}

async function authorise(
  context: Context,
  { index, input }: { readonly index: number; readonly input: DecideObjectiveCauseRow },
): Promise<CauseToDecide> {
  const causeId = rowId(context, 'ObjectiveCause', input.cause);
  const claimed = assertVisible((await loadOne(context, eventByCause, causeId))?.[0] ?? null, context);
  return { index, input, causeId, seen: await authoriseTask(context, claimed.taskId, 'CONFIRMER') };
}

/** Errors: WRONG_STATE of a cause that is decided already. */
function judge(task: HeldTask, { causeId, input }: CauseToDecide): Judgement {
  const event = task.events.find(({ cause }) => cause?.id === causeId);
  if (event?.cause?.state !== 'CLAIMED') throw wrongState(event?.cause?.state ?? 'UNDONE');
  const state = input.confirm ? 'CONFIRMED' : 'REFUSED';
  const decided = { ...event, cause: { id: causeId, state } } as const;
  return {
    task: { ...task, events: task.events.map((each) => (each.id === event.id ? decided : each)) },
    decided: { causeId, eventId: event.id, state, note: input.note },
    payload: { cause: causeId, state },
  };
}
