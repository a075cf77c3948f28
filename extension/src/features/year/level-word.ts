import { LEVELS, type Level } from '@congvu/schema/evaluation';
import { proposedTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';
import { shownFigure } from '../../ui/shown.ts';

export function isLevel(value: string): value is Level {
  return LEVELS.some((level) => level === value);
}

/** What stands before or after a step of the trace, other than a level: an exact figure, or a word of the pipeline. */
export function stepValueText(value: string, language: Language): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = proposedTexts;
  return Object.hasOwn(texts, value) ? (texts[value]?.[language] ?? value) : shownFigure(value, language);
}
