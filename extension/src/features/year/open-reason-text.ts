import { CLASSIFICATION_STEPS } from '@congvu/schema/procedure';
import { classificationStepTexts, proposalOutcomeTexts } from '@congvu/schema/texts';
import type { Language } from '../../locales/language.ts';
import { yearTexts } from '../../locales/year-texts.ts';

/** Why somebody cannot be given a level yet: a step not taken, or what the rules propose instead of a level. */
export function openReasonText(reason: string, language: Language): string {
  const step = CLASSIFICATION_STEPS.find((each) => each === reason);
  if (step !== undefined) return yearTexts[language].missing(classificationStepTexts[step][language].toLowerCase());
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = proposalOutcomeTexts;
  return Object.hasOwn(texts, reason) ? (texts[reason]?.[language] ?? reason) : reason;
}
