import { browser } from 'wxt/browser';

/** Firefox's word for the side panel: one sidebar a window, not one a tab. */
type Sidebar = {
  isOpen(details: { readonly windowId: number }): Promise<boolean>;
  toggle(): Promise<void>;
};

/** Null in Chrome and Edge. */
function findSidebar(): Sidebar | null {
  return 'sidebarAction' in browser ? (browser.sidebarAction as Sidebar) : null; // The types are Chromium's.
}

/** Our icon opens the panel. */
export function openPanelByIcon(): void {
  const sidebar = findSidebar();
  if (sidebar === null) void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else browser.action.onClicked.addListener(() => void sidebar.toggle());
}

/**
 * Opens the side panel of a tab from a click in its page. Called before anything is awaited: Chromium opens it only within
 * the click, and rejects otherwise.
 *
 * Firefox knows no click behind a message, and gives a frame in a page no sidebar to open: where its sidebar is closed, the
 * same panel comes as a small window.
 */
export function openPanel(tabId: number): Promise<void> {
  const sidebar = findSidebar();
  return sidebar === null ? browser.sidePanel.open({ tabId }) : openBesideFirefox(sidebar, tabId);
}

async function openBesideFirefox(sidebar: Sidebar, tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  if (await sidebar.isOpen({ windowId })) return;
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${tabId}`);
  const [opened] = await browser.runtime.getContexts({ documentUrls: [url] });
  if (opened !== undefined && opened.windowId >= 0) {
    await browser.tabs.update(opened.tabId, { active: true });
    await browser.windows.update(opened.windowId, { focused: true });
    return;
  }
  await browser.windows.create({ url, type: 'popup', width: 420, height: 900 });
}
