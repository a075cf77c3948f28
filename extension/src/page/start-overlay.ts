import type { SiteAdapter } from '@congvu/schema/adapter';
import type { DocumentReading } from '@congvu/schema/page-reading';
import type { BackgroundToPageMessages, MessageResult } from '../messaging/overlay-messages.ts';
import { type AddressWatch, watchAddress } from './address-watch.ts';
import type { BackgroundLink } from './background-link.ts';
import { type FoundPage, findPagesForAddress } from './find-page.ts';
import { createGenericLoader } from './generic/load-generic.ts';
import { createLastingListeners } from './lasting-listeners.ts';
import { pageAddress } from './page-address.ts';
import { showPageNotice } from './page-notice.ts';
import { openPageSession, type PageSession } from './page-session.ts';
import { noticeSandbox } from './sandbox-notice.ts';

export type Overlay = {
  /** Other adapters are in use: begins anew where that changes who reads this address. */
  changeAdapters(): void;
  /** Shows everything again from the start, under a new epoch; nothing to do while the first reading is on its way. */
  readAgain(): void;
  readDocument(parameters: BackgroundToPageMessages['page.readDocument']['parameters']): MessageResult<DocumentReading>;
};

/** Pages told apart by what they say, since adapters come anew from the storage each time. */
const candidatesOf = (pages: readonly FoundPage[]): string => JSON.stringify(pages);

/**
 * Runs the overlay in this page until `signal` ends it. A change of the address withdraws everything at once: the frame is taken
 * out of the page, and what belongs to an earlier epoch is void on both sides.
 */
export const startOverlay = (options: {
  /** Those in use now, in the order in which they are asked. */
  readonly adapters: () => readonly SiteAdapter[];
  readonly link: BackgroundLink;
  readonly language: () => 'vi' | 'en';
  readonly signal: AbortSignal;
}): Overlay => {
  const { adapters, link, language, signal } = options;
  let epoch = 0;
  let asked = '';
  let session: PageSession | null = null;
  let current = new AbortController();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let restarts = 0;

  const begin = (): void => {
    clearTimeout(retry);
    current.abort();
    if (signal.aborted) return;
    current = new AbortController();
    epoch++;
    if (epoch > 1) void link.send('page.withdraw', { epoch });
    session = null;
    const candidates = findPagesForAddress(adapters(), pageAddress());
    asked = candidatesOf(candidates);
    const own = current.signal;
    if (self.origin === 'null') {
      noticeSandbox(candidates.length > 0, () => noticeUnread(own), own);
      return;
    }
    const open = (pages: readonly FoundPage[]): void => {
      session = openPageSession({
        candidates: pages,
        epoch,
        link,
        language,
        signal: own,
        onStale: () => own.aborted || beginLater(),
        isElsewhere: () => address.check() || own.aborted,
      });
    };
    if (candidates.length > 0) open(candidates);
    else void followGeneric(open, own);
  };
  const noticeUnread = (own: AbortSignal): void => {
    const notice = showPageNotice(null, language(), () => void link.send('page.openManualSearch', {}));
    own.addEventListener('abort', notice.remove);
  };
  const loadGeneric = createGenericLoader(link);
  const followGeneric = async (open: (pages: readonly FoundPage[]) => void, own: AbortSignal): Promise<void> => {
    const follow = await loadGeneric();
    if (!own.aborted) follow?.({ onFound: (page) => open([page]), onGone: beginElsewhere, signal: own });
  };
  // A page that throws our frame out each time it draws must not turn for ever: 50 ms, 100 ms … 6.4 s.
  const beginLater = (): void => {
    current.abort();
    session = null;
    retry = setTimeout(begin, 50 * 2 ** Math.min(restarts++, 7));
  };
  const beginElsewhere = (): void => {
    restarts = 0;
    begin();
  };
  const listen = createLastingListeners(signal, beginElsewhere);
  const address: AddressWatch = watchAddress(beginElsewhere, listen, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(retry);
    current.abort();
  });
  // A page kept for "back" must not come back with marks of then; and of a frame that goes, nobody else may tell.
  listen('pagehide', () => {
    current.abort();
    void link.send('page.withdraw', { epoch: epoch + 1 });
  });
  listen('pageshow', (event) => event.persisted && begin());
  begin();

  return {
    changeAdapters() {
      const now = candidatesOf(findPagesForAddress(adapters(), pageAddress()));
      if (now !== asked) beginElsewhere();
    },
    readAgain() {
      // A frame may reach the background before the first reading does; that reading is on its way.
      if (session?.isKnown() !== false) begin();
    },
    readDocument(asked) {
      address.check();
      if (!session) return { ok: false, error: { code: 'NO_DOCUMENT' } };
      if (asked.epoch !== null && asked.epoch !== session.epoch) return { ok: false, error: { code: 'STALE_PAGE' } };
      return session.readDocument(asked.key);
    },
  };
};
