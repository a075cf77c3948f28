import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { findManagedSites, patternOf, siteList } from './site-list.ts';

export type Sites = {
  /** Origins that are on, by the person or by policy, and that the browser lets us read. */
  readonly on: readonly string[];
  /** Origins the office's policy names and the browser has not granted: a policy cannot grant them, one click does. */
  readonly ungranted: readonly string[];
  /** Origins of the office's policy, which the person cannot switch off. */
  readonly managed: readonly string[];
};

export function useSites(): Sites {
  const [sites, setSites] = useState<Sites>({ on: [], ungranted: [], managed: [] });
  useEffect(() => {
    const read = () => void findSites().then(setSites);
    read();
    const unwatch = siteList.watch(read);
    // The policy's own area alone: the session area changes with every row that is read.
    const onPolicy = (_changes: unknown, area: string) => area === 'managed' && read();
    browser.storage.onChanged.addListener(onPolicy);
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      unwatch();
      browser.storage.onChanged.removeListener(onPolicy);
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return sites;
}

async function findSites(): Promise<Sites> {
  const managed = await findManagedSites();
  const listed = [...new Set([...(await siteList.getValue()), ...managed])];
  const grants = await Promise.all(
    listed.map((origin) => browser.permissions.contains({ origins: [patternOf(origin)] })),
  );
  return {
    on: listed.filter((_, index) => grants[index]),
    ungranted: listed.filter((_, index) => !grants[index]),
    managed,
  };
}
