import { selectionItem } from '../open-document/panel-selection.ts';
import { forgetPage } from './page-state.ts';

/** The tab is closed: nothing of what it showed stays. */
export async function forgetTab(tabId: number): Promise<void> {
  await forgetPage(tabId);
  await selectionItem(tabId).removeValue();
}
