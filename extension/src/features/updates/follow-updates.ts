import { browser } from 'wxt/browser';
import { finishSites, injectIntoOpenTabs, reconcileSites } from '../sites/site-grants.ts';
import { findManagedSites, siteList } from '../sites/site-list.ts';
import { keepReady, reopenDashboard } from './update-ready.ts';

/**
 * After an install, an update, a browser start or a change of the office's policy: the sites' scripts are registered anew,
 * and open tabs get the script of this version. Where the old version's still lives it takes itself out of the page
 * (page/extension-watch.ts). What a worker's death cut short, the next worker finishes.
 */
export function followUpdates(): void {
  void finishSites();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void recoverTabs();
    if (reason === 'update') void reopenDashboard();
  });
  browser.runtime.onStartup.addListener(() => void recoverTabs());
  browser.runtime.onUpdateAvailable.addListener(({ version }) => void keepReady(version));
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void recoverTabs();
  });
}

async function recoverTabs(): Promise<void> {
  await reconcileSites();
  const sites = [...(await siteList.getValue()), ...(await findManagedSites())];
  // One behind the other: a browser start restores many tabs, and the worker has a first page to answer.
  for (const site of new Set(sites)) await injectIntoOpenTabs(site);
}
