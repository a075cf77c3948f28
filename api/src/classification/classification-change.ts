import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import { advanceClassification, type ClassificationAction, type ClassificationState } from '@congvu/schema/procedure';
import { EARLIER_LAW } from '@congvu/schema/rulesets';
import type { Context } from '../context.ts';
import { staleRevision, wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { type Change, change } from '../mutation/change.ts';
import type { ClassificationRow } from './classification.store.ts';

/** A year's row, locked until the transaction ends; null where there is none one may see. */
export async function lockClassification(tx: Transaction, id: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`classification ${id}`}, 0))`;
  return tx.classification.findUnique({ where: { id } });
}
export type LockedClassification = NonNullable<Awaited<ReturnType<typeof lockClassification>>>;

/** The state after an action on a row. Errors: WRONG_STATE, also for a row whose place another took and for one of earlier law. */
export function advance(
  row: Pick<LockedClassification, 'state' | 'post' | 'current' | 'ruleSet'>,
  action: ClassificationAction,
): ClassificationState {
  const state = advanceClassification(row.state, action, row.post);
  if (!row.current || EARLIER_LAW.includes(row.ruleSet) || !state.ok) throw wrongState(row.state);
  return state.value;
}

/** One step of the procedure on one row that was authorised before. Errors: STALE_REVISION, WRONG_STATE. */
export function takeStep(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  seen: ClassificationRow,
  step: {
    readonly action: ClassificationAction;
    readonly data: Prisma.ClassificationUncheckedUpdateInput;
    readonly payload: Change['payload'];
  },
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    const row = await lockClassification(tx, seen.id);
    if (row === null) throw notFound(context.locale);
    if (row.rowRevision !== input.revision) throw staleRevision(input.revision, row.rowRevision);
    const state = advance(row, step.action);
    await tx.classification.update({
      where: { id: row.id },
      data: { ...step.data, state, rowRevision: row.rowRevision + 1 },
    });
    return {
      entity: 'Classification',
      id: row.id,
      employeeId: row.employeeId,
      payload: { year: row.year, state, ...step.payload },
    };
  });
}
