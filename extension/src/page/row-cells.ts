import { queryAllDeep, type RootWatch } from './deep-query.ts';
import type { Head } from './read-heads.ts';

/** As far back a row is looked for whose cell reaches down into this one. */
const mostRowsBack = 200;

/** A number an attribute states, 1 to 1,000; 1 for anything else. */
export const countIn = (element: Element, attribute: string): number => {
  const text = element.getAttribute(attribute);
  if (text === null) return 1;
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 1_000 ? count : 1;
};

export const isTableCell = ({ localName }: Element): boolean => localName === 'td' || localName === 'th';

const isCell = ({ localName }: Element): boolean =>
  localName !== 'script' && localName !== 'style' && localName !== 'template' && localName !== 'input';

/** The row's own cells: what `cells` finds, else its children; never those of a table inside one of them. */
export const ownCells = (row: Element, cells: string | undefined, watch?: RootWatch): readonly Element[] => {
  if (cells === undefined) {
    const children = [...row.children];
    return children.every(isCell) ? children : children.filter(isCell);
  }
  const own: Element[] = [];
  for (const cell of queryAllDeep(row, cells, watch)) {
    // In the document's order a cell comes before what it holds.
    if (!own.at(-1)?.contains(cell)) own.push(cell);
  }
  return own;
};

const widthOf = (cell: Element): number => countIn(cell, 'colspan');

/** The cell that begins in each column. */
export type CellsByColumn = readonly (Element | undefined)[];

const byColumnIndex = (cells: readonly Element[]): CellsByColumn => {
  const found: (Element | undefined)[] = [];
  for (const cell of cells) {
    if (cell.hasAttribute('aria-colindex')) found[countIn(cell, 'aria-colindex') - 1] = cell;
  }
  return found;
};

/** Cells one after another, from the columns that `taken` leaves free. */
const inSequence = (cells: readonly Element[], taken: ReadonlyMap<number, Element>) => {
  const found = new Map(taken);
  let column = 0;
  let width = 0;
  for (const cell of cells) {
    while (taken.has(column)) column++;
    found.set(column, cell);
    column += widthOf(cell);
  }
  for (const at of found.keys()) width = Math.max(width, at + 1);
  return { found, width: Math.max(width, column) };
};

/** Cells of earlier rows of the same table that reach down into this one, by column. */
const reachingDown = (row: Element): ReadonlyMap<number, Element> => {
  const rows: Element[] = [];
  for (let at = row.previousElementSibling; at && rows.length < mostRowsBack; at = at.previousElementSibling) {
    rows.unshift(at);
  }
  let open = new Map<number, { cell: Element; left: number }>();
  for (const above of rows) {
    const taken = new Map([...open].map(([column, { cell }]) => [column, cell] as const));
    const { found } = inSequence([...above.children].filter(isTableCell), taken);
    const next = new Map<number, { cell: Element; left: number }>();
    for (const [column, cell] of found) {
      const left = (open.get(column)?.left ?? countIn(cell, 'rowspan')) - 1;
      if (left <= 0) continue;
      for (let at = column; at < column + widthOf(cell); at++) if (!next.has(at)) next.set(at, { cell, left });
    }
    open = next;
  }
  return new Map([...open].map(([column, { cell }]) => [column, cell]));
};

/** The columns of a row of cells of a table, those that reach down from above counted; and how many there are. */
export const tableColumns = (row: Element) => inSequence([...row.children].filter(isTableCell), reachingDown(row));

/**
 * The row's cells by column. `aria-colindex` wins over the place of a cell. Otherwise row and head must have the same width: a
 * cell too many or too few moves all behind it, and where it stands nobody knows. null then.
 */
export const cellsByColumn = (row: Element, cells: readonly Element[], head: Head): CellsByColumn | null => {
  const [first] = cells;
  if (first === undefined) return null;
  let isSimple = true;
  for (const cell of cells) {
    if (!cell.hasAttributes()) continue;
    if (cell.hasAttribute('aria-colindex')) return byColumnIndex(cells);
    if (cell.hasAttribute('colspan')) isSimple = false;
  }
  if (isSimple && head.fits(cells.length)) return cells;
  const { found, width } = inSequence(cells, new Map());
  if (head.fits(width)) return toList(found);
  if (row.localName !== 'tr' || !isTableCell(first)) return null;
  const spanned = tableColumns(row);
  return spanned.width !== width && head.fits(spanned.width) ? toList(spanned.found) : null;
};

const toList = (found: ReadonlyMap<number, Element>): CellsByColumn => {
  const list: (Element | undefined)[] = [];
  for (const [column, cell] of found) list[column] = cell;
  return list;
};
