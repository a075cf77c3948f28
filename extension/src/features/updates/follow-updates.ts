import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { finishSites, injectIntoOpenTabs, reconcileSites } from '../sites/site-grants.ts';
import { findManagedSites, siteList } from '../sites/site-list.ts';
import { forgetReady, keepReady, reopenDashboard } from './update-ready.ts';

/**
 * Whether a worker has recovered the tabs since the extension was put in place or the browser began: both empty the session's
 * storage. Not told by an event alone: Chromium now and then gives a worker up while it starts after a reload ("No SW"), and
 * the events go with it.
 */
const recoveredItem = storage.defineItem<boolean>('session:tabsRecovered', { fallback: false });

/**
 * After an install, an update, a browser start or a change of the office's policy: the sites' scripts are registered anew,
 * and open tabs get the script of this version. Where the old version's still lives it takes itself out of the page
 * (page/extension-watch.ts). What a worker's death cut short, the next worker finishes, whatever wakes it.
 */
export function followUpdates(): void {
  void begin();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') void forgetReady();
  });
  // Heard to be woken by it.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onUpdateAvailable.addListener(({ version }) => void keepReady(version));
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void recoverTabs();
  });
}

async function begin(): Promise<void> {
  if (!(await recoveredItem.getValue())) {
    await reopenDashboard();
    await recoverTabs();
    await recoveredItem.setValue(true);
  }
  await finishSites();
}

async function recoverTabs(): Promise<void> {
  await reconcileSites();
  const sites = [...(await siteList.getValue()), ...(await findManagedSites())];
  // One behind the other: a browser start restores many tabs, and the worker has a first page to answer.
  for (const site of new Set(sites)) await injectIntoOpenTabs(site);
}
