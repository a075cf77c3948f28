import type { Post } from '@congvu/schema/evaluation';
import {
  type ClassificationAction,
  type ClassificationState,
  type ClassificationStep,
  isDecided,
  missingSteps,
} from '@congvu/schema/procedure';

/** What tells whether a sheet can be decided now. `actions`: what the api says this person may do with it. */
export type Decidable = {
  readonly id: string;
  readonly state: ClassificationState;
  readonly post: Post;
  readonly proposal: string | null;
  readonly actions: readonly ClassificationAction[];
};

/** Whether the viewer may decide it now. Somebody proposed as not classified needs no step before it. */
export function isDecidable({ actions, proposal }: Decidable): boolean {
  if (actions.includes('DECIDE')) return true;
  return proposal === 'NOT_CLASSIFIED' && actions.includes('DECIDE_NOT_CLASSIFIED');
}

/** The steps still missing before a level, in order; none where it was decided. */
export function stepsBefore({ state, post, proposal }: Decidable): readonly ClassificationStep[] {
  return isDecided(state) || proposal === 'NOT_CLASSIFIED' ? [] : missingSteps(state, post);
}

/** The choice with one row taken in or out; a row that cannot be decided is never in it. */
export function toggled(chosen: ReadonlySet<string>, row: Decidable): ReadonlySet<string> {
  if (chosen.has(row.id)) return chosen.difference(new Set([row.id]));
  return isDecidable(row) ? chosen.union(new Set([row.id])) : chosen;
}

/** The choice with all of `rows` that can be decided, or, where all of these were chosen, with none of them. */
export function allToggled(chosen: ReadonlySet<string>, rows: readonly Decidable[]): ReadonlySet<string> {
  const decidable = new Set(rows.filter(isDecidable).map(({ id }) => id));
  return decidable.isSubsetOf(chosen) ? chosen.difference(decidable) : chosen.union(decidable);
}
