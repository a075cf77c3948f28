import type { CoordinationState } from '@congvu/schema/registers';

/** What may be done with a request for coordination. */
export const COORDINATION_ACTIONS = ['ANSWER', 'JUDGE', 'WITHDRAW'] as const;
export type CoordinationAction = (typeof COORDINATION_ACTIONS)[number];

/** Who asks, by the two units of the request. */
export interface CoordinationRights {
  /** Assigns work in the asking unit. */
  readonly asks: boolean;
  /** Assigns work in the asked unit, or is the person who was asked. */
  readonly answers: boolean;
}

export function isCoordinationActionPossible(action: CoordinationAction, state: CoordinationState): boolean {
  return action === 'JUDGE' ? state === 'ANSWERED' : state === 'OPEN';
}

export function mayActOnCoordination(action: CoordinationAction, rights: CoordinationRights): boolean {
  return action === 'ANSWER' ? rights.answers : rights.asks;
}
