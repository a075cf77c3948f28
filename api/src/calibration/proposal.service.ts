import type { ProposeCalibrated, SubmitCalibration } from '@congvu/schema/calibration';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen } from '../mutation/as-seen.ts';
import { change, changeAll } from '../mutation/change.ts';
import { findRowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { type CalibrationSessionRow, unitsByCalibration } from './calibration.store.ts';
import { findCalibratedYears, keepProposals, type LockedSession, lockSession } from './calibration-change.store.ts';
import { assertUnlocked, findSession } from './session.service.ts';

/** What became of each row, in the order given. JSON: it is kept with the idempotency key. */
export type ProposedRows = {
  readonly sessionId: string;
  readonly rows: { readonly index: number; readonly classificationId: string | null; readonly errors: FieldError[] }[];
};

/**
 * Keeps the levels a unit proposes, each row for itself, the newest in place of an older one. Errors: NOT_FOUND, FORBIDDEN over the
 * unit; SESSION_LOCKED; WRONG_STATE once the unit has submitted; of a row NOT_FOUND for a year that is not the unit's, FORBIDDEN for
 * one's own, INCONSISTENT for one named before.
 */
export async function proposeCalibrated(context: Context, input: ProposeCalibrated): Promise<ProposedRows> {
  const { session, unit } = await findSpeaker(context, input);
  const actor = getActor(context);
  const ids = input.rows.map((row) => findRowId('Classification', row.classification));
  return changeAll(context, 'proposeCalibrated', input, async (tx) => {
    const locked = assertVisible(await lockSession(tx, session.id), context);
    assertMayPropose(locked, unit);
    const found = await findCalibratedYears(
      tx,
      session.id,
      ids.filter((id) => id !== null),
    );
    const years = new Map(
      found.filter(({ unitId }) => unitId === unit.id).map((year) => [year.classificationId, year]),
    );
    const errors = input.rows.map((_row, index): DomainError | null => {
      const id = ids[index] ?? null;
      const year = id === null ? undefined : years.get(id);
      if (id === null || year === undefined) return domainError('NOT_FOUND');
      if (year.employeeId === actor.employeeId) return domainError('FORBIDDEN', { permission: 'SCORE_CONFIRM' });
      return ids.indexOf(id) < index ? domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) : null;
    });
    const rows = input.rows.flatMap(({ level, reason }, index) => {
      const id = ids[index];
      return errors[index] === null && id ? [{ classificationId: id, level, reason }] : [];
    });
    const by = { userId: actor.userId, name: actor.displayName, at: context.now };
    const kept = rows.length === 0 ? new Map() : await keepProposals(tx, { id: session.id, unitId: unit.id }, rows, by);
    return {
      outcome: {
        sessionId: session.id,
        rows: errors.map((error, index) => ({
          index,
          classificationId: error === null ? (ids[index] ?? null) : null,
          errors: error === null ? [] : [{ path: `/rows/${index}/classification`, error }],
        })),
      },
      // Of no person and without a level: the entry is for who proposed, not for others before they may see.
      changes: [...kept].map(([classification, id]) => ({
        entity: 'CalibrationProposal' as const,
        id,
        employeeId: null,
        payload: { session: session.id, unit: unit.code, classification },
      })),
    };
  });
}

/**
 * Hands a unit's proposals in; the last one reveals all. Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, SESSION_LOCKED, WRONG_STATE where it
 * was done.
 */
export async function submitCalibration(context: Context, input: SubmitCalibration): Promise<string> {
  const { session, unit } = await findSpeaker(context, input);
  const actor = getActor(context);
  return change(context, 'submitCalibration', input, async (tx) => {
    const locked = asSeen(context, await lockSession(tx, session.id), input.revision);
    assertMayPropose(locked, unit);
    await tx.calibrationUnit.update({
      where: { sessionId_unitId: { sessionId: session.id, unitId: unit.id } },
      data: { submittedAt: context.now, submittedById: actor.userId, submittedByName: actor.displayName },
      select: { unitId: true },
    });
    return {
      entity: 'CalibrationSession',
      id: session.id,
      employeeId: null,
      payload: { unit: unit.code, year: session.year, state: 'SUBMITTED' },
    };
  });
}

/** The session and the unit one speaks for in it. Errors: NOT_FOUND, FORBIDDEN. */
async function findSpeaker(
  context: Context,
  input: { readonly session: string; readonly unit: string },
): Promise<{ readonly session: CalibrationSessionRow; readonly unit: UnitRow }> {
  const session = await findSession(context, input.session);
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const joined = (await loadOne(context, unitsByCalibration, session.id)) ?? [];
  const isVoice = joined.some(({ unitId, speaks }) => unitId === unit.id && speaks);
  if (!isVoice) throw forbidden(context.locale, 'SCORE_CONFIRM');
  return { session, unit };
}

/** Before its submission, and once the others are revealed only as a late one. Errors: SESSION_LOCKED, WRONG_STATE. */
function assertMayPropose(session: LockedSession, unit: UnitRow): void {
  assertUnlocked(session);
  const part = session.units.find(({ unitId }) => unitId === unit.id);
  if (part === undefined) throw wrongState('NOT_JOINED');
  if (part.submittedAt !== null) throw wrongState('SUBMITTED');
  if (session.state === 'REVEALED' && !part.late) throw wrongState(session.state);
}
