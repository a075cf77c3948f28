import { useEffect, useState } from 'react';
import { findManagedSites, siteList } from './site-list.ts';

/** The origins that are on, by the person or by policy. */
export function useSites(): readonly string[] {
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () =>
      void Promise.all([siteList.getValue(), findManagedSites()]).then(([own, managed]) =>
        setSites([...own, ...managed]),
      );
    read();
    return siteList.watch(read);
  }, []);
  return sites;
}
