import type { ListPage } from '@congvu/schema/adapter';
import type { OuterRows } from './columns.ts';
import { parentAcross, queryAllDeep, type RootWatch } from './deep-query.ts';
import { isAriaHidden, isRendered, saysHidden } from './shown.ts';

/** Beyond this many surroundings of rows, each row has its own, and style sheets are not asked. */
const mostSurroundings = 50;

/** The rows one sees, and those of them that hold others. */
export type ListRows = {
  readonly rows: ReadonlySet<Element>;
  readonly outer: OuterRows;
  readonly inner: ReadonlySet<Element>;
  /** True when what surrounds rows was shown or hidden since: print areas, tabs, modals. */
  isSightChanged(): boolean;
};

export const noListRows: ListRows = {
  rows: new Set(),
  outer: new Map(),
  inner: new Set(),
  isSightChanged: () => false,
};

/** Remembers what was found of each surrounding element: rows stand in few of them. */
const createSight = () => {
  const known = new Map<Element, boolean>();
  const isShown = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentAcross(element);
    const shown = !saysHidden(element) && !isAriaHidden(element) && (parent === null || isShown(parent));
    known.set(element, shown);
    return shown;
  };
  return isShown;
};

/**
 * Finds the rows. Hidden copies (print areas, modals, templates) are no rows. Style sheets are asked of what surrounds them
 * where there are several such places, of which one may be a copy.
 */
export const findRows = (root: ParentNode, page: Pick<ListPage, 'rows'>, watch?: RootWatch): ListRows => {
  const found = queryAllDeep(root, page.rows, watch);
  const surroundings = new Set<Element | null>();
  for (const row of found) surroundings.add(parentAcross(row));
  const look = (): Map<Element | null, boolean> => {
    const isShown = createSight();
    const asksStyle = surroundings.size > 1 && surroundings.size <= mostSurroundings;
    const shown = new Map<Element | null, boolean>();
    for (const place of surroundings) {
      shown.set(place, place === null || (isShown(place) && (!asksStyle || isRendered(place))));
    }
    return shown;
  };
  const sight = look();
  const rows = new Set<Element>();
  const outer = new Map<Element, Element[]>();
  const inner = new Set<Element>();
  const open: Element[] = [];
  for (const row of found) {
    if (!sight.get(parentAcross(row)) || saysHidden(row) || isAriaHidden(row)) continue;
    rows.add(row);
    // In the document's order a row comes before those it holds.
    while (open.length > 0 && !open.at(-1)?.contains(row)) open.pop();
    for (const holder of open) outer.set(holder, [...(outer.get(holder) ?? []), row]);
    if (open.length > 0) inner.add(row);
    open.push(row);
  }
  return {
    rows,
    outer,
    inner,
    isSightChanged() {
      if (surroundings.size > mostSurroundings) return false;
      const now = look();
      return [...sight].some(([place, shown]) => now.get(place) !== shown);
    },
  };
};
