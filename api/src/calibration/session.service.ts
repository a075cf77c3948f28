import {
  type CancelCalibration,
  type JoinCalibration,
  mayJoin,
  type OpenCalibration,
} from '@congvu/schema/calibration';
import { domainError } from '@congvu/schema/errors';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { findProposedUnit, getOpenRound } from '../classification-round/agency-round.ts';
import type { Context } from '../context.ts';
import { invalidField, SessionLockedError, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { calibratorOf, mayOpen, scoresIn } from './calibration.policy.ts';
import { type CalibrationSessionRow, calibrationById } from './calibration.store.ts';
import { type LockedSession, lockSession } from './calibration-change.store.ts';

/** A session one may see. Errors: NOT_FOUND. */
export async function findSession(context: Context, globalId: string): Promise<CalibrationSessionRow> {
  return assertVisible(
    await loadOne(context, calibrationById, rowId(context, 'CalibrationSession', globalId)),
    context,
  );
}

export function sessionLocked(): SessionLockedError {
  return new SessionLockedError(domainError('SESSION_LOCKED'));
}

/** What is locked or cancelled changes no more. Errors: SESSION_LOCKED. */
export function assertUnlocked({ state }: Pick<LockedSession, 'state'>): void {
  if (state === 'LOCKED' || state === 'CANCELLED') throw sessionLocked();
}

/**
 * Opens a calibration over units of one agency whose year is open. Answers its id. Errors: NOT_FOUND, FORBIDDEN;
 * ROUND_NOT_OPEN; INVALID_INPUT for a unit outside `unit` or of another agency; WRONG_STATE where a unit is in another
 * session of that year that is not over.
 */
export async function openCalibration(context: Context, input: OpenCalibration): Promise<string> {
  const { unit, agency } = await findProposedUnit(context, input.unit);
  await getOpenRound(context, agency, input.year);
  const units = await Promise.all(
    input.units.map((code, index) => findPart(context, unit, agency, code, `/units/${index}`)),
  );
  if (input.dueOn < context.today) {
    throw invalidField('/dueOn', domainError('OUT_OF_RANGE', { given: input.dueOn, minimum: context.today }));
  }
  const actor = getActor(context);
  return change(context, 'openCalibration', input, async (tx) => {
    const ids = units.map(({ id }) => id);
    const busy = await tx.calibrationUnit.findFirst({
      where: { unitId: { in: ids }, session: { year: input.year, state: { in: ['OPEN', 'REVEALED'] } } },
      select: { session: { select: { state: true } } },
    });
    if (busy !== null) throw wrongState(busy.session.state);
    const { id } = await tx.calibrationSession.create({
      data: {
        agencyId: agency.id,
        unitId: unit.id,
        year: input.year,
        title: input.title,
        dueOn: toDateColumn(input.dueOn),
        openedById: actor.userId,
        openedByName: actor.displayName,
        openedAt: context.now,
      },
      select: { id: true },
    });
    await tx.calibrationUnit.createMany({
      data: ids.map((unitId) => ({ sessionId: id, unitId, joinedAt: context.now })),
    });
    const payload = { unit: unit.code, year: input.year, units: units.map(({ code }) => code), dueOn: input.dueOn };
    return { entity: 'CalibrationSession', id, employeeId: null, payload };
  });
}

/** A unit that can take part. Errors: UNIT_UNKNOWN at its place. */
async function findPart(context: Context, top: UnitRow, agency: UnitRow, code: string, path: string): Promise<UnitRow> {
  const unit = await findUnitByCode(context, code);
  const own = unit === null ? null : await loadOne(context, agencyOfUnit, unit.id);
  const isBelow = unit !== null && (unit.pathText === top.pathText || unit.pathText.startsWith(`${top.pathText}.`));
  if (unit === null || !isBelow || own?.id !== agency.id) {
    throw invalidField(path, domainError('UNIT_UNKNOWN', { unit: code }));
  }
  return unit;
}

/**
 * A unit joins, late where the others are revealed: it then sees nothing of theirs before its own submission. Errors:
 * NOT_FOUND, FORBIDDEN; UNIT_UNKNOWN; SESSION_LOCKED; WRONG_STATE where it takes part already.
 */
export async function joinCalibration(context: Context, input: JoinCalibration): Promise<string> {
  const session = await findSession(context, input.session);
  const calibrator = calibratorOf(context.actor);
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  if (!mayOpen(calibrator, session.agencyPath) && !scoresIn(calibrator, unit.pathText)) {
    throw forbidden(context.locale, 'SCORE_CONFIRM');
  }
  const agency = await loadOne(context, agencyOfUnit, unit.id);
  const isBelow = unit.pathText === session.unitPath || unit.pathText.startsWith(`${session.unitPath}.`);
  if (agency?.id !== session.agencyId || !isBelow) {
    throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: unit.code }));
  }
  return change(context, 'joinCalibration', input, async (tx) => {
    const locked = assertVisible(await lockSession(tx, session.id), context);
    const joining = mayJoin(locked.state);
    if (!joining.allowed) throw sessionLocked();
    if (locked.units.some(({ unitId }) => unitId === unit.id)) throw wrongState('JOINED');
    await tx.calibrationUnit.create({
      data: { sessionId: session.id, unitId: unit.id, late: joining.late, joinedAt: context.now },
      select: { unitId: true },
    });
    const payload = { unit: unit.code, year: session.year, late: joining.late };
    return { entity: 'CalibrationSession', id: session.id, employeeId: null, payload };
  });
}

/** Ends a session as if it had not been; what was proposed stays on file. Errors: NOT_FOUND, FORBIDDEN, SESSION_LOCKED. */
export async function cancelCalibration(context: Context, input: CancelCalibration): Promise<string> {
  const session = await findSession(context, input.session);
  if (!mayOpen(calibratorOf(context.actor), session.agencyPath))
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  return change(context, 'cancelCalibration', input, async (tx) => {
    const locked = asSeen(context, await lockSession(tx, session.id), input.revision);
    assertUnlocked(locked);
    await tx.calibrationSession.update({
      where: { id: session.id },
      data: { state: 'CANCELLED', cancelledAt: context.now, revision: { increment: 1 } },
      select: { id: true },
    });
    const payload = { year: session.year, state: 'CANCELLED', reason: input.reason };
    return { entity: 'CalibrationSession', id: session.id, employeeId: null, payload };
  });
}
