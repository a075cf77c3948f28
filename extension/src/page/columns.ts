import type { ListPage } from '@congvu/schema/adapter';
import { queryAllDeep, type RootWatch } from './deep-query.ts';
import { findHead, type Head, readHeads, toHeading } from './read-heads.ts';
import { type CellsByColumn, cellsByColumn, ownCells } from './row-cells.ts';

/** One row being read: its cells are looked at once, and nothing changes between its fields. */
export type OpenRow = {
  readonly element: Element;
  /** The cell under the first of `headings` that exists; null where the columns of row and head do not fit for certain. */
  cellOf(headings: readonly string[]): Element | null;
  /** False for what stands in a row inside this row. */
  isOwn(element: Element): boolean;
};

/** How the rows of one list are looked at: which cell stands under which heading, and which rows stand inside others. */
export type Columns = {
  openRow(row: Element): OpenRow;
  /** Equal as long as every heading stands where it stood. */
  readonly signature: string;
  readonly watch: RootWatch | undefined;
};

/** A place without columns: the root of a detail page, or the document. */
export const columnless = (watch?: RootWatch): Columns => ({
  openRow: (element) => ({ element, cellOf: () => null, isOwn: () => true }),
  signature: '',
  watch,
});
export const noColumns: Columns = columnless();

/** Rows that hold other rows of the list, with those. */
export type OuterRows = ReadonlyMap<Element, readonly Element[]>;

const noOuterRows: OuterRows = new Map();

/**
 * Reads the headings. A row whose width is not that of its head has no columns, since one of them may have moved. Where a
 * document holds several heads, a row belongs to the one that stands nearest.
 */
export const readColumns = (
  root: ParentNode,
  { headings, cells }: Pick<ListPage, 'headings' | 'cells'>,
  outer: () => OuterRows = () => noOuterRows,
  watch?: RootWatch,
): Columns => {
  const heads = headings === undefined ? [] : readHeads(queryAllDeep(root, headings, watch));
  const headsOfParents = new WeakMap<Element, Head>();
  const headOf = (row: Element): Head | null => {
    if (heads.length < 2) return heads[0] ?? null;
    const parent = row.parentElement ?? row;
    const known = headsOfParents.get(parent);
    if (known) return known;
    const head = findHead(row, heads);
    if (head) headsOfParents.set(parent, head);
    return head;
  };
  // Adapters spell the same few headings for every row.
  const spelled = new Map<string, string>();
  const spell = (heading: string): string => {
    const known = spelled.get(heading) ?? toHeading(heading);
    spelled.set(heading, known);
    return known;
  };
  return {
    openRow(element) {
      const inner = outer().get(element);
      const head = headOf(element);
      let byColumn: CellsByColumn | null | undefined;
      return {
        element,
        cellOf(wanted) {
          if (!head) return null;
          if (byColumn === undefined) byColumn = cellsByColumn(element, ownCells(element, cells, watch), head);
          for (const heading of byColumn ? wanted : []) {
            const column = head.places.get(spell(heading));
            const cell = column === undefined ? undefined : byColumn?.[column];
            if (cell) return cell;
          }
          return null;
        },
        isOwn: (one) => !inner?.some((row) => row.contains(one)),
      };
    },
    signature: heads.map(({ signature }) => signature).join('\u0002'),
    watch,
  };
};
