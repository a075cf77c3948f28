import type { Post } from '@congvu/schema/evaluation';
import { type ClassificationState, canAdvanceClassification, missingSteps } from '@congvu/schema/procedure';

/** What tells whether a sheet can be decided now. */
export type Decidable = {
  readonly id: string;
  readonly state: ClassificationState;
  readonly post: Post;
  readonly proposal: string | null;
};

/** Whether the procedure has come to the decision. Somebody proposed as not classified needs no step before it. */
export function isDecidable({ state, post, proposal }: Decidable): boolean {
  const action = proposal === 'NOT_CLASSIFIED' ? 'DECIDE_NOT_CLASSIFIED' : 'DECIDE';
  return canAdvanceClassification(state, action, post);
}

/** The steps that still keep a sheet from its decision, in order; none where it was decided or can be. */
export function stepsBefore(row: Decidable) {
  return isDecidable(row) ? [] : missingSteps(row.state, row.post);
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
