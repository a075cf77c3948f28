import { fail, ok, type Result } from '../primitives/result.ts';

/** Form 01 (Mẫu 01) of a period. Source: NĐ 335/2025 art. 18; domain.md 3.11. */
export const SHEET_STATES = ['DRAFT', 'ASSIGNED', 'SELF_SCORED', 'CONFIRMED', 'NOTIFIED', 'CORRECTED'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/**
 * ASSIGN: the first task of the period. SELF_SCORE: the person, again until confirmed. CONFIRM: the authority, also where the
 * person did not score himself. NOTIFY: the person is told. CORRECT: a new confirmed version; the older one is kept.
 */
export const SHEET_ACTIONS = ['ASSIGN', 'SELF_SCORE', 'CONFIRM', 'NOTIFY', 'CORRECT'] as const;
export type SheetAction = (typeof SHEET_ACTIONS)[number];

const TRANSITIONS: Readonly<Record<SheetState, Readonly<Partial<Record<SheetAction, SheetState>>>>> = {
  DRAFT: { ASSIGN: 'ASSIGNED' },
  ASSIGNED: { ASSIGN: 'ASSIGNED', SELF_SCORE: 'SELF_SCORED', CONFIRM: 'CONFIRMED' },
  SELF_SCORED: { ASSIGN: 'SELF_SCORED', SELF_SCORE: 'SELF_SCORED', CONFIRM: 'CONFIRMED' },
  CONFIRMED: { NOTIFY: 'NOTIFIED', CORRECT: 'CORRECTED' },
  NOTIFIED: { CORRECT: 'CORRECTED' },
  CORRECTED: { NOTIFY: 'NOTIFIED', CORRECT: 'CORRECTED' },
};

/** The state after an action, or WRONG_STATE where the action is not open in this one. */
export function advanceSheet(state: SheetState, action: SheetAction): Result<SheetState, 'WRONG_STATE'> {
  const after = TRANSITIONS[state][action];
  return after === undefined ? fail('WRONG_STATE') : ok(after);
}

export function canAdvanceSheet(state: SheetState, action: SheetAction): boolean {
  return TRANSITIONS[state][action] !== undefined;
}

/** Whether the figure may still move: until the authority has confirmed it, a score is provisional (tạm tính). */
export function isProvisional(state: SheetState): boolean {
  return state === 'DRAFT' || state === 'ASSIGNED' || state === 'SELF_SCORED';
}
