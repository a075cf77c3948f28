import { classificationFlagTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';

/** A flag of the pipeline in words; one that a later rule set brings is shown by its code. */
export function flagText(flag: string, language: Language): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = classificationFlagTexts;
  return Object.hasOwn(texts, flag) ? (texts[flag]?.[language] ?? flag) : flag;
}
