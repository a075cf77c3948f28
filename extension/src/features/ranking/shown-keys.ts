import type { Language } from '../../locales/language.ts';
import { alignedFigure, alignedPercent, shownFigure } from '../../ui/shown.ts';
import type { PlaceKey, PlaceRow } from './PlaceLine.tsx';

/** A key with a column of its own: the level has one already. */
export type ShownKey = Exclude<PlaceKey, 'LEVEL'>;

/** The columns of the keys, in the order in which they decide. */
export function shownKeys(keys: readonly PlaceKey[]): readonly ShownKey[] {
  return keys.filter((key) => key !== 'LEVEL');
}

/** The figure of a key in a column: points and a share in percent with two decimals, so that they stand under each other, counts as they are. */
export function shownKey({ key, value, text }: PlaceRow['keys'][number], language: Language): string {
  switch (key) {
    case 'RESULT_POINTS':
      return alignedFigure(value, language);
    case 'YEARS':
      return shownFigure(value, language);
    case 'QUALITY':
      return value === null ? '—' : `${alignedPercent(value, language)} %`;
    default:
      return text;
  }
}
