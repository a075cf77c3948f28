import type { InspectionState } from '@congvu/schema/registers';

/** What may be done with an inspection, in the order of its life. */
export const INSPECTION_ACTIONS = [
  'CHANGE',
  'SET_TEAM',
  'PLAN_VISIT',
  'START',
  'RECORD_FINDING',
  'ISSUE_FINDINGS',
  'RECOMMEND',
  'END',
  'CONCLUDE',
  'RECORD_IMPLEMENTING',
  'CANCEL',
] as const;
export type InspectionAction = (typeof INSPECTION_ACTIONS)[number];

/** The states in which each act is possible. A finding may still be written, told and followed after the team has left. */
const POSSIBLE_IN: Readonly<Record<InspectionAction, readonly InspectionState[]>> = {
  CHANGE: ['PLANNED'],
  SET_TEAM: ['PLANNED', 'RUNNING'],
  PLAN_VISIT: ['PLANNED', 'RUNNING'],
  START: ['PLANNED'],
  RECORD_FINDING: ['RUNNING', 'ENDED'],
  ISSUE_FINDINGS: ['RUNNING', 'ENDED', 'CONCLUDED'],
  RECOMMEND: ['RUNNING', 'ENDED', 'CONCLUDED', 'CLOSED'],
  END: ['RUNNING'],
  CONCLUDE: ['ENDED'],
  RECORD_IMPLEMENTING: ['CONCLUDED'],
  CANCEL: ['PLANNED', 'RUNNING'],
};

export function isPossible(action: InspectionAction, state: InspectionState): boolean {
  return POSSIBLE_IN[action].includes(state);
}

/** The acts open to who holds INSPECTION_MANAGE over the inspection's unit; none to anybody else. */
export function inspectionActions(state: InspectionState, manages: boolean): readonly InspectionAction[] {
  return manages ? INSPECTION_ACTIONS.filter((action) => isPossible(action, state)) : [];
}
