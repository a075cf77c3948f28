import { browser } from 'wxt/browser';

/** Firefox's word for the side panel: one sidebar a window, not one a tab. */
type Sidebar = { open(): Promise<void>; toggle(): Promise<void> };

/** Null in Chrome and Edge, and where a frame in a page is not given it. */
function findSidebar(): Sidebar | null {
  return 'sidebarAction' in browser ? (browser.sidebarAction as Sidebar) : null; // The types are Chromium's.
}

/**
 * Opens the side panel of a tab. Called at once within a person's own click, before anything is awaited; rejects otherwise.
 * Firefox knows no click behind a message: there the frame that was clicked opens it (`openSidebar`).
 */
export function openPanel(tabId: number): Promise<void> {
  return findSidebar()?.open() ?? browser.sidePanel.open({ tabId });
}

/** From a page of ours that was clicked; nothing to do in Chrome and Edge, whose background opens the panel. */
export function openSidebar(): void {
  void findSidebar()
    ?.open()
    .catch(() => undefined);
}

/** Our icon opens the panel. */
export function openPanelByIcon(): void {
  const sidebar = findSidebar();
  if (sidebar === null) void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else browser.action.onClicked.addListener(() => void sidebar.toggle());
}
