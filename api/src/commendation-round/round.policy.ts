import { mayKeep, type Registrar } from '../authority/registrar.policy.ts';
import type { CommendationRoundRow, HoldRow } from './round.store.ts';

export const COMMENDATION_ROUND_ACTIONS = ['COMMEND', 'HOLD', 'CLOSE'] as const;
export type CommendationRoundAction = (typeof COMMENDATION_ROUND_ACTIONS)[number];

/** What the asking person may do in a round now. */
export function roundActions(
  registrar: Registrar,
  row: Pick<CommendationRoundRow, 'agencyPath' | 'state'>,
): readonly CommendationRoundAction[] {
  return row.state === 'OPEN' && mayKeep(registrar, row.agencyPath, null) ? COMMENDATION_ROUND_ACTIONS : [];
}

export const HOLD_ACTIONS = ['LIFT'] as const;
export type HoldAction = (typeof HOLD_ACTIONS)[number];

/** What the asking person may do with a hold now; never with his own. */
export function holdActions(
  registrar: Registrar,
  row: Pick<HoldRow, 'agencyPath' | 'employeeId' | 'liftedOn'>,
): readonly HoldAction[] {
  return row.liftedOn === null && mayKeep(registrar, row.agencyPath, row.employeeId) ? HOLD_ACTIONS : [];
}
