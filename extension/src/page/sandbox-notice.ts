import type { SiteAdapter } from '@congvu/schema/adapter';
import type { BackgroundLink } from './background-link.ts';
import { findPagesForAddress } from './find-page.ts';
import { createLastingListeners } from './lasting-listeners.ts';
import { showPageNotice } from './page-notice.ts';
import type { Overlay } from './start-overlay.ts';

/** So many rows make a page that looks like a list, in whatever tags. */
const fewRows = 3;
const noDocument = { ok: false, error: { code: 'NO_DOCUMENT' } } as const;

/**
 * A sandboxed page has no origin: nothing in it is the site's own, and a frame of ours in it would be nobody's. It is not read. Where an
 * adapter knows its address, or it shows a table, the notice says that the search by hand is left.
 */
export const noticeSandbox = (
  adapters: readonly SiteAdapter[],
  link: BackgroundLink,
  language: () => 'vi' | 'en',
  signal: AbortSignal,
): Overlay => {
  const show = (): void => {
    const rows = document.querySelectorAll('tbody > tr, [role="row"]').length;
    if (signal.aborted || (rows < fewRows && findPagesForAddress(adapters, location).length === 0)) return;
    const notice = showPageNotice(null, language(), () => void link.send('page.openManualSearch', {}));
    signal.addEventListener('abort', () => notice.remove());
  };
  createLastingListeners(signal, show);
  if (document.readyState === 'complete') show();
  else addEventListener('load', show, { once: true, signal });
  return { changeAdapters: () => undefined, readAgain: () => undefined, readDocument: () => noDocument };
};
