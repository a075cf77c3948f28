import type { DateFormat, TextSource } from '@congvu/schema/adapter';
import type { Columns } from '../../page/columns.ts';
import { holdsAcross, parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import { toPlace } from '../../page/place.ts';
import { toPlainLine } from '../../page/plain-line.ts';
import { readLine } from '../../page/read-text.ts';
import { visibleText } from '../../page/visible-text.ts';
import { type Compound, compoundsOf, type Ground, grounds, positionOf, tagOf, weakest } from './compound-selectors.ts';
import { countPlausible, type FieldName, guessDate, holdsNumber, isNumber, numberPattern } from './judge-values.ts';

/** One way to read a field, judged by reading every row with it. */
export type FieldProposal = {
  readonly ground: Ground;
  readonly source: TextSource;
  /** Rows that gave a text, and those whose text could be what the field is. */
  readonly filled: number;
  readonly plausible: number;
  /** The texts of the first rows that gave one, at most three. */
  readonly sample: readonly string[];
  /** Of a date: the format in which most of the texts are one. */
  readonly format: DateFormat | null;
};

/** The list, or the one document, in which a field is pointed at. */
export type FieldScene = {
  /** The rows; of a detail page its root alone. */
  readonly rows: readonly Element[];
  readonly columns: Columns;
  /** The heading over a column, where it stands over no other; colspan counted. */
  readonly headingAt: (column: number) => string | null;
  /** The cells of a row, as the interpreter counts them. */
  readonly cellsOf: (row: Element) => readonly Element[];
  readonly dataWords: ReadonlySet<string>;
};

export const longestText: Readonly<Record<FieldName, number>> = {
  number: 80,
  handler: 120,
  deadline: 40,
  date: 40,
  issuer: 200,
  summary: 2_000,
  secrecy: 60,
};

/** What the interpreter takes a text for: of a cut one it makes no number and no name. */
const kinds = {
  number: 'NUMBER',
  handler: 'NAME',
  issuer: 'NAME',
  deadline: 'TEXT',
  date: 'TEXT',
  summary: 'TEXT',
  secrecy: 'TEXT',
} as const satisfies Record<FieldName, string>;

const isInput = (element: Element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  /^(?:input|select|textarea)$/.test(tagOf(element));
const textOf = (element: Element): string =>
  toPlainLine(isInput(element) ? shownValue(element) : visibleText(element), 2_000) ?? '';
const shownValue = (input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string =>
  'selectedOptions' in input ? (input.selectedOptions[0]?.textContent ?? '') : input.value;

/** The row in which the picked element lies; null where it lies in none. */
export const rowOf = (picked: Element, rows: readonly Element[]): Element | null =>
  rows.find((row) => row !== picked && holdsAcross(row, picked)) ?? null;

/**
 * Ways to read what the person pointed at, best first: an attribute of the row that says the same, the heading above it, a stable
 * attribute, a class, and at last its position. Each is judged on every row; what gives another text where the person pointed
 * is not proposed at all.
 */
export const proposeField = (field: FieldName, picked: Element, scene: FieldScene): readonly FieldProposal[] => {
  const row = rowOf(picked, scene.rows);
  if (row === null) return [];
  const text = textOf(picked);
  const places = samePlaces(picked, row, text);
  const candidates: { source: TextSource; ground: Ground }[] = [
    ...rowAttributes(row, text),
    ...columnsOver(places, row, scene),
    ...selectsOf(places, row, scene),
  ];
  const judged = candidates.flatMap(({ source, ground }) => judge(field, source, ground, row, text, scene) ?? []);
  const ranked = rank(judged, scene.rows.length);
  // Of positions, one says as much as five.
  const positions = ranked.filter(({ ground }) => ground === 'POSITION');
  return ranked.filter((each) => each.ground !== 'POSITION' || each === positions[0]).slice(0, 6);
};

/** The picked element and what is wrapped around it without another word: the cell above all. Outermost first. */
const samePlaces = (picked: Element, row: Element, text: string): readonly Element[] => {
  const places: Element[] = [];
  for (let place: Element | null = picked; place && place !== row; place = parentAcross(place)) {
    if (textOf(place) === text || place === picked) places.unshift(place);
  }
  return places;
};

const rowAttributes = (row: Element, text: string): readonly { source: TextSource; ground: Ground }[] =>
  [...row.attributes].flatMap(({ name, value }) =>
    text.length >= 2 &&
    toPlainLine(value, 2_000) === text &&
    /^(?!on|style$|class$|id$|href$)[a-z_][a-z0-9_-]{0,60}$/.test(name)
      ? [{ source: { attribute: name }, ground: 'ROW_ATTRIBUTE' as const }]
      : [],
  );

const columnsOver = (
  places: readonly Element[],
  row: Element,
  { headingAt, cellsOf, dataWords }: FieldScene,
): readonly { source: TextSource; ground: Ground }[] => {
  const [outer] = places;
  const cell = outer === undefined ? undefined : cellsOf(row).find((each) => holdsAcross(each, outer));
  if (cell === undefined || outer === undefined) return [];
  const isWhole = textOf(cell) === textOf(outer);
  const heading = headingAt(columnIndexOf(cell, cellsOf(row)));
  if (heading === null) return [];
  const found: { source: TextSource; ground: Ground }[] = [{ source: { column: [heading] }, ground: 'COLUMN' }];
  if (!isWhole) {
    for (const { selector, ground } of compoundsOf(outer, dataWords)) {
      if (cell.querySelectorAll(selector).length !== 1) continue;
      // A part of the cell: under its heading, by what it is.
      found.push({
        source: { column: [heading], select: selector },
        ground: ground === 'STRUCTURE' ? 'COLUMN' : ground,
      });
      break;
    }
  }
  // Where the page cuts a text, its whole often stands in the title.
  if (isWhole && cell.getAttribute('title'))
    found.push({ source: { column: [heading], attribute: 'title' }, ground: 'COLUMN' });
  return found;
};

const columnIndexOf = (cell: Element, cells: readonly Element[]): number => {
  const said = Number(cell.getAttribute('aria-colindex'));
  if (Number.isInteger(said) && said >= 1) return said - 1;
  let index = 0;
  for (const each of cells) {
    if (each === cell) return index;
    index += Number(each.getAttribute('colspan')) || 1;
  }
  return -1;
};

/** Selectors below the row, for the places as they are and within a place above that has a name. */
const selectsOf = (
  places: readonly Element[],
  row: Element,
  { rows, dataWords }: FieldScene,
): readonly { source: TextSource; ground: Ground }[] => {
  const sample = rows.slice(0, 40);
  const found: { source: TextSource; ground: Ground }[] = [];
  const tryOut = (selector: string, ground: Ground, place: Element): void => {
    const prefix = prefixThroughRoots(place, row, dataWords);
    const select = `${prefix}${selector}`;
    if (prefix === null || select.length > 600) return;
    const inRow = queryAllDeep(row, select);
    if (inRow.length !== 1 || inRow[0] !== place) return;
    if (ground !== 'POSITION' && sample.some((each) => queryAllDeep(each, select).length > 1)) return;
    const input = isInput(place) ? { input: true as const } : {};
    found.push({ source: { select, ...input }, ground });
    const full = place.getAttribute('title');
    if (full !== null && !isInput(place)) found.push({ source: { select, attribute: 'title' }, ground });
  };
  for (const place of places) {
    const above = namesAbove(place, row, dataWords);
    for (const { selector, ground } of compoundsOf(place, dataWords)) {
      tryOut(selector, ground, place);
      for (const head of above)
        tryOut(
          `${head.selector} ${selector}`,
          weakest(head.ground, ground === 'STRUCTURE' ? head.ground : ground),
          place,
        );
    }
    const path = pathFrom(row, place);
    if (path !== null) tryOut(path, 'POSITION', place);
  }
  return found;
};

/** The shadow roots between the row and `place`, ready to be put before a selector; null where one of them cannot be said. */
const prefixThroughRoots = (place: Element, row: Element, dataWords: ReadonlySet<string>): string | null => {
  const scope = place.getRootNode();
  if (scope === row.getRootNode() || !('host' in scope) || !scope.host) return '';
  // A node whose root has a host lies in a shadow root.
  const host = scope.host as Element;
  if (host === row) return ':scope >>> ';
  const above = prefixThroughRoots(host, row, dataWords);
  const own = compoundsOf(host, dataWords)[0]?.selector;
  return above === null || own === undefined ? null : `${above}${own} >>> `;
};

/** Named places between the row and `place`, the nearest first. */
const namesAbove = (place: Element, row: Element, dataWords: ReadonlySet<string>): readonly Compound[] => {
  const names: Compound[] = [];
  for (let above = place.parentElement; above && above !== row; above = above.parentElement) {
    names.push(...compoundsOf(above, dataWords).filter(({ ground }) => ground === 'ATTRIBUTE' || ground === 'CLASS'));
  }
  return names.slice(0, 6);
};

/** Place by place from the row down; null through a shadow root, where counting would lean on nothing. */
const pathFrom = (row: Element, place: Element): string | null => {
  const steps: string[] = [];
  let at: Element | null = place;
  for (; at && at !== row; at = at.parentElement) steps.unshift(positionOf(at));
  return at === row ? `:scope > ${steps.join(' > ')}` : null;
};

const judge = (
  field: FieldName,
  given: TextSource,
  ground: Ground,
  row: Element,
  text: string,
  scene: FieldScene,
): FieldProposal | null => {
  const maximum = longestText[field];
  const read = (source: TextSource, place: Element) =>
    readLine([source], toPlace(place, scene.columns), maximum, kinds[field]);
  const source = withPattern(field, given, scene, row);
  // An empty place of secrecy is one all the same: that is how most systems say that a document is not secret.
  const isEmptyMark = field === 'secrecy' && text === '';
  const own = read(source, row) ?? (isEmptyMark ? '' : null);
  // It must say what stands where the person pointed, or more of it where the page cut it.
  const pointed = text.replace(/(?:…|\.\.\.)$/, '').trim();
  if (own === null || (source.pattern === undefined ? !own.startsWith(pointed) : !text.includes(own))) return null;
  if (given.attribute === 'title' && own === text) return null;
  const texts = scene.rows.flatMap((each) => read(source, each) ?? []);
  return {
    ground,
    source,
    filled: isEmptyMark ? scene.rows.length : texts.length,
    plausible: isEmptyMark ? scene.rows.length : countPlausible(field, texts),
    sample: [...new Set([own, ...texts])].slice(0, 3),
    format: field === 'deadline' || field === 'date' ? guessDate(texts).format : null,
  };
};

/** A number or a date that is only a part of what stands there is taken out of it. */
const withPattern = (field: FieldName, source: TextSource, scene: FieldScene, row: Element): TextSource => {
  if (field === 'number') {
    const whole = readLine([source], toPlace(row, scene.columns), 2_000, 'NUMBER') ?? '';
    return !isNumber(whole) && holdsNumber(whole) ? { ...source, pattern: numberPattern } : source;
  }
  if (field !== 'deadline' && field !== 'date') return source;
  const texts = scene.rows.flatMap((each) => readLine([source], toPlace(each, scene.columns), 200) ?? []);
  const { pattern } = guessDate(texts);
  return pattern === null ? source : { ...source, pattern };
};

/** By ground, but never a strong one that reads worse: what is implausible in a fifth more of the rows stands behind. */
const rank = (proposals: readonly FieldProposal[], rows: number): readonly FieldProposal[] => {
  const best = Math.max(0, ...proposals.map(({ plausible }) => plausible));
  const isPoor = ({ plausible }: FieldProposal) => Number(plausible < best - rows / 5);
  // What reads less than half of what another reads names one row by its data.
  const some = proposals.filter(({ filled }) => filled * 2 >= Math.max(0, ...proposals.map((each) => each.filled)));
  const unlike = new Map(some.map((proposal) => [JSON.stringify(proposal.source), proposal]));
  return [...unlike.values()].toSorted(
    (left, right) =>
      isPoor(left) - isPoor(right) ||
      grounds.indexOf(left.ground) - grounds.indexOf(right.ground) ||
      Number(right.source.attribute === 'title') - Number(left.source.attribute === 'title') ||
      (left.source.select?.length ?? 0) - (right.source.select?.length ?? 0),
  );
};
