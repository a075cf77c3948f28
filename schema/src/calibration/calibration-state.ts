import type { CalibrationState } from './calibration-words.ts';

/** SUBMIT_LAST: the last unit submits. REVEAL: the chair opens the proposals, after the day and with a reason where some are missing. */
export const CALIBRATION_ACTIONS = ['SUBMIT_LAST', 'REVEAL', 'LOCK', 'CANCEL'] as const;
export type CalibrationAction = (typeof CALIBRATION_ACTIONS)[number];

const STEPS: Readonly<Record<CalibrationAction, Readonly<Partial<Record<CalibrationState, CalibrationState>>>>> = {
  // A late unit that submits after the reveal changes nothing of the session.
  SUBMIT_LAST: { OPEN: 'REVEALED', REVEALED: 'REVEALED' },
  REVEAL: { OPEN: 'REVEALED' },
  LOCK: { REVEALED: 'LOCKED' },
  CANCEL: { OPEN: 'CANCELLED', REVEALED: 'CANCELLED' },
};

/** The state after an act; null where the state does not allow it. */
export function advanceSession(state: CalibrationState, action: CalibrationAction): CalibrationState | null {
  return STEPS[action][state] ?? null;
}

export function canAdvanceSession(state: CalibrationState, action: CalibrationAction): boolean {
  return advanceSession(state, action) !== null;
}

/** Whether a unit may still come in. A late one sees nothing of the others before its own submission. */
export function mayJoin(state: CalibrationState): { readonly allowed: boolean; readonly late: boolean } {
  return { allowed: state === 'OPEN' || state === 'REVEALED', late: state === 'REVEALED' };
}
