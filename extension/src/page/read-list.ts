import type { ListPage } from '@congvu/schema/adapter';
import { type Columns, readColumns } from './columns.ts';
import { type DocumentContent, readDocument } from './read-document.ts';

/** What each row of a list shows now. Only rows that are new or named as changed are read again. */
export type ListReader = {
  /** Looks which rows there are; returns those not read yet. Headings are read again, since a column may have moved. */
  enumerate(): readonly Element[];
  /** Reads one row again. */
  read(row: Element): DocumentContent;
  /** Forgets what a row showed, until it is read. */
  forget(row: Element): void;
  readonly readings: ReadonlyMap<Element, DocumentContent>;
  columns(): Columns;
};

export const createListReader = (page: ListPage, root: ParentNode): ListReader => {
  let columns = readColumns(root, page.headings);
  const readings = new Map<Element, DocumentContent>();
  return {
    readings,
    columns: () => columns,
    enumerate() {
      const before = [...columns].join();
      columns = readColumns(root, page.headings);
      if ([...columns].join() !== before) readings.clear();
      const rows = new Set(root.querySelectorAll(page.rows));
      for (const row of readings.keys()) if (!rows.has(row)) readings.delete(row);
      return [...rows].filter((row) => !readings.has(row));
    },
    read(row) {
      const reading = readDocument(page.fields, row, columns);
      readings.set(row, reading);
      return reading;
    },
    forget(row) {
      readings.delete(row);
    },
  };
};
