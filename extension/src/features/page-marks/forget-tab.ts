import { browser } from 'wxt/browser';
import { selectionItem } from '../open-document/panel-selection.ts';
import { findPage, forgetPage } from './page-state.ts';

/** The tab is closed: nothing of what it showed stays. */
export async function forgetTab(tabId: number): Promise<void> {
  await forgetPage(tabId);
  await selectionItem(tabId).removeValue();
}

/**
 * The tab has loaded something: where the document that was read is gone, what is known of it goes too. A page that no
 * adapter knows tells nothing by itself, and the last page's document must not stay in the side panel.
 */
export async function forgetLostPage(tabId: number): Promise<void> {
  const page = await findPage(tabId);
  if (page === null || (await isLoaded(tabId, page.documentId))) return;
  // The new document may have told its rows while the old one was asked for.
  if ((await findPage(tabId))?.documentId !== page.documentId) return;
  await forgetTab(tabId);
}

/** Whether a content script of ours still hears in this document. The message itself has no handler and no answer. */
async function isLoaded(tabId: number, documentId: string): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, { name: 'page.isThere' }, { documentId });
    return true;
  } catch (reason) {
    return !(reason instanceof Error && reason.message.includes('Receiving end does not exist'));
  }
}
