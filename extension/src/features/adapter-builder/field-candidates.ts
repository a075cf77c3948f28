import type { TextSource } from '@congvu/schema/adapter';
import type { Columns } from '../../page/columns.ts';
import { holdsAcross, parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import { toPlainLine } from '../../page/plain-line.ts';
import { visibleText } from '../../page/visible-text.ts';
import { type Compound, compoundsOf, type Ground, positionOf, tagOf, weakest } from './compound-selectors.ts';

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

/** A place that may say what was pointed at; not judged yet. */
export type Candidate = { readonly source: TextSource; readonly ground: Ground };

const isInput = (element: Element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  /^(?:input|select|textarea)$/.test(tagOf(element));
/** What one sees in a place: its text, or what a field of a form shows. */
export const textOf = (element: Element): string =>
  toPlainLine(isInput(element) ? shownValue(element) : visibleText(element), 2_000) ?? '';
const shownValue = (input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string =>
  'selectedOptions' in input ? (input.selectedOptions[0]?.textContent ?? '') : input.value;

/** The row in which the picked element lies; null where it lies in none. */
export const rowOf = (picked: Element, rows: readonly Element[]): Element | null =>
  rows.find((row) => row !== picked && holdsAcross(row, picked)) ?? null;

/** Every place in `row` that may say what stands where the person pointed. */
export const candidatesFor = (picked: Element, row: Element, scene: FieldScene): readonly Candidate[] => {
  const text = textOf(picked);
  const places = samePlaces(picked, row, text);
  return [...rowAttributes(row, text), ...columnsOver(places, row, scene), ...selectsOf(places, row, scene)];
};

/** The picked element and what is wrapped around it without another word: the cell above all. Outermost first. */
const samePlaces = (picked: Element, row: Element, text: string): readonly Element[] => {
  const places: Element[] = [];
  for (let place: Element | null = picked; place && place !== row; place = parentAcross(place)) {
    if (textOf(place) === text || place === picked) places.unshift(place);
  }
  return places;
};

const rowAttributes = (row: Element, text: string): readonly Candidate[] =>
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
): readonly Candidate[] => {
  const [outer] = places;
  const cell = outer === undefined ? undefined : cellsOf(row).find((each) => holdsAcross(each, outer));
  if (cell === undefined || outer === undefined) return [];
  const isWhole = textOf(cell) === textOf(outer);
  const heading = headingAt(columnIndexOf(cell, cellsOf(row)));
  if (heading === null) return [];
  const found: Candidate[] = [{ source: { column: [heading] }, ground: 'COLUMN' }];
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
const selectsOf = (places: readonly Element[], row: Element, { rows, dataWords }: FieldScene): readonly Candidate[] => {
  const sample = rows.slice(0, 40);
  const found: Candidate[] = [];
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
