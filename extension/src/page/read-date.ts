import type { DateField, DateFormat } from '@congvu/schema/adapter';
import type { Place } from './place.ts';
import { compilePattern, readLine } from './read-text.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** What stands for a part of a format. */
const parts: Readonly<Record<string, string>> = {
  dd: '(?<day>\\d{1,2})',
  d: '(?<day>\\d{1,2})',
  MM: '(?<month>\\d{1,2})',
  MMM: '(?<month>[A-Za-z]{3,9})\\.?',
  yyyy: '(?<year>\\d{4})',
};

/** At the begin of the text, and no figure follows: "25/11/20261" is no date. A time of day may follow. */
const toForm = (format: DateFormat): RegExp =>
  compilePattern(`^${format.replace(/yyyy|M+|d+/g, (part) => parts[part] ?? part)}(?!\\d)`);

/** "Dec", "December" and "Sept" begin alike; a word that is no month stays what it is, and no date. */
const monthNumber = (month: string): string => {
  const index = months.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? month : String(index + 1);
};

/** A LocalDate, or `null` for what is no day of the calendar. A time of day after the date is left out. */
export const parseDate = (text: string, format: DateFormat): string | null => {
  const groups = toForm(format).exec(text)?.groups;
  if (!groups?.month) return null;
  const month = monthNumber(groups.month);
  const date = `${groups.year}-${month.padStart(2, '0')}-${groups.day?.padStart(2, '0')}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  // Date.parse may move 31 February to March; a date that does not come back was none.
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? null : date;
};

export const readDate = (field: DateField | undefined, place: Place): string | null => {
  const line = readLine(field?.text, place, 40, 'DATE');
  return field === undefined || line === null ? null : parseDate(line, field.format);
};
