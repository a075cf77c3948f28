import type { TextField, TextSource } from '@congvu/schema/adapter';
import { type Columns, findCell } from './columns.ts';
import { toPlainLine } from './plain-line.ts';

const patterns = new Map<string, RegExp>();

/** A pattern of an adapter, compiled once. Its flags are fixed, so the text of the pattern is the key. */
export const compilePattern = (pattern: string): RegExp => {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = new RegExp(pattern, 'u');
  patterns.set(pattern, compiled);
  return compiled;
};

/** The pattern's group, or its whole match where it has none; `null` without a match. */
export const matchPattern = (pattern: string, text: string): string | null => {
  const match = compilePattern(pattern).exec(text);
  return match ? (match[1] ?? match[0]) : null;
};

const findPlace = (source: TextSource, place: ParentNode, columns: Columns): Element | null => {
  if (source.column) return place instanceof Element ? findCell(place, columns, source.column) : null;
  if (source.select) return place.querySelector(source.select);
  return place instanceof Element ? place : null;
};

/** The raw text of the first source that exists; `null` where none does. */
export const readRawText = (field: TextField, place: ParentNode, columns: Columns): string | null => {
  for (const source of field) {
    const element = findPlace(source, place, columns);
    const raw = source.attribute === undefined ? element?.textContent : element?.getAttribute(source.attribute);
    if (raw === null || raw === undefined) continue;
    if (source.pattern === undefined) return raw;
    const line = toPlainLine(raw, 2_000);
    const part = line === null ? null : matchPattern(source.pattern, line);
    if (part !== null) return part;
  }
  return null;
};

/** What a field says: a line (possibly empty), ABSENT where no source exists, UNUSABLE where it is longer than `maximum`. */
export type FieldText = { readonly state: 'LINE'; readonly line: string } | { readonly state: 'ABSENT' | 'UNUSABLE' };

export const readField = (field: TextField, place: ParentNode, columns: Columns, maximum: number): FieldText => {
  const raw = readRawText(field, place, columns);
  if (raw === null) return { state: 'ABSENT' };
  const line = toPlainLine(raw, maximum);
  return line === null ? { state: 'UNUSABLE' } : { state: 'LINE', line };
};

/** The line, or `null` where there is none, it is empty or it is too long. */
export const readLine = (field: TextField | undefined, place: ParentNode, columns: Columns, maximum: number) => {
  if (field === undefined) return null;
  const text = readField(field, place, columns, maximum);
  return text.state === 'LINE' && text.line !== '' ? text.line : null;
};
