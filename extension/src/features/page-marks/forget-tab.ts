import { browser } from 'wxt/browser';
import { targetOf } from '../../messaging/send-to-page.ts';
import { dropSelectionOf, selectionItem } from '../open-document/panel-selection.ts';
import { unbindEarlier } from './frame-ports.ts';
import { forgetPage, type PageState, pagesOf } from './page-state.ts';

/** One document of a tab is gone: what is known of it, and what was chosen on it. The tab's other documents stay. */
export async function forgetDocument(tabId: number, documentId: string): Promise<void> {
  unbindEarlier(tabId, documentId);
  await Promise.all([forgetPage(tabId, documentId), dropSelectionOf(tabId, documentId)]);
}

/** The tab is closed: nothing of what it showed stays. */
export async function forgetTab(tabId: number): Promise<void> {
  const pages = await pagesOf(tabId);
  await Promise.all(pages.map(({ documentId }) => forgetDocument(tabId, documentId)));
  await selectionItem(tabId).removeValue();
}

/**
 * The tab, or a frame in it, has loaded something: where a document that was read is gone, what is known of it goes too. A page that
 * no adapter knows tells nothing by itself, and the last page's document must not stay in the side panel.
 */
export async function forgetLostPages(tabId: number): Promise<void> {
  const forget = async (page: PageState) => {
    if (!(await isLoaded(page))) await forgetDocument(tabId, page.documentId);
  };
  await Promise.all((await pagesOf(tabId)).map(forget));
}

/** Whether a content script of ours still hears in this document. The message itself has no handler and no answer. */
async function isLoaded({ tabId, documentId }: PageState): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, { name: 'page.isThere' }, targetOf(documentId));
    return true;
  } catch (reason) {
    return !(reason instanceof Error && reason.message.includes('Receiving end does not exist'));
  }
}
