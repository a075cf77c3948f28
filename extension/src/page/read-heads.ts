import { holdsAcross, parentAcross } from './deep-query.ts';
import { toPlainLine } from './plain-line.ts';
import { countIn, isTableCell, tableColumns } from './row-cells.ts';
import { isAriaHidden, isRendered, saysHidden } from './shown.ts';
import { visibleText } from './visible-text.ts';

/** The headings of one list. */
export type Head = {
  /** Heading (lower case) → index of its column. */
  readonly places: ReadonlyMap<string, number>;
  /** May a row of so many columns stand under it? */
  fits(width: number): boolean;
  readonly signature: string;
  readonly first: Element;
  /** The table or grid it stands in. */
  readonly list: Element | null;
};

export const toHeading = (text: string): string => (toPlainLine(text, 60) ?? '').toLowerCase();

const isList = (element: Element): boolean =>
  element.localName === 'table' || /^(?:tree)?grid$|^table$/.test(element.getAttribute('role') ?? '');

const listOf = (element: Element): Element | null => {
  for (let at = parentAcross(element); at; at = parentAcross(at)) if (isList(at)) return at;
  return null;
};

type HeadCell = { readonly cell: Element; readonly column: number; readonly width: number };

/** Of a table: by its rows, so that a heading over several columns or rows moves none. Otherwise one after another. */
const placeCells = (cells: readonly Element[]): { readonly placed: readonly HeadCell[]; readonly width: number } => {
  const placed: HeadCell[] = [];
  let next = 0;
  let width = 0;
  const columnsOfRows = new Map<Element, ReturnType<typeof tableColumns>>();
  for (const cell of cells) {
    const span = countIn(cell, 'colspan');
    let column = next;
    const row = cell.parentElement;
    if (cell.hasAttribute('aria-colindex')) column = countIn(cell, 'aria-colindex') - 1;
    else if (row && isTableCell(cell)) {
      const columns = columnsOfRows.get(row) ?? tableColumns(row);
      columnsOfRows.set(row, columns);
      width = Math.max(width, columns.width);
      for (const [at, one] of columns.found) {
        if (one !== cell) continue;
        column = at;
        break;
      }
    }
    next = column + span;
    width = Math.max(width, next);
    placed.push({ cell, column, width: span });
  }
  return { placed, width };
};

const toHead = (list: Element | null, cells: readonly Element[]): Head | null => {
  const [first] = cells;
  if (first === undefined) return null;
  const { placed, width } = placeCells(cells);
  // Where headings lie over headings the lower one names the column.
  const byColumn = new Map<number, HeadCell>();
  for (const one of placed) byColumn.set(one.column, one);
  const places = new Map<string, number>();
  const twice = new Set<string>();
  let named = 0;
  let hasBlankBefore = false;
  for (const [column, { cell }] of [...byColumn].toSorted(([left], [right]) => left - right)) {
    const heading = toHeading(visibleText(cell));
    if (heading === '') continue;
    hasBlankBefore ||= column > named;
    named = Math.max(named, column + (byColumn.get(column)?.width ?? 1));
    // A heading that stands twice names no column: which of the two is meant is not certain.
    if (places.has(heading)) twice.add(heading);
    places.set(heading, column);
  }
  for (const heading of twice) places.delete(heading);
  // Beyond its last heading a head may have room for a scroll bar, unless a blank one before it could be what a row lacks.
  const fits = (columns: number) => columns === width || (columns < width && columns >= named && !hasBlankBefore);
  return { places, fits, signature: JSON.stringify([width, [...places]]), first, list };
};

/** Groups headings by the table or grid they stand in, or else by their parent. Hidden copies of a whole head are left out. */
export const readHeads = (cells: readonly Element[]): readonly Head[] => {
  const groups = new Map<Element | null, { list: Element | null; cells: Element[] }>();
  for (const cell of cells) {
    const list = listOf(cell);
    const key = list ?? cell.parentElement;
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { list, cells: [cell] });
  }
  const heads = [...groups.values()].map((group) => toHead(group.list, group.cells)).filter((head) => head !== null);
  if (heads.length < 2) return heads;
  const shown = heads.filter(({ first }) => !isPutAway(first));
  return shown.length > 0 ? shown : heads;
};

const isPutAway = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentAcross(at)) if (saysHidden(at) || isAriaHidden(at)) return true;
  return !isRendered(element);
};

/** The head a row stands under: the only one in the nearest surrounding that holds any. null where that is not certain. */
export const findHead = (row: Element, heads: readonly Head[]): Head | null => {
  for (let at = parentAcross(row); at; at = parentAcross(at)) {
    const outer = at;
    const inside = heads.filter(({ first }) => holdsAcross(outer, first) && !holdsAcross(row, first));
    const own = inside.filter(({ list }) => list === outer);
    const [only, ...others] = own.length > 0 ? own : inside;
    if (only) return others.every(({ signature }) => signature === only.signature) ? only : null;
  }
  return null;
};
