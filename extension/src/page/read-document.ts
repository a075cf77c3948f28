import type { PageFields, SecrecyField } from '@congvu/schema/adapter';
import type { PageRow } from '@congvu/schema/page-reading';
import type { Columns } from './columns.ts';
import { toCutLine } from './plain-line.ts';
import { readDate } from './read-date.ts';
import { readHandlers } from './read-handlers.ts';
import { readField, readLine, readRawText } from './read-text.ts';

export type RowContent = Omit<PageRow, 'key'>;

/**
 * READ: the row with its number. SECRET: marked above normal, nothing but that was read. UNREADABLE: the place of its secrecy or
 * number is not certain.
 */
export type DocumentContent =
  | { readonly state: 'READ'; readonly content: RowContent }
  | { readonly state: 'SECRET' }
  | { readonly state: 'UNREADABLE' };

const readSecrecy = (field: SecrecyField, place: Element, columns: Columns): 'NORMAL' | 'SECRET' | 'UNKNOWN' => {
  // Until the whole row is searched, a row whose place of secrecy is unknown is not read.
  if ('marks' in field) return 'UNKNOWN';
  const text = readField(field.text, place, columns, 60);
  if (text.state === 'ABSENT') return 'UNKNOWN';
  return text.state === 'LINE' && field.normal.includes(text.line.toLowerCase()) ? 'NORMAL' : 'SECRET';
};

/** Reads one document: a row of a list or the root of a detail page. Secrecy comes first; the summary is not read here. */
export const readDocument = (fields: PageFields, place: Element, columns: Columns): DocumentContent => {
  const secrecy = readSecrecy(fields.secrecy, place, columns);
  if (secrecy === 'SECRET') return { state: 'SECRET' };
  const number = secrecy === 'UNKNOWN' ? null : readLine(fields.number, place, columns, 80);
  // A document's number has a running figure; a heading or a menu in its place has none.
  if (number === null || !/\d/.test(number)) return { state: 'UNREADABLE' };
  return {
    state: 'READ',
    content: {
      number,
      issuer: readLine(fields.issuer, place, columns, 200),
      date: readDate(fields.date, place, columns),
      deadline: readDate(fields.deadline, place, columns),
      handlers: readHandlers(fields.handlers, place, columns),
    },
  };
};

/** The summary (trích yếu), cut to 500 characters: asked for only when a person opens this document in the side panel. */
export const readSummary = (fields: PageFields, place: Element, columns: Columns): string | null => {
  const raw = fields.summary === undefined ? null : readRawText(fields.summary, place, columns);
  return raw === null ? null : toCutLine(raw, 500) || null;
};
