import type { DateFormat } from '@congvu/schema/adapter';
import words from './heading-words.json';

/**
 * A Vietnamese document number anywhere in a text (Nghị định 30/2020/NĐ-CP: running number, year of a law, sign in capitals):
 * "968/CĐ-TTg", "968-CĐ-TTg", "1245/UBND-NC", "80/2025/QH15", "05-QĐ/TU". A pattern of an adapter; no group.
 */
export const numberInText =
  '(?<![\\p{L}\\d/.-])\\d{1,6}[a-zđ]?(?:[-/](?:19|20)\\d\\d)?[-/]\\p{Lu}[\\p{Lu}\\d](?:[\\p{L}\\d&./-]{0,30}[\\p{L}\\d])?(?![\\p{L}\\d])';

const inText = new RegExp(numberInText, 'gu');
const whole = new RegExp(`^(?:${numberInText})$`, 'u');
const dateLike = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\s|$)/;

/** WRITTEN: as the decree writes numbers. LOOSE: figures with letters or marks of any other system. ISSUE: "12", "#12". */
export type NumberForm = 'WRITTEN' | 'LOOSE' | 'ISSUE' | 'NONE';

export const numberFormOf = (text: string): NumberForm => {
  const joined = text.replace(/\s*([/-])\s*/g, '$1');
  if (whole.test(joined)) return 'WRITTEN';
  if (/^#?\d{1,9}$/.test(text)) return 'ISSUE';
  const isLoose =
    text.length <= 40 &&
    /\d/.test(text) &&
    /[\p{L}/-]/u.test(text) &&
    !dateLike.test(text) &&
    !/[:%@]|\s\S+\s\S+\s/.test(text);
  return isLoose ? 'LOOSE' : 'NONE';
};

/** The document numbers inside a title, each once. */
export const numbersInside = (text: string): readonly string[] => [...new Set(text.match(inText) ?? [])];

/** The forms a date is written in, before it is known which figure is the day. */
type DateForm = 'SLASH' | 'DASH' | 'ISO' | 'ENGLISH';
const dateForms: Record<DateForm, RegExp> = {
  SLASH: /^(\d{1,2})\/(\d{1,2})\/\d{4}(?:\D|$)/,
  DASH: /^(\d{1,2})-(\d{1,2})-\d{4}(?:\D|$)/,
  ISO: /^\d{4}-\d{1,2}-\d{1,2}(?:\D|$)/,
  ENGLISH: /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}, \d{4}/i,
};

/** The form that at least nine of ten texts have; null where there are none, or of several forms. */
export const dateFormOf = (texts: readonly string[]): DateForm | null => {
  for (const form of ['SLASH', 'DASH', 'ISO', 'ENGLISH'] as const) {
    const count = texts.filter((text) => dateForms[form].test(text)).length;
    if (count > 0 && count * 10 >= texts.length * 9) return form;
  }
  return null;
};

/**
 * How to read dates of a form. The figures of all columns of that form decide: a first figure over 12 is a day, a second over 12
 * makes the first a month. Where neither is there, or both are, a Vietnamese page writes the day first; of another page nothing
 * is known: null.
 */
export const dateFormatOf = (form: DateForm, texts: readonly string[], isVietnamese: boolean): DateFormat | null => {
  if (form === 'ISO') return 'yyyy-MM-dd';
  if (form === 'ENGLISH') return 'MMM d, yyyy';
  const figures = texts.flatMap((text) => {
    const match = dateForms[form].exec(text);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = figures.some(([first]) => first > 12);
  const monthFirst = figures.some(([, second]) => second > 12);
  if (dayFirst && monthFirst) return null;
  if (monthFirst) return form === 'SLASH' ? 'MM/dd/yyyy' : null;
  return dayFirst || isVietnamese ? (form === 'SLASH' ? 'dd/MM/yyyy' : 'dd-MM-yyyy') : null;
};

const unitWords = words.units.map((word) => `${word} `);
const families = new Set(words.families);

/** A login or an address of mail: one word of small letters. */
export const isLogin = (text: string): boolean => /^[a-z][a-z0-9._-]{2,40}(?:@[a-z0-9.-]+)?$/.test(text);

/** Two to six words, each with a capital, no figures, no unit: what a person's name looks like in print. */
export const isPersonName = (text: string): boolean => {
  const parts = text.split(' ');
  if (parts.length < 2 || parts.length > 6 || text.length > 60) return false;
  const small = `${text.toLowerCase()} `;
  if (unitWords.some((unit) => small.startsWith(unit))) return false;
  return parts.every((part) => /^\p{Lu}[\p{L}.'’-]*$/u.test(part));
};

/** The order of names, where the family names of at least three people tell it for certain. */
export const nameOrderOf = (names: readonly string[]): 'FAMILY_FIRST' | 'GIVEN_FIRST' | 'EITHER' => {
  const people = [...new Set(names)].map((name) => name.toLowerCase().split(' '));
  if (people.length < 3) return 'EITHER';
  const first = people.filter((parts) => families.has(parts[0] ?? '')).length;
  const last = people.filter((parts) => families.has(parts.at(-1) ?? '')).length;
  if (first === people.length && last * 4 <= people.length) return 'FAMILY_FIRST';
  if (last === people.length && first * 4 <= people.length) return 'GIVEN_FIRST';
  return 'EITHER';
};
