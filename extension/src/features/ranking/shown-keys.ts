import type { Language } from '../../locales/language.ts';
import { shownFigure, shownPercent } from '../../ui/shown.ts';
import type { PlaceKey, PlaceRow } from './PlaceLine.tsx';

/** A key with a column of its own: the level has one already. */
export type ShownKey = Exclude<PlaceKey, 'LEVEL'>;

/** The columns of the keys, in the order in which they decide. */
export function shownKeys(keys: readonly PlaceKey[]): readonly ShownKey[] {
  return keys.filter((key) => key !== 'LEVEL');
}

/** The figure of a key in a column: points with two decimals, a share in percent, counts as they are. */
export function shownKey({ key, value, text }: PlaceRow['keys'][number], language: Language): string {
  switch (key) {
    case 'RESULT_POINTS':
    case 'YEARS':
      return shownFigure(value, language);
    case 'QUALITY':
      return value === null ? '—' : `${shownPercent(value, language)} %`;
    default:
      return text;
  }
}
