import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

/** The version that waits until no screen of ours is open; the browser puts it in place. Outlives the session, names nobody. */
const readyItem = storage.defineItem<string | null>('local:updateReady', { fallback: null });

/** Screens that were open when the person chose to reload are opened again afterwards. */
const reopenItem = storage.defineItem<boolean>('local:reopenDashboard', { fallback: false });

export function keepReady(version: string): Promise<void> {
  return readyItem.setValue(version);
}

/** Calls `hear` with whether another version than this one waits, now and at each change. Returns the way to stop it. */
export function followReady(hear: (isReady: boolean) => void): () => void {
  const current = browser.runtime.getManifest().version;
  const tell = (version: string | null) => hear(version !== null && version !== current);
  void readyItem.getValue().then(tell);
  return readyItem.watch(tell);
}

/** Puts the waiting version in place: the browser closes every screen of ours and starts the new worker. */
export async function applyUpdate(): Promise<void> {
  const dashboard = browser.runtime.getURL('/dashboard.html');
  const tabs = await browser.tabs.query({});
  // Only that one was open, never what it showed: that stands in its address, and names records.
  await reopenItem.setValue(tabs.some(({ url }) => url?.startsWith(dashboard)));
  browser.runtime.reload();
}

/** The browser has put another version in place, asked or not: none waits. */
export function forgetReady(): Promise<void> {
  return readyItem.removeValue();
}

/** After a start of the new version: the dashboard is there again, with the way to sign in. Once, whoever calls. */
export async function reopenDashboard(): Promise<void> {
  if (!(await reopenItem.getValue())) return;
  await reopenItem.removeValue();
  await forgetReady();
  await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
}
