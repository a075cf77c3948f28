import type { Transaction } from '@congvu/prisma/database';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { DeferViolation, EndDeferral } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { deferralById, type ViolationRow } from './violation.store.ts';
import {
  changeOf,
  type Deferral,
  deferralsOf,
  dueOf,
  findKept,
  findKeptRow,
  readFresh,
  reversed,
  updateViolation,
} from './violation-change.ts';
import { type Clocks, clocksOf } from './violation-clock.ts';

/**
 * Handling waits (R-D-6), and its last day moves by the days of the deferral. Errors: as above; INCONSISTENT where another deferral
 * has not ended by then.
 */
export async function deferViolation(context: Context, input: DeferViolation): Promise<string> {
  const row = await findKept(context, input.violation);
  assertPast(context, '/from', input.from);
  if (input.from < row.discoveredOn) throw reversed('/from');
  const clocks = await clocksOf(context, row);
  const actor = getActor(context);
  return change(context, 'deferViolation', input, async (tx) => {
    const fresh = await readFresh(tx, context, row.id, null);
    if (fresh.state !== 'OPEN') throw wrongState(fresh.state);
    const deferrals = await deferralsOf(tx, row.id);
    if (deferrals.some(({ to }) => to === null || input.from <= to)) throw reversed('/from');
    const deferral = await tx.disciplineDeferral.create({
      data: {
        violationId: row.id,
        kind: input.kind,
        fromOn: toDateColumn(input.from),
        toOn: input.to === null ? null : toDateColumn(input.to),
        document: input.document,
        recordedById: actor.userId,
        recordedByName: actor.displayName,
        recordedAt: context.now,
      },
      select: { id: true },
    });
    await moveDue(tx, context, { row, clocks }, fresh.revision, [...deferrals, { from: input.from, to: input.to }]);
    // Why it waits is data on health or a criminal case: it stands in the row alone.
    return changeOf(row, { deferral: deferral.id, from: input.from, to: input.to });
  });
}

/** A deferral ends on a day. Answers the act's id. Errors: as above; WRONG_STATE of one that ended before. */
export async function endDeferral(context: Context, input: EndDeferral): Promise<string> {
  const deferral = assertVisible(
    await loadOne(context, deferralById, rowId(context, 'DisciplineDeferral', input.deferral)),
    context,
  );
  const row = await findKeptRow(context, deferral.violationId);
  if (input.on < deferral.from) throw reversed('/on');
  assertPast(context, '/on', input.on);
  const clocks = await clocksOf(context, row);
  return change(context, 'endDeferral', input, async (tx) => {
    const fresh = await readFresh(tx, context, row.id, null);
    const { count } = await tx.disciplineDeferral.updateMany({
      where: { id: deferral.id, endedAt: null },
      data: { toOn: toDateColumn(input.on), endedAt: context.now },
    });
    if (count === 0) throw wrongState('ENDED');
    if (fresh.state === 'OPEN')
      await moveDue(tx, context, { row, clocks }, fresh.revision, await deferralsOf(tx, row.id));
    return changeOf(row, { deferral: deferral.id, to: input.on });
  });
}

async function moveDue(
  tx: Transaction,
  context: Context,
  { row, clocks }: { readonly row: ViolationRow; readonly clocks: Clocks },
  revision: number,
  deferrals: readonly Deferral[],
): Promise<void> {
  const due = dueOf(
    context,
    row, // A date column.
    row.extendedTo as LocalDate | null,
    deferrals,
    clocks,
  );
  await updateViolation(tx, row.id, revision, { dueOn: due === null ? null : toDateColumn(due) });
}
