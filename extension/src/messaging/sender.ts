import { type Browser, browser } from 'wxt/browser';

/** PAGE: our content script in a web page. FRAME: the overlay's frame. SCREEN: a page of ours that no web page may embed. */
export type SenderKind = 'PAGE' | 'FRAME' | 'SCREEN';

/**
 * Who speaks, by what the browser says of the sender and never by what the message says; null for anyone else.
 *
 * `frame.html` is the only page of ours that a web page can embed (web_accessible_resources), so it is no SCREEN.
 */
export function kindOfSender(sender: Browser.runtime.MessageSender): SenderKind | null {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return null;
  const url = URL.parse(sender.url);
  if (url === null) return null;
  // By its beginning, not by `URL.origin`: that is "null" for our address, and for a local file, in some engines.
  if (sender.url.startsWith(browser.runtime.getURL('/'))) {
    // Inside a sandboxed document our page has no origin of its own: whatever it is then, it is none of ours.
    if (isSandboxed(sender)) return null;
    return url.pathname === '/frame.html' ? 'FRAME' : 'SCREEN';
  }
  return originOfPage(sender) !== null && sender.tab?.id !== undefined ? 'PAGE' : null;
}

/**
 * The origin whose page speaks, http(s) only; null for anything else. A document that a script wrote (about:blank, blob:) has an
 * origin and no address; a sandboxed one has an address and no origin, and here counts as the site it was loaded from.
 */
export function originOfPage({ url, origin }: Browser.runtime.MessageSender): string | null {
  const isLoaded = url !== undefined && /^https?:/.test(url);
  const named = isLoaded ? url : origin;
  return named !== undefined && /^https?:/.test(named) ? (URL.parse(named)?.origin ?? null) : null;
}

/** Sandboxed: the browser gives the document no origin, so that nothing in it may count as the site's own. */
export function isSandboxed({ origin }: Browser.runtime.MessageSender): boolean {
  return origin === 'null';
}

/** The browser's own name of the loaded document; where it names none (Firefox), its place in the tab. */
export function documentIdOf({ documentId, frameId }: Browser.runtime.MessageSender): string {
  return documentId ?? `frame ${frameId ?? 0}`;
}
