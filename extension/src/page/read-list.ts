import type { ListPage } from '@congvu/schema/adapter';
import { type Columns, noColumns, readColumns } from './columns.ts';
import type { RootWatch } from './deep-query.ts';
import { findRows, type ListRows, noListRows } from './list-rows.ts';
import { type DocumentContent, readDocument } from './read-document.ts';
import { isRendered } from './shown.ts';

/** What each row of a list shows now. Only rows that are new or named as changed are read again. */
export type ListReader = {
  /** Looks which rows there are. Headings are read again, since a column may have moved. */
  enumerate(): void;
  /** In the document's order, as last looked. */
  rows(): ReadonlySet<Element>;
  isUnread(row: Element): boolean;
  /** Reads one row again; null where it turns out to be no document's row. */
  read(row: Element): DocumentContent | null;
  /** Forgets what a row showed, until it is read. False for a row that was not read. */
  forget(row: Element): boolean;
  /** Forgets all rows. */
  forgetAll(): void;
  /** True when what surrounds rows was shown or hidden since. */
  isSightChanged(): boolean;
  readonly readings: ReadonlyMap<Element, DocumentContent>;
  columns(): Columns;
};

/** One cell over the whole width: a month's heading, "Không có dữ liệu", details folded out. */
const isBanner = (row: Element): boolean => {
  const [cell] = row.children;
  return row.children.length === 1 && Number(cell?.getAttribute('colspan') ?? 1) > 1;
};

export const createListReader = (page: ListPage, root: ParentNode, watch?: RootWatch): ListReader => {
  let list: ListRows = noListRows;
  let columns = noColumns;
  const readings = new Map<Element, DocumentContent>();
  const passedOver = new Set<Element>();
  /** Unreadable and yet no sign of a page that changed: a row about no document, or one that nobody sees. */
  const isNoDocument = (row: Element): boolean =>
    list.inner.has(row) || list.outer.has(row) || isBanner(row) || !isRendered(row);
  return {
    readings,
    columns: () => columns,
    isSightChanged: () => list.isSightChanged(),
    enumerate() {
      const before = columns.signature;
      list = findRows(root, page, watch);
      columns = readColumns(root, page, () => list.outer, watch);
      if (columns.signature !== before) this.forgetAll();
      for (const row of readings.keys()) if (!list.rows.has(row)) readings.delete(row);
      for (const row of passedOver) if (!list.rows.has(row)) passedOver.delete(row);
    },
    rows: () => list.rows,
    isUnread: (row) => list.rows.has(row) && !readings.has(row) && !passedOver.has(row),
    read(row) {
      this.forget(row);
      const reading = readDocument(page.fields, row, columns);
      if (reading.state === 'UNREADABLE' && isNoDocument(row)) {
        passedOver.add(row);
        return null;
      }
      readings.set(row, reading);
      return reading;
    },
    forget: (row) => [readings, passedOver].some((known) => known.delete(row)),
    forgetAll() {
      readings.clear();
      passedOver.clear();
    },
  };
};
