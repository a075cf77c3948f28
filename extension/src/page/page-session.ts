import type { DocumentReading, PageReading, RowKey } from '@congvu/schema/page-reading';
import type { MessageResult } from '../messaging/overlay-messages.ts';
import type { BackgroundLink } from './background-link.ts';
import { type DeepObserver, observeDeep } from './deep-observer.ts';
import type { RootWatch } from './deep-query.ts';
import { createDetailBody } from './detail-body.ts';
import { checkIdentity, type FoundPage, isPresent } from './find-page.ts';
import { createListBody } from './list-body.ts';
import { pageAddress } from './page-address.ts';
import { isPages, type PageChange, toPageChange, watchedAttributes, wholeChange } from './page-changes.ts';
import { type NoticeKind, type PageNotice, showPageNotice } from './page-notice.ts';

/** What one address shows, from its epoch's begin until the address or the content is another. */
export type SessionContext = {
  readonly found: FoundPage;
  readonly epoch: number;
  readonly link: BackgroundLink;
  readonly signal: AbortSignal;
  /** Takes a node for ours, which stands in the page's tree: its mutations are not the page's. */
  readonly addOurs: (node: Node) => void;
  /** Told of every shadow root that is looked into. */
  readonly watch: RootWatch;
  readonly narrow: DeepObserver['narrow'];
  /** Shows or takes away the notice of this kind (UNREADABLE where none is named). */
  setNotice(shown: boolean, place: Element | null, kind?: NoticeKind): void;
  /** The page no longer shows what it did: begin anew under a new epoch. */
  onStale(): void;
  report(reading: Pick<PageReading, 'state' | 'complete' | 'changed' | 'removed' | 'check'>): void;
};

/** The two kinds of page behind one face. */
export type PageBody = {
  change(change: PageChange): void;
  /** Is it one of this page's rows, or its root? Changes outside of them are of the page's structure. */
  isRow(element: Element): boolean;
  readDocument(key: RowKey | null): MessageResult<DocumentReading>;
};

export type PageSession = {
  readonly epoch: number;
  /** False until the background has had two seconds to show what it was told last. */
  isKnown(): boolean;
  readDocument(key: RowKey | null): MessageResult<DocumentReading>;
};

/** After this long without the page the adapter knows, the notice says so. */
const searchTimeout = 5_000;

/** Without a check of identity, content counts as the new address's own after it changed, or after this long. */
const settleTime = 500;

/** Between two looks for the page while it is still being built. */
const lookInterval = 30;

/** A frame may reach the background while the reading is still being stored there, in ms. */
const knownAfter = 2_000;

const nothingRead = { found: 0, read: 0, secret: 0 };

/**
 * Follows the page of one address. Nothing is read before the page is there and certainly belongs to the address; when it
 * stops doing so `onStale` is called. Everything hangs on `signal`.
 */
