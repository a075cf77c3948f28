import { useEffect, useState } from 'react';
import { adaptersItem, type KeptAdapters, managedAdaptersItem } from './adapter-store.ts';

export type AdaptersInUse = { readonly published: KeptAdapters; readonly managed: Omit<KeptAdapters, 'fetchedAt'> };

/** What is kept now, followed as the background writes it; null while it is read. */
export function useKeptAdapters(): AdaptersInUse | null {
  const [adapters, setAdapters] = useState<AdaptersInUse | null>(null);
  useEffect(() => {
    const read = () =>
      void Promise.all([adaptersItem.getValue(), managedAdaptersItem.getValue()]).then(([published, managed]) =>
        setAdapters({ published, managed }),
      );
    read();
    const unwatch = [adaptersItem.watch(read), managedAdaptersItem.watch(read)];
    return () => {
      for (const end of unwatch) end();
    };
  }, []);
  return adapters;
}
