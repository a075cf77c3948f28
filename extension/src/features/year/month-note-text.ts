import { LEFT_OPEN_REASONS } from '@congvu/schema/procedure';
import { leftOpenTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';
import { yearTexts } from '../../locales/year-texts.ts';

/** Why a month has no figure, or what is particular about it; a code nobody has words for is shown as it is. */
export function monthNoteText(note: string, language: Language): string {
  const reason = LEFT_OPEN_REASONS.find((each) => each === note);
  if (reason !== undefined) return leftOpenTexts[reason][language];
  const texts: Readonly<Record<string, string>> = yearTexts[language].monthNotes;
  return Object.hasOwn(texts, note) ? (texts[note] ?? note) : note;
}
