import type { PageReading, PageRow, RowKey } from '@congvu/schema/page-reading';
import { storage } from 'wxt/utils/storage';

/** What one tab's page shows, as its content script told it; nothing of a record is in here. */
export type PageState = {
  readonly documentId: string;
  readonly epoch: number;
  readonly origin: string;
  readonly host: string;
  readonly path: string;
  readonly adapter: { readonly name: string; readonly version: number };
  readonly kind: PageReading['kind'];
  readonly state: PageReading['state'];
  readonly complete: boolean;
  readonly rows: Readonly<Record<RowKey, PageRow>>;
};

export function pageItem(tabId: number) {
  return storage.defineItem<PageState | null>(`session:page:${tabId}`, { fallback: null });
}

/** Rows of one page in one epoch; a longer list than this is a forged or endless page, and its rest is left out. */
export const rowLimit = 5_000;

/**
 * Adds a reading to what is known of the page. A higher epoch, or another loaded document, voids all before it;
 * null: the reading is late (a lower epoch) and changes nothing.
 */
export function addReading(
  before: PageState | null,
  reading: PageReading,
  documentId: string,
  origin: string,
): PageState | null {
  const same = before !== null && before.documentId === documentId;
  if (same && reading.epoch < before.epoch) return null;
  const earlier = same && reading.epoch === before.epoch ? before.rows : {};
  const rows: Record<RowKey, PageRow> = { ...earlier };
  for (const key of reading.removed) delete rows[key];
  let count = Object.keys(rows).length;
  for (const row of reading.changed) {
    if (!(row.key in rows) && ++count > rowLimit) continue;
    rows[row.key] = row;
  }
  return {
    documentId,
    epoch: reading.epoch,
    origin,
    host: reading.host,
    path: reading.path,
    adapter: reading.adapter,
    kind: reading.kind,
    state: reading.state,
    complete: reading.complete,
    rows: reading.state === 'BROKEN' ? {} : rows,
  };
}

/** The worker's own copy of what is stored: a long list is read from the storage once, not at every message. */
const known = new Map<number, PageState | null>();

export async function findPage(tabId: number): Promise<PageState | null> {
  const page = known.get(tabId);
  if (page !== undefined) return page;
  const stored = await pageItem(tabId).getValue();
  // A message that came during the reading has written a newer state already.
  if (!known.has(tabId)) known.set(tabId, stored);
  return known.get(tabId) ?? null;
}

/**
 * Counts at once for this worker; the storage follows, for the next worker and for our screens, once a reading is complete:
 * each writing of 1,000 rows keeps the worker from its messages for 50 ms.
 */
export async function keepPage(tabId: number, page: PageState | null): Promise<void> {
  known.set(tabId, page);
  if (page === null || page.complete) await pageItem(tabId).setValue(page);
}

/** The tab is closed. */
export function forgetPage(tabId: number): Promise<void> {
  known.delete(tabId);
  return pageItem(tabId).removeValue();
}
