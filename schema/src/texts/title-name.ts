import type { LocalisedText } from '../primitives/locale.ts';
import { COMMENDATION_TITLE_TABLE } from '../registers/titles.ts';

/** Names of the built-in titles by code; an office's table names its own. */
export const commendationTitleTexts: Readonly<Record<string, LocalisedText>> = Object.fromEntries(
  COMMENDATION_TITLE_TABLE.map(({ code, name }) => [code, name]),
);

/** A title's name by its code; what is no code of ours is itself. */
export function titleName(code: string): LocalisedText {
  return (
    (Object.hasOwn(commendationTitleTexts, code) ? commendationTitleTexts[code] : undefined) ?? { vi: code, en: code }
  );
}
