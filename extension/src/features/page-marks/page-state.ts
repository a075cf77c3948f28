import type { PageReading, PageRow, RowKey } from '@congvu/schema/page-reading';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { sessionItem } from '../session/session-store.ts';

/**
 * Which document of which tab, by what the browser says of the sender. A tab shows several: frames and framesets. A document that is
 * going away is reported with another `frameId`, so it is known by `documentId` alone.
 */
export type PageSender = {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
};

/** What the page of one document shows, as its content script told it; nothing of a record is in here. */
export type PageState = PageSender & {
  readonly epoch: number;
  readonly host: string;
  readonly path: string;
  readonly adapter: { readonly name: string; readonly version: number };
  readonly kind: PageReading['kind'];
  readonly state: PageReading['state'];
  /** In per cent, of a page that the generic adapter found; null where an adapter was written for it. */
  readonly certainty: PageReading['certainty'];
  /** The self-check of the last reading. */
  readonly check: PageReading['check'];
  readonly complete: boolean;
  readonly rows: Readonly<Record<RowKey, PageRow>>;
};

/** A page that a written adapter claims and cannot read; of the generic one's nobody claimed to know the page. */
export function isBroken(page: Pick<PageState, 'state' | 'certainty'>): boolean {
  return page.state === 'BROKEN' && page.certainty === null;
}

/** Where the storage keeps the pages of one tab: this, and the document. */
export function pagesPrefix(tabId: number): string {
  return `page:${tabId}:`;
}

function pageItem(tabId: number, documentId: string) {
  return storage.defineItem<PageState | null>(`session:${pagesPrefix(tabId)}${documentId}`, { fallback: null });
}

/** Rows of one page in one epoch; a longer list than this is a forged or endless page, and its rest is left out. */
export const rowLimit = 5_000;

/**
 * Adds a reading to what is known of the page. A higher epoch, or another loaded document, voids all before it;
 * null: the reading is late (a lower epoch) and changes nothing.
 */
export function addReading(before: PageState | null, reading: PageReading, sender: PageSender): PageState | null {
  const same = before !== null && before.documentId === sender.documentId;
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
    ...sender,
    epoch: reading.epoch,
    host: reading.host,
    path: reading.path,
    adapter: reading.adapter,
    kind: reading.kind,
    state: reading.state,
    certainty: reading.certainty,
    check: reading.check,
    complete: reading.complete,
    rows: reading.state === 'BROKEN' ? {} : rows,
  };
}

const watchers: ((tabId: number) => void)[] = [];

/** Tells each time what a tab shows is another, whether or not it is stored. For the worker's whole life. */
export function watchPages(onChange: (tabId: number) => void): void {
  watchers.push(onChange);
}

function tellWatchers(tabId: number): void {
  for (const watcher of watchers) watcher(tabId);
}

/** The worker's own copy of what is stored: a long list is read from the storage once, not at every message. */
const known = new Map<string, PageState | null>();

/** What the storage held when this worker began; it is megabytes, so it is looked through once. */
let stored: Promise<readonly string[]> | null = null;

export async function findPage(tabId: number, documentId: string): Promise<PageState | null> {
  const key = pagesPrefix(tabId) + documentId;
  const page = known.get(key);
  if (page !== undefined) return page;
  const kept = await pageItem(tabId, documentId).getValue();
  // A message that came during the reading has written a newer state already.
  if (!known.has(key)) known.set(key, kept);
  return known.get(key) ?? null;
}

/** The pages of all documents a tab shows, the top one first. */
export async function pagesOf(tabId: number): Promise<readonly PageState[]> {
  const prefix = pagesPrefix(tabId);
  stored ??= browser.storage.session.get(null).then(Object.keys);
  const keys = new Set([...(await stored), ...known.keys()].filter((key) => key.startsWith(prefix)));
  const pages = await Promise.all([...keys].map((key) => findPage(tabId, key.slice(prefix.length))));
  return pages.filter((page) => page !== null).sort((left, right) => left.frameId - right.frameId);
}

/** While a list scrolls its rows change twenty times a second: each page is stored once in so many ms, and the last state always. */
const storingPause = 500;

type Storing = { readonly epoch: number; readonly timer: ReturnType<typeof setTimeout> };
/** Pages stored within the last pause. */
const storing = new Map<string, Storing>();

/**
 * Counts at once for this worker; the storage follows, for the next worker and for our screens, once a reading is complete:
 * each writing of 1,000 rows keeps the worker from its messages for 50 ms. Another address's first reading is stored at once, so
 * that no screen of ours shows what was there before. Nothing is stored while nobody is signed in: there is nobody to show it to, and
 * at a sign-in every page tells its rows again.
 */
export async function keepPage(page: PageState): Promise<void> {
  const key = pagesPrefix(page.tabId) + page.documentId;
  known.set(key, page);
  if (!page.complete) return;
  tellWatchers(page.tabId);
  const before = storing.get(key);
  if (before?.epoch === page.epoch) return;
  clearTimeout(before?.timer);
  const storeLast = (): void => {
    storing.delete(key);
    const last = known.get(key);
    if (last && last !== page) void keepPage(last);
  };
  storing.set(key, { epoch: page.epoch, timer: setTimeout(storeLast, storingPause) });
  await storePage(page);
}

async function storePage(page: PageState): Promise<void> {
  if (!(await isSignedIn())) return;
  const item = pageItem(page.tabId, page.documentId);
  await item.setValue(page);
  // A sign-out wipes the storage; what was on its way into it meanwhile goes too.
  if (!(await isSignedIn())) await item.removeValue();
}

async function isSignedIn(): Promise<boolean> {
  return (await sessionItem.getValue()) !== null;
}

/** The document is gone, or shows nothing any more. */
export async function forgetPage(tabId: number, documentId: string): Promise<void> {
  const key = pagesPrefix(tabId) + documentId;
  // Null and not absent: a reading of the storage that is under way must not bring it back.
  known.set(key, null);
  clearTimeout(storing.get(key)?.timer);
  storing.delete(key);
  tellWatchers(tabId);
  await pageItem(tabId, documentId).removeValue();
  if (known.get(key) === null) known.delete(key);
}
