import { mayKeep, type Registrar } from '../authority/registrar.policy.ts';
import type { CommendationRow } from './commendation.store.ts';

export const COMMENDATION_ACTIONS = ['REVOKE'] as const;
export type CommendationAction = (typeof COMMENDATION_ACTIONS)[number];

/** What the asking person may do with a commendation now. */
export function commendationActions(
  registrar: Registrar,
  row: Pick<CommendationRow, 'unitPath' | 'employeeId' | 'revokedOn'>,
): readonly CommendationAction[] {
  return row.revokedOn === null && mayKeep(registrar, row.unitPath, row.employeeId) ? COMMENDATION_ACTIONS : [];
}
