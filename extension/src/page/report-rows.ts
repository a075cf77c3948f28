import type { PageReading, PageRow, RowKey } from '@congvu/schema/page-reading';
import type { SessionContext } from './page-session.ts';

/**
 * No more than @congvu/schema/page-reading allows, of which a page's bundle may carry the types alone; the test compares the two.
 * A message of 1,000 rows took the browser 30 ms of the page's main thread to write out.
 */
export const rowsPerMessage = 100;

/** Tells the background what is new, in messages of at most 100 rows, the last one `complete`. */
export const reportRows = (
  report: SessionContext['report'],
  { changed, removed }: { readonly changed: readonly PageRow[]; readonly removed: readonly RowKey[] },
  check: PageReading['check'],
): void => {
  let from = 0;
  do {
    const part = changed.slice(from, from + rowsPerMessage);
    from += rowsPerMessage;
    const complete = from >= changed.length;
    report({ state: 'READ', complete, changed: part, removed: complete ? removed : [], check });
  } while (from < changed.length);
};
