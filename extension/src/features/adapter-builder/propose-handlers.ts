import type { HandlersField, PiecesField, TextSource } from '@congvu/schema/adapter';
import { holdsAcross, parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import { toPlace } from '../../page/place.ts';
import { readLine } from '../../page/read-text.ts';
import { compoundsOf, type Ground, grounds } from './compound-selectors.ts';
import { type FieldScene, rowOf } from './field-candidates.ts';
import { guessNameOrder, looksLikeCode, looksLikePerson } from './judge-values.ts';
import { type FieldProposal, proposeField } from './propose-field.ts';
import { deepTextOf } from './row-texts.ts';
import { toBare } from './stable-token.ts';

/** One way to read who handles a document. */
export type HandlerProposal = Omit<FieldProposal, 'source' | 'format'> & { readonly handlers: HandlersField };

/**
 * How one text names several people, or a person with a post and a state: forms that offices' systems were seen to print. The person
 * chooses a form by its example; the patterns stand in the adapter.
 */
export const pieceForms = {
  NAME_STATE: { name: '^([^()]+?) *(?:[(]|$)', state: '[(]([^()]+)[)]' },
  POST_NAME_STATE: { name: '^[^()–-]+ [–-] ([^()]+?) *(?:[(]|$)', post: '^([^()–-]+?) [–-] ', state: '[(]([^()]+)[)]' },
  NAME_POST: { name: '^([^()–-]+?) [–-] ', post: '[–-] ([^()]+?) *(?:[(]|$)', state: '[(]([^()]+)[)]' },
} as const satisfies Record<string, Omit<PiecesField, 'separator'>>;
export type PieceForm = keyof typeof pieceForms;

export const separators = [';', ',', '/', '[|]', '[+]'] as const;

/** Words that tell the role of a handler, bare and lower case as `role.values` are asked after toLowerCase(). */
const roleWords: readonly (readonly [RegExp, 'LEAD' | 'COOPERATE' | 'INFORM'])[] = [
  [/^(?:xlc|chu tri|xu ly chinh|lead|main)$/, 'LEAD'],
  [/^(?:ph|phoi hop|phoi hop xu ly|cooperate|support)$/, 'COOPERATE'],
  [/^(?:xdb|de biet|xem de biet|nhan de biet|inform|cc)$/, 'INFORM'],
];

/** The roles that words of the page certainly mean; a word that is none of ours says nothing of the role. */
const roleValuesOf = (words: Iterable<string>): Readonly<Record<string, 'LEAD' | 'COOPERATE' | 'INFORM'>> => {
  const values: Record<string, 'LEAD' | 'COOPERATE' | 'INFORM'> = {};
  for (const word of words) {
    const role = roleWords.find(([pattern]) => pattern.test(toBare(word)))?.[1];
    if (role !== undefined) values[word.toLowerCase()] = role;
  }
  return values;
};

/** How the texts name people: null where each is one name alone. */
export const guessPieces = (texts: readonly string[]): PiecesField | null => {
  const separator = separators.find((each) => {
    const mark = new RegExp(` ?${each} ?`, 'u');
    // A separator stands between texts: "a; b". At the end alone it separates nothing.
    return texts.some((text) => text.split(mark).filter((piece) => /\p{L}{2}/u.test(piece)).length >= 2);
  });
  const split = separator === undefined ? texts : texts.flatMap((text) => text.split(new RegExp(separator, 'u')));
  const pieces = split.map((piece) => piece.trim()).filter((piece) => piece !== '');
  const withPost = pieces.filter((piece) => / [–-] /.test(piece)).length;
  const withState = pieces.filter((piece) => /\([^()]+\)/.test(piece)).length;
  if (separator === undefined && withPost === 0 && withState === 0) return null;
  const form: PieceForm = withPost >= 0.6 * pieces.length ? formWithPost(pieces) : 'NAME_STATE';
  return { separator: ` ?${separator ?? ';'} ?`, ...pieceForms[form] };
};

/** The post stands before the name or behind it: posts repeat from piece to piece, names do not, and are longer. */
const formWithPost = (pieces: readonly string[]): PieceForm => {
  const halves = pieces.flatMap((piece) => {
    const [before, after] = piece.replace(/\([^()]*\)/g, '').split(/ [–-] /);
    return before !== undefined && after !== undefined ? [[before.trim(), after.trim()] as const] : [];
  });
  const words = (side: 0 | 1) => halves.reduce((sum, half) => sum + half[side].split(' ').length, 0);
  const different = (side: 0 | 1) => new Set(halves.map((half) => half[side])).size;
  const nameIsBehind = different(1) === different(0) ? words(1) >= words(0) : different(1) > different(0);
  return nameIsBehind ? 'POST_NAME_STATE' : 'NAME_POST';
};

/** The field for texts that one source gives, with the order of names and the pieces as the texts show them. */
const handlersOf = (source: TextSource, texts: readonly string[], each?: string): HandlersField => {
  const isCode = texts.length > 0 && texts.filter(looksLikeCode).length >= 0.8 * texts.length;
  const at = each === undefined ? {} : { each };
  if (isCode) return { ...at, code: [source], role: { values: {}, otherwise: 'LEAD' } };
  const pieces = each === undefined ? guessPieces(texts) : null;
  const names = pieces === null ? texts : namesIn(texts, pieces);
  const states = pieces?.state === undefined ? [] : matches(texts, pieces.separator, pieces.state);
  return {
    ...at,
    name: [source],
    order: guessNameOrder(names),
    ...(pieces === null ? {} : { pieces }),
    role: { values: roleValuesOf(states), otherwise: 'LEAD' },
  };
};

const matches = (texts: readonly string[], separator: string, pattern: string): readonly string[] =>
  texts.flatMap((text) =>
    text.split(new RegExp(separator, 'u')).flatMap((piece) => new RegExp(pattern, 'u').exec(piece.trim())?.[1] ?? []),
  );
const namesIn = (texts: readonly string[], pieces: PiecesField): readonly string[] =>
  matches(texts, pieces.separator, pieces.name);

/**
 * Ways to read who handles a document from where the person pointed, best first. An element that stands several times in some rows
 * is proposed as one handler each; a code or login beside the name is taken along.
 */
export const proposeHandlers = (picked: Element, scene: FieldScene): readonly HandlerProposal[] => {
  const proposals: HandlerProposal[] = proposeField('handler', picked, scene).map(({ source, ...judged }) => {
    const texts = scene.rows.flatMap((row) => readLine([source], toPlace(row, scene.columns), 1_000) ?? []);
    return { ...judged, handlers: withCode(handlersOf(source, texts), source, picked, scene) };
  });
  return [...repeated(picked, scene), ...proposals].toSorted(
    (left, right) =>
      Number(right.handlers.each !== undefined) - Number(left.handlers.each !== undefined) ||
      grounds.indexOf(left.ground) - grounds.indexOf(right.ground),
  );
};

/** The picked element as one of several in its row. Empty where every row has one at most. */
const repeated = (picked: Element, { rows, dataWords }: FieldScene): readonly HandlerProposal[] => {
  const row = rowOf(picked, rows);
  const text = deepTextOf(picked);
  if (row === null || text === '') return [];
  const found: HandlerProposal[] = [];
  for (
    let place: Element | null = picked;
    place && place !== row && deepTextOf(place) === text;
    place = parentAcross(place)
  ) {
    for (const { selector, ground } of compoundsOf(place, dataWords)) {
      if (ground === 'STRUCTURE') continue;
      const counts = rows.map((each) => queryAllDeep(each, selector).length);
      if (Math.max(...counts) < 2 || !queryAllDeep(row, selector).includes(place)) continue;
      // Cells stand several times in each row as well, and name people in one of them alone.
      if (queryAllDeep(row, selector).some((each) => each.parentNode !== place?.parentNode)) continue;
      const texts = rows.flatMap((each) =>
        queryAllDeep(each, selector).flatMap((one) => readLine([{}], toPlace(one), 120, 'NAME') ?? []),
      );
      if (texts.filter((each) => looksLikePerson(each) || looksLikeCode(each)).length < 0.8 * texts.length) continue;
      const filled = counts.filter((count) => count > 0).length;
      found.push({
        ground: ground as Ground,
        handlers: handlersOf({}, texts, selector),
        filled,
        plausible: filled,
        sample: texts.slice(0, 3),
      });
    }
  }
  return found.slice(0, 2);
};

/** A staff code, login or e-mail address that stands in an attribute where the name stands: it identifies better than any name. */
const withCode = (handlers: HandlersField, source: TextSource, picked: Element, scene: FieldScene): HandlersField => {
  if (handlers.name === undefined || handlers.pieces !== undefined) return handlers;
  const row = rowOf(picked, scene.rows);
  for (let place: Element | null = picked; row && place && place !== row; place = parentAcross(place)) {
    for (const { name, value } of place.attributes) {
      if (/^(?:class|style|id|href|title|role|on.*|type|width|align|valign)$/.test(name) || !looksLikeCode(value))
        continue;
      for (const code of codeSources(place, name, row, source, scene)) {
        const codes = scene.rows.flatMap((each) => readLine([code], toPlace(each, scene.columns), 64, 'NAME') ?? []);
        // One code in every row is no code of a person.
        if (codes.length >= 0.8 * scene.rows.length && new Set(codes).size > 1) return { ...handlers, code: [code] };
      }
    }
  }
  return handlers;
};

/** The attribute under the heading that the name is read by, or by what the element is. */
const codeSources = (
  place: Element,
  attribute: string,
  row: Element,
  { column }: TextSource,
  { cellsOf, dataWords }: FieldScene,
): readonly TextSource[] => {
  const compounds = compoundsOf(place, dataWords).map(({ selector }) => selector);
  if (column !== undefined) {
    const cell = cellsOf(row).find((each) => holdsAcross(each, place));
    if (cell === place) return [{ column, attribute }];
    const select = compounds.find((selector) => cell?.querySelectorAll(selector).length === 1);
    return select === undefined ? [] : [{ column, select, attribute }];
  }
  const select = compounds.find((selector) => queryAllDeep(row, selector).length === 1);
  return select === undefined ? [] : [{ select, attribute }];
};
