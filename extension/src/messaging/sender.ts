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
  const url = new URL(sender.url);
  // By its beginning, not by `URL.origin`: that is "null" for our address, and for a local file, in some engines.
  if (sender.url.startsWith(browser.runtime.getURL('/'))) return url.pathname === '/frame.html' ? 'FRAME' : 'SCREEN';
  const isWebPage = url.protocol === 'https:' || url.protocol === 'http:';
  return isWebPage && sender.tab?.id !== undefined ? 'PAGE' : null;
}
