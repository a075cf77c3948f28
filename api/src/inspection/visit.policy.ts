import type { InspectionState, VisitState } from '@congvu/schema/registers';

/** What may be done with a visit. */
export const VISIT_ACTIONS = ['RECORD', 'CANCEL'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

/** A visit is made while the team works, and may be entered after it ended. */
export function isVisitActionPossible(action: VisitAction, visit: VisitState, inspection: InspectionState): boolean {
  if (visit !== 'PLANNED') return false;
  if (action === 'RECORD') return inspection === 'RUNNING' || inspection === 'ENDED';
  return inspection === 'PLANNED' || inspection === 'RUNNING' || inspection === 'ENDED';
}
