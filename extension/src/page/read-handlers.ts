import type { HandlersField } from '@congvu/schema/adapter';
import type { HandlerRole, PageHandler } from '@congvu/schema/page-reading';
import type { Columns } from './columns.ts';
import { readLine } from './read-text.ts';

/** More names than this in one row are a distribution list, not the people who handle it. */
const mostHandlers = 10;

/** A cell that says "—" or "(trống)" names nobody: a name has two letters in a row, a code a letter or a digit. */
const looksLikeName = (name: string): boolean => /\p{L}{2}/u.test(name);

const readRole = (field: HandlersField, place: Element, row: Element, columns: Columns): HandlerRole => {
  const { text, values, otherwise } = field.role;
  const word = readLine(text, place, columns, 60) ?? readLine(text, row, columns, 60);
  if (word === null) return otherwise;
  return Object.hasOwn(values, word.toLowerCase()) ? (values[word.toLowerCase()] ?? otherwise) : otherwise;
};

/** Whoever the row names, main handlers (LEAD) first. Empty where it names no one for certain. */
export const readHandlers = (
  field: HandlersField | undefined,
  row: Element,
  columns: Columns,
): readonly PageHandler[] => {
  if (field === undefined) return [];
  const places = field.each === undefined ? [row] : [...row.querySelectorAll(field.each)].slice(0, mostHandlers);
  const handlers: PageHandler[] = [];
  for (const place of places) {
    const name = readLine(field.name, place, columns, 120);
    const code = readLine(field.code, place, columns, 64);
    const usableName = name !== null && looksLikeName(name) ? name : null;
    if (usableName === null && code === null) continue;
    handlers.push({
      name: usableName,
      code,
      id: readLine(field.id, place, columns, 120),
      unit: readLine(field.unit, place, columns, 200),
      post: readLine(field.post, place, columns, 120),
      order: field.order ?? 'FAMILY_FIRST',
      role: readRole(field, place, row, columns),
    });
  }
  return handlers.sort((left, right) => Number(right.role === 'LEAD') - Number(left.role === 'LEAD'));
};