export const openPageSession = (options: {
  /** Which of them it is, the document tells: the first that is present and certain. */
  readonly candidates: readonly FoundPage[];
  readonly epoch: number;
  readonly link: BackgroundLink;
  readonly language: () => 'vi' | 'en';
  readonly onStale: () => void;
  /** Looks whether the address changed; true when it did, and this session is over. */
  readonly isElsewhere: () => boolean;
  readonly signal: AbortSignal;
}): PageSession => {
  const { candidates, epoch, link, language, onStale, isElsewhere, signal } = options;
  const ours = new Map<Node | null, boolean>();
  const addOurs = (node: Node): void => {
    ours.set(node.parentNode, false).set(node, true);
  };
  const begun = performance.now();
  let found = candidates[0];
  let body: PageBody | null = null;
  const notices = new Map<NoticeKind, PageNotice>();
  let touched = epoch === 1;
  let looking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const setNotice: SessionContext['setNotice'] = (shown, place, kind = 'UNREADABLE') => {
    // Nobody claimed to know a page that the generic adapter found: where it cannot be read, nothing is said.
    if (kind === 'UNREADABLE' && found?.certainty !== null) return;
    const before = notices.get(kind);
    if (shown === (before !== undefined)) return;
    if (before) {
      before.remove();
      notices.delete(kind);
      return;
    }
    const notice = showPageNotice(place, language(), () => void link.send('page.openManualSearch', {}), kind);
    addOurs(notice.element);
    notices.set(kind, notice);
  };
  // One after the other: the background adds each to what it keeps, and two at once would lose one.
  let answeredAt = Number.POSITIVE_INFINITY;
  let reported: Promise<unknown> = Promise.resolve();
  const report: SessionContext['report'] = (reading) => {
    if (!found) return;
    const { adapter, page, certainty } = found;
    const { host, pathname } = pageAddress();
    const message = {
      epoch,
      adapter: { name: adapter.name, version: adapter.version },
      host,
      path: pathname.slice(0, 1_000),
      kind: page.kind,
      certainty,
      ...reading,
    };
    reported = reported.then(async () => {
      if (!signal.aborted) await link.send('page.read', message);
      answeredAt = performance.now();
    });
  };

  const { watch, narrow } = observeDeep({
    attributes: watchedAttributes(candidates.map(({ page }) => page)),
    onRecords: (records) => hear(records),
    // What stands in a root that came late has told nobody.
    onRoot: () => (body ? changeBody(wholeChange) : lookSoon()),
    signal,
  });
  const isCertain = ({ page }: FoundPage): boolean => {
    // A list is read as the parser writes it; a single document is read whole.
    if (page.kind === 'DETAIL' && document.readyState === 'loading') return false;
    if (!isPresent(page, document, watch)) return false;
    const { pathname, search, hash } = pageAddress();
    const identity = checkIdentity(page, document, pathname + search + hash, watch);
    if (identity !== 'UNKNOWN') return identity === 'CERTAIN';
    return body !== null || touched || performance.now() - begun >= settleTime;
  };
  const look = (): void => {
    looking = false;
    lookedAt = performance.now();
    if (signal.aborted || body || isElsewhere()) return;
    const certain = candidates.find(isCertain);
    if (!certain) return;
    found = certain;
    setNotice(false, null);
    const context: SessionContext = { found, epoch, link, signal, addOurs, watch, narrow, setNotice, onStale, report };
    const { page } = found;
    body = page.kind === 'LIST' ? createListBody(context, page) : createDetailBody(context, page);
  };
  const lookSoon = (): void => {
    if (looking) return;
    looking = true;
    // The first look at once: a list that has room made for our strip before it is laid out is laid out once.
    if (performance.now() - lookedAt >= lookInterval) look();
    else setTimeout(look, lookInterval);
  };

  const changeBody = (change: PageChange): void => {
    if (!body || !found) return;
    if ((change.structure || found.page.kind === 'DETAIL') && !isCertain(found)) onStale();
    else body.change(change);
  };
  const hear = (records: readonly MutationRecord[]): void => {
    if (isElsewhere()) return;
    if (body && found) {
      const { page } = found;
      const selector = page.kind === 'LIST' ? page.rows : page.root;
      const change = toPageChange(records, { selector, isRow: body.isRow }, ours);
      if (!change.places) return;
      touched = true;
      changeBody(change);
    } else if (isPages(records, ours)) {
      touched = true;
      lookSoon();
    }
  };
  const settled = setTimeout(look, settleTime);
  let lost: ReturnType<typeof setTimeout> | undefined;
  const beginSearch = (): void => {
    lost = setTimeout(() => {
      if (body || signal.aborted) return;
      report({ state: 'BROKEN', complete: true, changed: [], removed: [], check: nothingRead });
      setNotice(true, null);
    }, searchTimeout);
  };
  // A slow server is no unknown page: the search for what the adapter knows begins when all of the page is there.
  const parsed = (): void => {
    beginSearch();
    if (body) changeBody({ ...wholeChange, everything: false });
    else look();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', parsed, { once: true, signal });
  else beginSearch();
  signal.addEventListener('abort', () => {
    clearTimeout(settled);
    clearTimeout(lost);
    for (const notice of notices.values()) notice.remove();
  });
  look();

  return {
    epoch,
    isKnown: () => performance.now() - answeredAt > knownAfter,
    readDocument: (key) => body?.readDocument(key) ?? { ok: false, error: { code: 'NO_DOCUMENT' } },
  };
};
