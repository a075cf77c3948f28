import type { DateFormat } from '@congvu/schema/adapter';
import { parseDate } from '../../page/read-date.ts';
import { toBare } from './stable-token.ts';

/** What a person points at when he teaches a page. */
export const fieldNames = ['number', 'handler', 'deadline', 'date', 'issuer', 'summary', 'secrecy'] as const;
export type FieldName = (typeof fieldNames)[number];

/** A document's number: a running figure, then "/" or "-" and the mark of who issued it (domain.md 12). */
const documentNumber = /\d{1,6}\s*[/-]\s*(?:\d{4}\s*[/-]\s*)?\p{L}[\p{L}\d/&.-]*/u;
/** The same as an adapter's pattern, to take a number out of a longer text. */
export const numberPattern = '([0-9]{1,6} ?[/-] ?(?:[0-9]{4} ?[/-] ?)?[A-Za-zĐđ][A-Za-zĐđ0-9/&.-]*)';

const wholeNumber = new RegExp(`^(?:Số:?\\s*)?${documentNumber.source}$`, 'u');
const days: Readonly<Record<DateFormat, string>> = {
  'dd/MM/yyyy': '([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})',
  'MM/dd/yyyy': '([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})',
  'dd-MM-yyyy': '([0-9]{1,2}-[0-9]{1,2}-[0-9]{4})',
  'yyyy-MM-dd': '([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})',
  'MMM d, yyyy': '([A-Z][a-z]{2,8}[.]? [0-9]{1,2},? [0-9]{4})',
};

export const holdsNumber = (text: string): boolean => documentNumber.test(text);
export const isNumber = (text: string): boolean => wholeNumber.test(text.trim());
export const datePatternOf = (format: DateFormat): string => days[format];

/** In the order of likelihood in Vietnam: where a text fits two, 03/04/2026, the day stands first. */
const formatsByLikelihood = ['dd/MM/yyyy', 'dd-MM-yyyy', 'yyyy-MM-dd', 'MMM d, yyyy', 'MM/dd/yyyy'] as const;

/** A date found in `text`: at its begin, or anywhere in it by the format's pattern; null where there is none. */
const dateIn = (text: string, format: DateFormat): { readonly whole: boolean } | null => {
  if (parseDate(text, format) !== null) return { whole: true };
  const part = new RegExp(days[format], 'u').exec(text)?.[1];
  return part !== undefined && parseDate(part, format) !== null ? { whole: false } : null;
};

/** The format that reads most of the texts, and the pattern it needs where the date is only a part of them. */
export const guessDate = (
  texts: readonly string[],
): { readonly format: DateFormat; readonly pattern: string | null; readonly read: number } => {
  let best: { format: DateFormat; pattern: string | null; read: number } = {
    format: 'dd/MM/yyyy',
    pattern: null,
    read: 0,
  };
  for (const format of formatsByLikelihood) {
    const found = texts.flatMap((text) => dateIn(text, format) ?? []);
    if (found.length <= best.read) continue;
    best = { format, pattern: found.every(({ whole }) => whole) ? null : days[format], read: found.length };
  }
  return best;
};

/** Two to six words of letters: "Trần Thị Bích Ngọc", with a title or not. */
export const looksLikePerson = (text: string): boolean => {
  const words = text.trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    words.every((word) => /^[\p{L}.,'’-]+$/u.test(word)) &&
    /^\p{Lu}/u.test(text.trim())
  );
};

/** A staff code, user name or e-mail address: one word, no tones. */
export const looksLikeCode = (text: string): boolean =>
  /^[A-Za-z]{1,5}[-_.]?\d{2,10}$/.test(text) ||
  /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*(?:@[a-z0-9.-]+)?$/.test(text) ||
  /^\d{4,12}$/.test(text);

const plausible: Readonly<Record<FieldName, (text: string) => boolean>> = {
  number: isNumber,
  handler: (text) => looksLikePerson(text) || looksLikeCode(text) || (/\p{L}{2}/u.test(text) && text.length <= 200),
  deadline: (text) => guessDate([text]).read > 0,
  date: (text) => guessDate([text]).read > 0,
  issuer: (text) => /\p{L}{2}/u.test(text) && text.length <= 200,
  summary: (text) => /\p{L}{2}/u.test(text),
  secrecy: (text) => text.length <= 40,
};

/** How many of the texts could be what the field is. */
export const countPlausible = (field: FieldName, texts: readonly string[]): number =>
  texts.filter((text) => plausible[field](text)).length;

/** The most frequent family names, bare: nine people of ten in Vietnam have one of them. */
const families = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh mai dao truong doan lam ha cao luong luu ta to thai chu trinh vuong quach la kieu hua nghiem'.split(
    ' ',
  ),
);

/**
 * In which order the page prints names: by where the family names stand. EITHER where the names do not say, or say both.
 * A title or post before the name is left out by the recognition of people, not here.
 */
export const guessNameOrder = (names: readonly string[]): 'FAMILY_FIRST' | 'GIVEN_FIRST' | 'EITHER' => {
  let first = 0;
  let second = 0;
  for (const name of names) {
    const words = toBare(name).split(/\s+/);
    if (words.length < 2) continue;
    const [one = '', two = ''] = words;
    if (families.has(one) && !families.has(two)) first++;
    if (families.has(two) && !families.has(one)) second++;
  }
  if (first > 0 && second === 0) return 'FAMILY_FIRST';
  if (second > 0 && first === 0) return 'GIVEN_FIRST';
  if (first >= 4 * second && first > 0) return 'FAMILY_FIRST';
  if (second >= 4 * first && second > 0) return 'GIVEN_FIRST';
  return 'EITHER';
};
