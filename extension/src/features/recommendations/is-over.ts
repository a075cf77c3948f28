import type { RecommendationState } from '@congvu/schema/registers';

/** Nothing is due any more: done, though it waits to be closed, closed or withdrawn. */
export function isOver(state: RecommendationState): boolean {
  return state === 'DONE' || state === 'CLOSED' || state === 'WITHDRAWN';
}
