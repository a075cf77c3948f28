import type { RecommendationState } from '@congvu/schema/registers';

/** What may be done with a recommendation. */
export const RECOMMENDATION_ACTIONS = ['FOLLOW_UP', 'CLOSE', 'WITHDRAW', 'OPEN_VIOLATION'] as const;
export type RecommendationAction = (typeof RECOMMENDATION_ACTIONS)[number];

/** Who asks, by what the recommendation is about. */
export interface RecommendationRights {
  /** Holds INSPECTION_MANAGE over the unit that holds the inspection, and is not whom it concerns. */
  readonly manages: boolean;
  /** Is the owner himself, or confirms the work of the owner's unit. */
  readonly owns: boolean;
  /** Is the owner himself, or works in the agency of the owner's unit: he does not close what he has to do. */
  readonly isOwnersSide: boolean;
  /** Keeps the register of discipline over the target's unit. */
  readonly keepsDiscipline: boolean;
}

interface RecommendationFacts {
  readonly state: RecommendationState;
  /** Whether it asks to consider discipline of a person. */
  readonly considersDiscipline: boolean;
}

export function isOpen(state: RecommendationState): boolean {
  return state !== 'CLOSED' && state !== 'WITHDRAWN';
}

/** What somebody with these rights may do; closing without a proof is refused with its reason when it is tried. */
export function recommendationActions(
  { state, considersDiscipline }: RecommendationFacts,
  rights: RecommendationRights,
): readonly RecommendationAction[] {
  if (!isOpen(state)) return [];
  const allowed: Readonly<Record<RecommendationAction, boolean>> = {
    FOLLOW_UP: rights.owns || rights.manages,
    CLOSE: rights.manages && !rights.isOwnersSide,
    WITHDRAW: rights.manages && !rights.isOwnersSide,
    OPEN_VIOLATION: considersDiscipline && rights.keepsDiscipline,
  };
  return RECOMMENDATION_ACTIONS.filter((action) => allowed[action]);
}
