import type { HandlersField } from '@congvu/schema/adapter';
import { isLogin, isPersonName, nameOrderOf } from './cell-values.ts';
import words from './heading-words.json';
import { readCell } from './list-columns.ts';

/** How a column prints people, and in how many of its cells (0..100 per cent) they look like people. */
export type PeopleForm = { readonly field: HandlersField; readonly share: number };

type Role = 'LEAD' | 'COOPERATE' | 'INFORM';
const roles = Object.fromEntries(
  (['LEAD', 'COOPERATE', 'INFORM'] as const).flatMap((role) => words.roles[role].map((word) => [word, role] as const)),
) as Readonly<Record<string, Role>>;

/** "PTP - An Văn Trần (Đang xử lý)": a post may stand before the name, anything may follow it. */
const postBefore = '^(?:[^-–()]{1,30}\\s[-–]\\s)?([^-–()\\[\\];,:/<\\d]{3,60}?)(?:\\s*[-–(\\[<,].*)?$';
/** "An Văn Trần - PTP". */
const postAfter = '^([^-–()\\[\\];,:/<\\d]{3,60}?)(?:\\s*[-–(\\[<,].*)?$';
const post = '^([^-–()]{1,30})\\s[-–]\\s';
const state = '\\(([^()]{1,40})\\)\\s*$';
const codeInBrackets = '[(<\\[]([a-z][a-z0-9._-]{2,40}(?:@[a-z0-9.-]+)?|[A-Z]{2,6}[0-9]{2,10})[)>\\]]';

/** The user's own page, as far as a link tells: only to remember a choice between two people of one name. */
const userLink = '/(?:users?|people|members?|profiles?|nguoi-dung|can-bo)/([A-Za-z0-9._-]{1,60})/?$';

const percent = (count: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * count) / of));
const isPerson = (text: string): boolean => isPersonName(text) || isLogin(text);

const lead: HandlersField['role'] = { values: {}, otherwise: 'LEAD' };

/** Every person a link to the user: one in a cell, or several, which `each` finds where the cell is told by its place. */
const linkForm = (
  cells: readonly Element[],
  text: NonNullable<HandlersField['name']>,
  place: string | null,
): PeopleForm | null => {
  const links = cells.map((cell) => [...cell.querySelectorAll('a[href]')]);
  const all = links.flat();
  const texts = all.map(readCell);
  const tellsUser = new RegExp(userLink, 'u');
  if (links.some((found) => found.length === 0) || !texts.every(isPerson)) return null;
  if (!all.every((link) => tellsUser.test(link.getAttribute('href') ?? ''))) return null;
  const about = { order: nameOrderOf(texts), role: lead };
  const id = { attribute: 'href', pattern: userLink };
  const one = text.map((source) => ({ ...source, select: 'a[href]' }));
  if (links.every((found) => found.length === 1)) {
    return { field: { name: one, id: one.map((source) => ({ ...source, ...id })), ...about }, share: 100 };
  }
  return place === null ? null : { field: { each: `${place} a[href]`, name: [{}], id: [id], ...about }, share: 100 };
};

const matchAll = (pattern: string, texts: readonly string[]): readonly (string | null)[] => {
  const compiled = new RegExp(pattern, 'u');
  return texts.map((text) => compiled.exec(text)?.[1]?.trim() ?? null);
};

/** What else stands behind or under each name: a staff code, "Lê Thị Hòa AB0012", or a unit, "Lê Thị Hòa Phòng Nội vụ". */
const behind = [
  { field: 'code', says: '[A-Z]{1,6}\\d{2,10}' },
  { field: 'unit', says: '(?:Phòng|Ban|Sở|Vụ|Cục|Chi cục|Văn phòng|Trung tâm|UBND)(?: [^()]{1,80})?' },
] as const;

/** Where every text is a name with one of these behind it. */
const followedForm = (texts: readonly string[], text: NonNullable<HandlersField['name']>): PeopleForm | null => {
  const withPattern = (pattern: string) => text.map((source) => ({ ...source, pattern }));
  for (const { field, says } of behind) {
    const pattern = `^(\\D{3,60}?)\\s[-–(]?\\s?${says}\\)?$`;
    const names = matchAll(pattern, texts).flatMap((name) => (name !== null && isPersonName(name) ? [name] : []));
    if (names.length < texts.length) continue;
    const found = { name: withPattern(pattern), [field]: withPattern(`\\s[-–(]?\\s?(${says})\\)?$`) };
    return { field: { ...found, order: nameOrderOf(names), role: lead }, share: 100 };
  }
  return null;
};

/** Names with posts, states or codes around them, and several in one cell. */
const piecesForm = (texts: readonly string[], text: HandlersField['name']): PeopleForm => {
  const separator = texts.some((line) => line.includes(';')) ? ';' : ',';
  const pieces = texts.map((line) =>
    line
      .split(separator)
      .map((piece) => piece.trim())
      .filter(Boolean),
  );
  const all = pieces.flat();
  const found = [postBefore, postAfter].map((name) => ({
    name,
    names: matchAll(name, all).map((match) => (match !== null && isPersonName(match) ? match : null)),
  }));
  const [before, after] = found.map(({ names }) => names.filter((name) => name !== null).length);
  const best = (after ?? 0) > (before ?? 0) ? found[1] : found[0];
  const names = best?.names ?? [];
  const known = new Set(all.filter((_, index) => names[index] !== null));
  const good = pieces.filter((line) => line.length > 0 && line.every((piece) => known.has(piece))).length;
  const states = matchAll(state, all);
  const hasStates = states.some((word) => word !== null && Object.hasOwn(roles, word.toLowerCase()));
  const codes = matchAll(codeInBrackets, all);
  const hasCodes = codes.every((code) => code !== null) && new Set(codes).size > 1;
  return {
    field: {
      ...(text === undefined ? {} : { name: text }),
      order: nameOrderOf(names.filter((name) => name !== null)),
      pieces: {
        separator: `\\s*${separator}\\s*`,
        name: best?.name ?? postBefore,
        ...(hasStates ? { state } : {}),
        ...(best?.name === postBefore ? { post } : {}),
        ...(hasCodes ? { code: codeInBrackets } : {}),
      },
      role: hasStates ? { values: roles, otherwise: 'COOPERATE' } : lead,
    },
    share: percent(good, texts.length),
  };
};

/**
 * How the cells of a column of people print them. `text` is the source of the column's text, `place` the selector of its cell below the
 * row, null where the cell is known by its heading alone. Cells without text are people not named yet and count for nothing.
 */
export const findPeopleForm = (
  cells: readonly Element[],
  text: NonNullable<HandlersField['name']>,
  place: string | null,
): PeopleForm | null => {
  const named = cells.filter((cell) => readCell(cell) !== '');
  const texts = named.map(readCell);
  if (texts.length === 0) return null;
  const links = linkForm(named, text, place);
  if (links) return links;
  const names = texts.filter(isPersonName);
  const logins = texts.filter(isLogin);
  if (logins.length > names.length) {
    return { field: { code: text, role: lead }, share: percent(logins.length, texts.length) };
  }
  const plain: PeopleForm = {
    field: { name: text, order: nameOrderOf(names), role: lead },
    share: percent(names.length, texts.length),
  };
  if (plain.share === 100) return plain;
  const followed = followedForm(texts, text);
  if (followed) return followed;
  const pieces = piecesForm(texts, text);
  return pieces.share > plain.share ? pieces : plain;
};
