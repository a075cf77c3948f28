import type { Transaction } from '@congvu/prisma/database';
import type { ChangeCalibrated, LockCalibration, RevealCalibration } from '@congvu/schema/calibration';
import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { invalidField, ReasonRequiredError, UnitsNotSubmittedError, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { asSeen } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { getActor } from '../task/task-change.ts';
import { calibratorOf, mayChair, mayLock } from './calibration.policy.ts';
import { findCalibratedYears, findStandingLevel, type LockedSession, lockSession } from './calibration-change.store.ts';
import { assertUnlocked, findSession } from './session.service.ts';

/**
 * Shows all proposals though units are missing: after the last day to submit, with a reason. Units that have not submitted may still do
 * so, as late ones. Errors: NOT_FOUND, FORBIDDEN; SESSION_LOCKED; WRONG_STATE where it was done; UNITS_NOT_SUBMITTED on or before the
 * day; REASON_REQUIRED.
 */
export async function revealCalibration(context: Context, input: RevealCalibration): Promise<string> {
  const session = await findSession(context, input.session);
  if (!mayChair(calibratorOf(context.actor), session.agencyPath)) {
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  }
  return change(context, 'revealCalibration', input, async (tx) => {
    const locked = assertVisible(await lockSession(tx, session.id), context);
    assertUnlocked(locked);
    if (locked.state !== 'OPEN') throw wrongState(locked.state);
    if (context.today <= session.dueOn) throw missingUnits(locked);
    if (input.reason === null) throw new ReasonRequiredError(domainError('REASON_REQUIRED'));
    // The database makes those late who are missing.
    await tx.calibrationSession.update({
      where: { id: session.id },
      data: { state: 'REVEALED', revealedAt: context.now, revealReason: input.reason, revision: { increment: 1 } },
      select: { id: true },
    });
    const units = missing(locked).map(({ unit }) => unit.code);
    const payload = { year: session.year, state: 'REVEALED', late: units };
    return { entity: 'CalibrationSession', id: session.id, employeeId: null, payload };
  });
}

/**
 * Changes a level once all may see it, with the reason and who authorised it; what was before is kept, be it the unit's proposal or what
 * the rules propose. Never one's own. Errors: NOT_FOUND, FORBIDDEN; SESSION_LOCKED; UNITS_NOT_SUBMITTED before the proposals are
 * revealed, and while the person's own unit has not submitted; SAME_LEVEL; WRONG_STATE where no level stands for the person.
 */
export async function changeCalibrated(context: Context, input: ChangeCalibrated): Promise<string> {
  const session = await findSession(context, input.session);
  if (!mayChair(calibratorOf(context.actor), session.agencyPath)) {
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  }
  const actor = getActor(context);
  const classificationId = rowId(context, 'Classification', input.classification);
  return change(context, 'changeCalibrated', input, async (tx) => {
    const locked = assertVisible(await lockSession(tx, session.id), context);
    assertUnlocked(locked);
    if (locked.state === 'OPEN') throw missingUnits(locked);
    const [year] = await findCalibratedYears(tx, session.id, [classificationId]);
    if (year === undefined) throw notFound(context.locale);
    if (year.employeeId === actor.employeeId) throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
    const part = locked.units.find(({ unitId }) => unitId === year.unitId);
    if (part?.submittedAt == null) throw missingUnits(locked);
    const before = (await findStandingLevel(tx, session.id, classificationId)) ?? year.proposedLevel;
    if (before === null) throw wrongState('NOT_PROPOSED');
    if (before === input.after) {
      throw invalidField('/after', domainError('INCONSISTENT', { reason: 'SAME_LEVEL' }));
    }
    await tx.calibrationChange.create({
      data: {
        sessionId: session.id,
        classificationId,
        before,
        after: input.after,
        reason: input.reason,
        authorisedBy: input.authorisedBy,
        document: input.document,
        byId: actor.userId,
        byName: actor.displayName,
        at: await nextInstant(tx, session.id, context.now),
      },
      select: { id: true },
    });
    const payload = { classification: classificationId, document: input.document };
    return { entity: 'CalibrationSession', id: session.id, employeeId: null, payload };
  });
}

/**
 * Ends a revealed session: nothing of it changes any more. Errors: NOT_FOUND; FORBIDDEN for who does not decide the levels of that very
 * agency; STALE_REVISION; SESSION_LOCKED; UNITS_NOT_SUBMITTED before it is revealed, and while a late unit still has time.
 */
export async function lockCalibration(context: Context, input: LockCalibration): Promise<string> {
  const session = await findSession(context, input.session);
  if (!mayLock(calibratorOf(context.actor), session.agencyPath)) {
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  }
  const actor = getActor(context);
  return change(context, 'lockCalibration', input, async (tx) => {
    const locked = asSeen(context, await lockSession(tx, session.id), input.revision);
    assertUnlocked(locked);
    const hasTime = context.today <= session.dueOn;
    if (locked.state === 'OPEN' || (hasTime && missing(locked).length > 0)) throw missingUnits(locked);
    await tx.calibrationSession.update({
      where: { id: session.id },
      data: {
        state: 'LOCKED',
        lockedAt: context.now,
        lockedById: actor.userId,
        lockedByName: actor.displayName,
        lockDocument: input.document,
        revision: { increment: 1 },
      },
      select: { id: true },
    });
    const payload = { year: session.year, state: 'LOCKED', document: input.document };
    return { entity: 'CalibrationSession', id: session.id, employeeId: null, payload };
  });
}

function missing({ units }: LockedSession): LockedSession['units'] {
  return units.filter(({ submittedAt }) => submittedAt === null);
}

function missingUnits(session: LockedSession): UnitsNotSubmittedError {
  const units = missing(session).map(({ unit }) => unit.code);
  return new UnitsNotSubmittedError(domainError('UNITS_NOT_SUBMITTED', { units }));
}

/** After the session’s last change: of two within a millisecond the later one counts. */
async function nextInstant(tx: Transaction, sessionId: string, now: Date): Promise<Date> {
  const last = await tx.calibrationChange.aggregate({ where: { sessionId }, _max: { at: true } });
  return new Date(Math.max(now.getTime(), (last._max.at?.getTime() ?? 0) + 1));
}
