import type { PageFields } from '@congvu/schema/adapter';
import type { PageRow } from '@congvu/schema/page-reading';
import { type Columns, noColumns } from './columns.ts';
import { findPlaces, type Place, toPlace } from './place.ts';
import { toCutLine } from './plain-line.ts';
import { readDate } from './read-date.ts';
import { readHandlers } from './read-handlers.ts';
import { readLine, readSource } from './read-text.ts';
import { readSecrecy } from './secrecy.ts';

export type RowContent = Omit<PageRow, 'key'>;

/**
 * READ: the row with its number. SECRET: marked above normal, nothing but that was read. UNREADABLE: the place of its secrecy or
 * number is not certain.
 */
export type DocumentContent =
  | { readonly state: 'READ'; readonly content: RowContent }
  | { readonly state: 'SECRET' }
  | { readonly state: 'UNREADABLE' };

const readContent = (fields: PageFields, place: Place): RowContent | null => {
  const number = readLine(fields.number, place, 80, 'NUMBER');
  // A document's number has a running figure; a heading or a menu in its place has none.
  if (number === null || !/\d/.test(number)) return null;
  const issuer = readLine(fields.issuer, place, 200, 'NAME');
  return {
    number,
    issuer,
    date: readDate(fields.date, place),
    deadline: readDate(fields.deadline, place),
    handlers: readHandlers(fields.handlers, place),
  };
};

/** Reads one document: a row of a list or the root of a detail page. Secrecy comes first; the summary is not read here. */
export const readDocument = (fields: PageFields, element: Element, columns: Columns = noColumns): DocumentContent => {
  const place = toPlace(element, columns);
  const secrecy = readSecrecy(fields.secrecy, place);
  if (secrecy === 'SECRET') return { state: 'SECRET' };
  const content = secrecy === 'UNKNOWN' ? null : readContent(fields, place);
  return content === null ? { state: 'UNREADABLE' } : { state: 'READ', content };
};

/** The summary (trích yếu), cut to 500 characters: asked for only when a person opens this document in the side panel. */
export const readSummary = (fields: PageFields, element: Element, columns: Columns = noColumns): string | null => {
  const place = toPlace(element, columns);
  for (const source of fields.summary ?? []) {
    const [found] = findPlaces(source, place);
    const line = found ? readSource(source, found, 'TEXT', 20_000, place) : null;
    if (line !== null && line !== '') return toCutLine(line, 500);
  }
  return null;
};
