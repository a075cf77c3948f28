import { mayKeep, type Registrar } from '../authority/registrar.policy.ts';
import type { InitiativeRow } from './initiative.store.ts';

export const INITIATIVE_ACTIONS = ['RECOGNISE', 'REFUSE'] as const;
export type InitiativeAction = (typeof INITIATIVE_ACTIONS)[number];

/** What the asking person may do with an initiative now; never with one he is an author of. */
export function initiativeActions(
  registrar: Registrar,
  row: Pick<InitiativeRow, 'unitPath' | 'authors' | 'state'>,
): readonly InitiativeAction[] {
  return row.state === 'PROPOSED' && mayDecideInitiative(registrar, row) ? INITIATIVE_ACTIONS : [];
}

export function mayDecideInitiative(registrar: Registrar, row: Pick<InitiativeRow, 'unitPath' | 'authors'>): boolean {
  return row.authors.every(({ employeeId }) => mayKeep(registrar, row.unitPath, employeeId)) && row.authors.length > 0;
}
