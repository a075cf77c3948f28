import type { Context } from '../context.ts';
import { getActor } from '../task/task-change.ts';

/** The columns of a new row of a register that say who recorded it. */
export function recordedBy(context: Context): { readonly recordedById: string; readonly recordedByName: string } {
  const { userId, displayName } = getActor(context);
  return { recordedById: userId, recordedByName: displayName };
}
