import { saysHidden } from '../shown.ts';

/**
 * One line of a possible list: a table row, an element of role "row", or any box with several boxes in it. `element` is the box whose
 * children (or described cells) are the cells: wrappers and shadow hosts with one child are passed through. `width`: in columns.
 */
export type ListLine = {
  readonly element: Element;
  readonly cells: readonly Element[];
  readonly byRole: boolean;
  readonly width: number;
  /** Of headings over headings: the table's rows they stand in. */
  readonly rows?: readonly Element[];
};

const mostCells = 60;
const cellRoles = "[role='columnheader'],[role='gridcell'],[role='cell'],[role='rowheader']";
const textless = new Set('script style template noscript colgroup link meta head title datalist slot'.split(' '));

/** The element children that are drawn: those of the open shadow root before the element's own. */
export const drawnChildren = (element: Element): readonly Element[] => {
  const found: Element[] = [];
  for (const child of element.shadowRoot?.children ?? []) if (!textless.has(child.localName)) found.push(child);
  for (const child of element.children) if (!textless.has(child.localName)) found.push(child);
  return found;
};

/** A cell over several columns names none of them. */
export const spanOf = (cell: Element): number => {
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
};

const widthOf = (cells: readonly Element[]): number => cells.reduce((sum, cell) => sum + spanOf(cell), 0);

/** A cell that holds a whole table is layout, not the wrapper of a line. */
const isHolder = ({ localName }: Element): boolean => /^(?:table|tbody|thead|ul|ol)$/.test(localName);

/** The line that `element` is, or null where it has fewer than two cells, or too many. Hidden cells count: they hold their place. */
export const toLine = (element: Element): ListLine | null => {
  let at = element;
  for (let depth = 0; depth < 6; depth++) {
    if (at.getAttribute('role') === 'row') {
      const row = at;
      const cells = [...row.querySelectorAll(cellRoles)].filter((cell) => cell.closest("[role='row']") === row);
      if (cells.length >= 2 && cells.length <= mostCells)
        return { element: at, cells, byRole: true, width: widthOf(cells) };
    }
    const children = drawnChildren(at);
    if (children.length > mostCells) return null;
    if (children.length > 1) return { element: at, cells: children, byRole: false, width: widthOf(children) };
    const only = children[0];
    if (!only || saysHidden(only) || isHolder(only)) return null;
    at = only;
  }
  return null;
};

/** So many rows of headings stand over each other at most. */
const tallest = 4;

/**
 * Headings over headings, as wide as their first row: all cells of a table's head of several rows, or of the first rows of a table
 * without one, as far down as a cell of its first row reaches.
 */
export const toTallHead = (group: Element): ListLine | null => {
  if (group.localName !== 'thead' && group.localName !== 'tbody') return null;
  const [first, second] = group.children;
  if (first?.localName !== 'tr' || second?.localName !== 'tr') return null;
  const reach = Math.max(...[...first.children].map((cell) => Number(cell.getAttribute('rowspan') ?? 1) || 1));
  const count = group.localName === 'thead' ? group.childElementCount : reach;
  if (count < 2 || count > tallest) return null;
  const rows = [...group.children].slice(0, count);
  const cells = rows.flatMap((row) => [...row.children]);
  if (cells.length > 2 * mostCells) return null;
  return { element: group, cells, byRole: false, width: widthOf([...first.children]), rows };
};
