import { parentAcross, queryAllDeep } from '../deep-query.ts';
import type { BodyLine } from './find-body-lines.ts';
import type { HeadLine } from './find-head-lines.ts';
import { atTop, longestSelector, pathTo, stepsBetween } from './selector-path.ts';

/** The places of a list as selectors, by position: they live as long as this look at the page. */
export type ListSelectors = {
  readonly rows: string;
  readonly headings: string;
  readonly cells: string | undefined;
  /** Where the frame lies, and the element beside which it does. */
  readonly box: string;
  readonly beside: string;
};

const cellsByRole = "[role='gridcell'],[role='cell'],[role='rowheader']";

const commonParent = (elements: readonly Element[]): Element | null => {
  const parents = new Set(elements.map(parentAcross));
  const [only] = parents;
  return parents.size === 1 ? (only ?? null) : null;
};

const tableOf = ({ line }: BodyLine): Element | null =>
  line.element.localName === 'tr' ? line.element.closest('table') : null;

/** The step from what holds the rows to one of them. */
const stepToRow = (first: BodyLine, parent: Element | null): string => {
  const role = first.outer.getAttribute('role') === 'row' ? "[role='row']" : '';
  const name = first.outer.localName + role;
  const shadow = first.outer.parentElement === null ? parent?.shadowRoot : null;
  // Several bodies in one table: the rows of each, those of tables in its cells left out by the child steps.
  return shadow ? ` >>> ${atTop(shadow, name)}` : `>${parent ? '' : 'tbody>'}${name}`;
};

/** Finds it all lines, and among those looked at hardly any other? Beyond them is more of the same. */
const tellsRows = (found: readonly Element[], lines: readonly BodyLine[]): boolean => {
  const expected = new Set(lines.map(({ line }) => line.element));
  const known = new Set(found);
  if ([...expected].some((row) => !known.has(row))) return false;
  const strangers = found.slice(0, expected.size).filter((row) => !expected.has(row)).length;
  return strangers * 5 <= expected.size;
};

/** Rows by parent and name, told from other lines of that parent by the number of their cells where there are others. */
const rowsSelector = (root: Document | Element, head: HeadLine, lines: readonly BodyLine[]): string | null => {
  const [first] = lines;
  if (!first) return null;
  const parent = commonParent(lines.map(({ outer }) => outer));
  const holder = parent ?? tableOf(first);
  const top = holder && pathTo(root, holder);
  if (!top) return null;
  const lastHead = (head.line.rows ?? [head.line.element]).at(-1) ?? null;
  const siblings = [...(parent?.children ?? [])];
  const headAt = siblings.findIndex((child) => child.contains(lastHead));
  const afterHead = headAt < 0 ? '' : `:nth-child(n+${headAt + 2})`;
  const count = first.line.cells.length;
  const inner = stepsBetween(first.outer, first.line.element);
  const isPlain = !first.line.byRole && inner === '';
  const byCount = isPlain ? `:has(>:nth-child(${count})):not(:has(>:nth-child(${count + 1})))` : '';
  for (const narrow of ['', byCount]) {
    const selector = `${top}${stepToRow(first, parent)}${afterHead}${narrow}${inner}`;
    if (selector.length <= longestSelector && tellsRows(queryAllDeep(root, selector), lines)) return selector;
  }
  return null;
};

const headingsSelector = (root: Document | Element, { line }: HeadLine): string | null => {
  const path = pathTo(root, line.element);
  const [first] = line.cells;
  if (path === null || !first) return null;
  const shadow = first.parentElement === null ? line.element.shadowRoot : null;
  const steps = shadow
    ? [` >>> ${atTop(shadow, '*')}`, ` >>> ${atTop(shadow, first.localName)}`]
    : ['>*', `>${first.localName}`, `>tr:nth-child(-n+${line.rows?.length ?? 1})>*`, " [role='columnheader']"];
  for (const step of steps) {
    const found = queryAllDeep(root, path + step);
    if (found.length === line.cells.length && found.every((cell, at) => cell === line.cells[at])) return path + step;
  }
  return null;
};

/** Null where the list cannot be told by selectors, or offers no place for the frame. */
export const toSelectors = (
  root: Document | Element,
  head: HeadLine,
  lines: readonly BodyLine[],
): ListSelectors | null => {
  const [first] = lines;
  const rows = rowsSelector(root, head, lines);
  const headings = headingsSelector(root, head);
  if (!first || rows === null || headings === null) return null;
  const list = tableOf(first) ?? parentAcross(first.outer);
  // A frame cannot lie in a table, nor directly in a shadow root, which is no element.
  const box = list?.parentElement ?? (list?.localName === 'table' ? null : list);
  const boxPath = box && pathTo(root, box);
  const besidePath = list && pathTo(root, list);
  if (!boxPath || !besidePath) return null;
  // Cells of a row that is their shadow host are reached through its root.
  const cell = first.line.cells[0];
  const isInShadow = cell?.parentElement === null && !first.line.byRole;
  const cells = first.line.byRole ? cellsByRole : isInShadow ? ':scope >>> *' : undefined;
  return { rows, headings, cells, box: boxPath, beside: besidePath };
};
