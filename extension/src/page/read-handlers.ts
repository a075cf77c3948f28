import type { HandlersField, TextField } from '@congvu/schema/adapter';
import type { HandlerRole, PageHandler } from '@congvu/schema/page-reading';
import { findPlaces, findShownAll, type Place, within } from './place.ts';
import { readPieces } from './read-pieces.ts';
import { readLine, readLineOrCut } from './read-text.ts';

/** More names than this in one row are a distribution list, not the people who handle it. */
const mostHandlers = 10;

/** A cell of several people is longer than a name. */
const longestPieces = 1_000;

/** A cell that says "—" or "(trống)" names nobody: a name has two letters in a row, a code a letter or a digit. */
const looksLikeName = (name: string): boolean => /\p{L}{2}/u.test(name);
const looksLikeCode = (code: string): boolean => /[\p{L}\p{N}]/u.test(code);

/** Someone the row names; `isWhole` is false where the page keeps back a part, and who it is nobody knows. */
type Candidate = { readonly handler: PageHandler | null; readonly role: HandlerRole | null; readonly isWhole: boolean };

const roleOf = (field: HandlersField, word: string | null): HandlerRole => {
  const { values, otherwise } = field.role;
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(values, key) ? (values[key] ?? otherwise) : otherwise;
};

const toCandidate = (
  field: HandlersField,
  said: Pick<PageHandler, 'name' | 'code' | 'id' | 'unit' | 'post'>,
  role: HandlerRole,
  isWhole: boolean,
): Candidate => {
  const name = said.name !== null && looksLikeName(said.name) ? said.name : null;
  const code = said.code !== null && looksLikeCode(said.code) ? said.code : null;
  if (name === null && code === null) return { handler: null, role, isWhole };
  return { handler: { ...said, name, code, order: field.order ?? 'FAMILY_FIRST', role }, role, isWhole: true };
};

/** An empty place says `otherwise`; one that is not there at all says nothing of who the main handler is. */
const isThere = (text: TextField, place: Place): boolean =>
  text.some((source) =>
    findPlaces(source, place).some(
      (element) => source.attribute === undefined || element.hasAttribute(source.attribute),
    ),
  );

const readOne = (field: HandlersField, place: Place, row: Place): Candidate => {
  const name = readLineOrCut(field.name, place, 120, 'NAME');
  const said = {
    name: typeof name === 'string' ? name : null,
    code: readLine(field.code, place, 64, 'NAME'),
    id: readLine(field.id, place, 120, 'NAME'),
    unit: readLine(field.unit, place, 200, 'NAME'),
    post: readLine(field.post, place, 120, 'NAME'),
  };
  const word = readLine(field.role.text, place, 60) ?? readLine(field.role.text, row, 60);
  if (word === null && field.role.text && !isThere(field.role.text, place) && !isThere(field.role.text, row)) {
    return { handler: null, role: null, isWhole: false };
  }
  return toCandidate(field, said, roleOf(field, word), name === null || typeof name === 'string');
};

const readSeveral = (field: HandlersField, place: Place): readonly Candidate[] => {
  const line = readLine(field.name, place, longestPieces);
  if (line === null || field.pieces === undefined) return [];
  return readPieces(field.pieces, line, mostHandlers).map(({ state, isCut, ...said }) => {
    // Of a piece that is cut the state is, too.
    if (isCut) return { handler: null, role: null, isWhole: false };
    return toCandidate(field, { ...said, id: null }, roleOf(field, state), true);
  });
};

/**
 * Whoever the row names, main handlers (LEAD) first. Empty where it names no one for certain: where the one kept back, or whose
 * role is not known, may be the main handler.
 */
export const readHandlers = (field: HandlersField | undefined, row: Place): readonly PageHandler[] => {
  if (field === undefined) return [];
  const places = field.each === undefined ? [row] : findShownAll(row, field.each).map((each) => within(row, each));
  const candidates = places
    .slice(0, mostHandlers)
    .flatMap((place) => (field.pieces ? readSeveral(field, place) : [readOne(field, place, row)]));
  const handlers = candidates.flatMap(({ handler }) => handler ?? []);
  const hasLead = handlers.some(({ role }) => role === 'LEAD');
  if (!hasLead && candidates.some(({ isWhole, role }) => !isWhole && (role === null || role === 'LEAD'))) return [];
  if (candidates.length > mostHandlers) return [];
  return handlers.sort((left, right) => Number(right.role === 'LEAD') - Number(left.role === 'LEAD'));
};
