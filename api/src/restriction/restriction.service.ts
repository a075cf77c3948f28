import { domainError } from '@congvu/schema/errors';
import type { LiftRestriction, RestrictData } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isOpenTo } from '../data-request/data-request.policy.ts';
import { findOthers } from '../data-request/data-request.service.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { restrictionById } from './restriction.store.ts';

/**
 * Restricts the processing of somebody's data, on an accepted request for it or an accepted objection, never on one's own.
 * Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE, also where the same is restricted already.
 */
export async function restrictData(context: Context, input: RestrictData): Promise<string> {
  const request = await findOthers(context, input.request);
  if (!isOpenTo('RESTRICT', request)) throw wrongState(request.state);
  const { userId, displayName } = getActor(context);
  return change(context, 'restrictData', input, async (tx) => {
    // Two at once for one person take turns.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${request.employeeId}, 1))`;
    const { employeeId } = request;
    const standing = await tx.dataRestriction.count({ where: { employeeId, scope: input.scope, liftedOn: null } });
    if (standing > 0) throw wrongState('RESTRICTED');
    const { id } = await tx.dataRestriction.create({
      data: {
        employeeId,
        requestId: request.id,
        scope: input.scope,
        fromOn: toDateColumn(input.from),
        recordedById: userId,
        recordedByName: displayName,
        recordedAt: context.now,
      },
      select: { id: true },
    });
    const payload = { request: request.id, scope: input.scope, from: input.from };
    return { entity: 'DataRestriction', id, employeeId, payload };
  });
}

/** Ends a restriction, on a day from its first until today. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE, OUT_OF_RANGE at "/on". */
export async function liftRestriction(context: Context, input: LiftRestriction): Promise<string> {
  const id = rowId(context, 'DataRestriction', input.restriction);
  const row = assertVisible(await loadOne(context, restrictionById, id), context);
  if (row.employeeId === getActor(context).employeeId) throw forbidden(context.locale, 'PRIVACY_MANAGE');
  // What reads restrictions asks whether one was lifted, not when: so no day to come.
  if (input.on < row.from || input.on > context.today) {
    const range = { given: input.on, minimum: row.from, maximum: context.today };
    throw invalidField('/on', domainError('OUT_OF_RANGE', range));
  }
  return change(context, 'liftRestriction', input, async (tx) => {
    const { count } = await tx.dataRestriction.updateMany({
      where: { id, liftedOn: null },
      data: { liftedOn: toDateColumn(input.on) },
    });
    if (count === 0) throw wrongState('LIFTED');
    return {
      entity: 'DataRestriction',
      id,
      employeeId: row.employeeId,
      payload: { scope: row.scope, liftedOn: input.on },
    };
  });
}
