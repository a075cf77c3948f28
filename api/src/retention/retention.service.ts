import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import type { DecideRetention, ProposeRetention } from '@congvu/schema/registers';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { JobRunningError, SecondPersonRequiredError, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { lockJobs } from '../job/job.service.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, getUnit } from '../unit/unit.store.ts';
import { retentionProposalById } from './retention.store.ts';

/**
 * Asks the worker what is past its time in a unit and below. Errors: NOT_FOUND, FORBIDDEN without PRIVACY_MANAGE over the unit,
 * JOB_RUNNING while the same is looked for. Answers the job's id.
 */
export async function proposeRetention(context: Context, input: ProposeRetention): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  if (!holdsOver(context, 'PRIVACY_MANAGE', unit.pathText)) throw forbidden(context.locale, 'PRIVACY_MANAGE');
  const actor = getActor(context);
  // The year of a day that exists.
  const period = context.today.slice(0, 4) as Period;
  const id = await change(context, 'proposeRetention', input, async (tx) => {
    await lockJobs(tx);
    const running = await tx.job.count({
      where: { kind: 'RETENTION', unitId: unit.id, state: { in: ['QUEUED', 'RUNNING'] } },
    });
    if (running > 0) throw new JobRunningError(domainError('JOB_RUNNING', { period }));
    const job = await tx.job.create({
      data: {
        kind: 'RETENTION',
        unitId: unit.id,
        period,
        createdById: actor.userId,
        createdByName: actor.displayName,
        createdAt: context.now,
        // A token gives no more to the job than to the request that asked for it.
        ...(actor.tokenScopes === null ? {} : { tokenScopes: [...actor.tokenScopes] as never }),
      },
      select: { id: true },
    });
    return { entity: 'Job', id: job.id, employeeId: null, payload: { kind: 'RETENTION', unit: unit.code, period } };
  });
  wakeWorkers();
  return id;
}

/**
 * A second person says yes, and what was proposed is carried out in the same transaction, or no with a reason.
 * Errors: NOT_FOUND, FORBIDDEN, SECOND_PERSON_REQUIRED, WRONG_STATE. Answers the proposal's id.
 */
export async function decideRetention(context: Context, input: DecideRetention): Promise<string> {
  const id = rowId(context, 'RetentionProposal', input.proposal);
  const row = assertVisible(await loadOne(context, retentionProposalById, id), context);
  const unit = await getUnit(context, row.unitId);
  if (!holdsOver(context, 'PRIVACY_MANAGE', unit.pathText)) throw forbidden(context.locale, 'PRIVACY_MANAGE');
  const { userId, displayName } = getActor(context);
  if (input.confirm && row.proposedById === userId) {
    throw new SecondPersonRequiredError(domainError('SECOND_PERSON_REQUIRED'));
  }
  return change(context, 'decideRetention', input, async (tx) => {
    const { entity, cutoff } = row;
    const about = { entity, cutoff, unit: unit.code };
    if (input.confirm) {
      const [answer] = await tx.$queryRaw<{ readonly done: number | null }[]>`
        select congvu.carry_out_retention(${id}::uuid) as done`;
      if (answer?.done == null) throw wrongState(row.state);
      return {
        entity: 'RetentionProposal',
        id,
        employeeId: null,
        payload: { ...about, confirmed: true, done: answer.done },
      };
    }
    const { count } = await tx.retentionProposal.updateMany({
      where: { id, state: 'PROPOSED' },
      data: {
        state: 'REFUSED',
        reason: input.reason,
        decidedById: userId,
        decidedByName: displayName,
        decidedAt: context.now,
      },
    });
    if (count === 0) throw wrongState(row.state);
    return { entity: 'RetentionProposal', id, employeeId: null, payload: { ...about, confirmed: false } };
  });
}
