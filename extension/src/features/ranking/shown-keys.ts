import type { PlaceKey } from './PlaceLine.tsx';

/** A key with a column of its own: the level has one already. */
export type ShownKey = Exclude<PlaceKey, 'LEVEL'>;

/** The columns of the keys, in the order in which they decide. */
export function shownKeys(keys: readonly PlaceKey[]): readonly ShownKey[] {
  return keys.filter((key) => key !== 'LEVEL');
}
