import type { CalibrationState } from '@congvu/schema/calibration';
import { covers } from '../authority/authority.policy.ts';
import type { Actor } from '../context.ts';
import type { CalibrationUnitRow } from './calibration.store.ts';

/** Who asks, as far as calibrations are concerned. */
export interface Calibrator {
  readonly employeeId: string | null;
  /** Units whose people he scores: he proposes their levels. */
  readonly scores: readonly string[];
  /** Units for which he prepares the year. */
  readonly proposes: readonly string[];
  /** Units whose rows he decides: those that name the very unit, not those below (Nghị định 335/2025/NĐ-CP art. 10). */
  readonly decides: readonly string[];
}

export function calibratorOf(actor: Actor | null): Calibrator {
  const paths = (permission: 'SCORE_CONFIRM' | 'CLASSIFICATION_PROPOSE' | 'CLASSIFICATION_DECIDE') =>
    actor?.permissions.find((held) => held.permission === permission)?.unitPaths ?? [];
  return {
    employeeId: actor?.employeeId ?? null,
    scores: paths('SCORE_CONFIRM'),
    proposes: paths('CLASSIFICATION_PROPOSE'),
    decides: paths('CLASSIFICATION_DECIDE'),
  };
}

/** Opens and cancels sessions of an agency. */
export function mayOpen({ proposes }: Calibrator, agencyPath: string): boolean {
  return covers(proposes, agencyPath);
}

/** Reveals, and changes levels once revealed. */
export function mayChair(calibrator: Calibrator, agencyPath: string): boolean {
  return covers(calibrator.proposes, agencyPath) || covers(calibrator.decides, agencyPath);
}

/** Locks: who decides the levels of that very agency. */
export function mayLock({ decides }: Calibrator, agencyPath: string): boolean {
  return decides.includes(agencyPath);
}

/** Scores in a unit: he may bring it into a session. */
export function scoresIn({ scores }: Calibrator, unitPath: string): boolean {
  return covers(scores, unitPath);
}

export const SESSION_ACTIONS = ['JOIN', 'PROPOSE', 'SUBMIT', 'REVEAL', 'CHANGE', 'LOCK', 'CANCEL'] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

interface Session {
  readonly agencyPath: string;
  readonly state: CalibrationState;
  readonly dueOn: string;
}

/**
 * What the asking person may do in a session on a day; the database’s guards and the service stand behind it. Whom a unit speaks by is
 * the database’s to say (spoken_calibrations()): it knows who else scores it.
 */
export function calibrationActions(
  calibrator: Calibrator,
  { agencyPath, state, dueOn }: Session,
  units: readonly Pick<CalibrationUnitRow, 'speaks' | 'late' | 'submittedAt'>[],
  today: string,
): readonly SessionAction[] {
  const isOpen = state === 'OPEN';
  const isRevealed = state === 'REVEALED';
  const waiting = units.filter((unit) => unit.submittedAt === null && (isOpen || (isRevealed && unit.late)));
  const speaks = waiting.some((unit) => unit.speaks);
  const isChair = mayChair(calibrator, agencyPath);
  const isPastDue = dueOn < today;
  const may: readonly (readonly [SessionAction, boolean])[] = [
    ['JOIN', (isOpen || isRevealed) && (mayOpen(calibrator, agencyPath) || calibrator.scores.length > 0)],
    ['PROPOSE', speaks],
    ['SUBMIT', speaks],
    ['REVEAL', isOpen && isChair && isPastDue],
    ['CHANGE', isRevealed && isChair],
    ['LOCK', isRevealed && mayLock(calibrator, agencyPath) && (waiting.length === 0 || isPastDue)],
    ['CANCEL', (isOpen || isRevealed) && mayOpen(calibrator, agencyPath)],
  ];
  return may.filter(([, allowed]) => allowed).map(([action]) => action);
}
