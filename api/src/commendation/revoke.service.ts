import { domainError } from '@congvu/schema/errors';
import type { RevokeCommendation } from '@congvu/schema/registers';
import { mayKeep, registrarOf } from '../authority/registrar.policy.ts';
import type { Context } from '../context.ts';
import { EvidenceRequiredError, invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { commendationById } from './commendation.store.ts';

/**
 * A commendation taken back by a document. Nothing is deleted, and titles that rest on it are named by `dependents`, not
 * revoked with it. Errors: NOT_FOUND, FORBIDDEN (also for oneself), STALE_REVISION; WRONG_STATE of one revoked before; EVIDENCE_REQUIRED
 * without a document. Source: Luật 06/2022/QH15 chapter VII (domain.md 8.3).
 */
export async function revokeCommendation(context: Context, input: RevokeCommendation): Promise<string> {
  const id = rowId(context, 'Commendation', input.commendation);
  const row = assertVisible(await loadOne(context, commendationById, id), context);
  if (!mayKeep(registrarOf(context.actor), row.unitPath, row.employeeId))
    throw forbidden(context.locale, 'STAFF_MANAGE');
  assertPast(context, '/on', input.on);
  if (input.on < row.decidedOn) throw invalidField('/on', domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }));
  return change(context, 'revokeCommendation', input, async (tx) => {
    await lockRow(tx, 'Commendation', id);
    const columns = { revokedOn: true, revision: true } as const;
    const { revokedOn } = asSeen(
      context,
      await tx.commendation.findUnique({ where: { id }, select: columns }),
      input.revision,
    );
    if (revokedOn !== null) throw wrongState('REVOKED');
    if (input.document === null)
      throw new EvidenceRequiredError(domainError('EVIDENCE_REQUIRED', { component: 'document' }), '/document');
    await tx.commendation.update({
      where: { id },
      data: {
        revokedOn: toDateColumn(input.on),
        revocation: input.ground,
        revocationReason: input.reason,
        revocationDocument: input.document,
        bonusReturned: input.bonusReturned,
        revision: { increment: 1 },
      },
      select: { id: true },
    });
    const payload = {
      ground: input.ground,
      on: input.on,
      document: input.document,
      bonusReturned: input.bonusReturned,
    };
    return { entity: 'Commendation', id, employeeId: row.employeeId, payload };
  });
}
