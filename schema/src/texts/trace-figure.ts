import type { Locale, LocalisedText } from '../primitives/locale.ts';
import { parseRational } from '../primitives/rational.ts';
import { proposedTexts } from './classification-terms.ts';
import { toDisplayIn } from './number-text.ts';

/** What stands in a trace, or in its figures: a word, an exact figure as text, a count, or nothing. */
type Traced = string | number | null | undefined;

/** A level or outcome in full; a word no text is known for stays as it is. */
export function tracedLevel(value: Traced): LocalisedText {
  return tracedTerm(proposedTexts, value) ?? { vi: String(value), en: String(value) };
}

/** The text of a word of a closed list; null for anything else, such as a word of a later version. */
export function tracedTerm(texts: Readonly<Record<string, LocalisedText>>, value: Traced): LocalisedText | null {
  return typeof value === 'string' && Object.hasOwn(texts, value) ? (texts[value] ?? null) : null;
}

/** An exact figure, shown by the one rounding; a dash where there is none. */
export function tracedFigure(value: Traced): LocalisedText {
  const parsed = parseRational(String(value));
  const show = (locale: Locale) => (parsed.ok ? toDisplayIn(parsed.value, locale) : '–');
  return { vi: show('vi'), en: show('en') };
}

/** A term inside a sentence. */
export function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
