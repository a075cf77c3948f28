import type { SiteAdapter } from '@congvu/schema/adapter';
import { storage } from 'wxt/utils/storage';

/** An adapter that this extension's version cannot use, by what of it can be told. */
export type LeftOut = { readonly name: string; readonly version: number };

/** Adapters as parsed; the page's script reads these two items and parses nothing (page/kept-adapters.ts). */
export type KeptAdapters = {
  /** When the server answered last, milliseconds since the epoch; null: never. */
  readonly fetchedAt: number | null;
  readonly list: readonly SiteAdapter[];
  readonly leftOut: readonly LeftOut[];
};

/** What the server publishes for the person who signed in last. No record is in it, so it stays after a sign-out. */
export const adaptersItem = storage.defineItem<KeptAdapters>('local:adapters', {
  fallback: { fetchedAt: null, list: [], leftOut: [] },
});

/** What the extension itself carries; goes last. Kept for the page's script, which is lighter without. */
export const builtInAdaptersItem = storage.defineItem<Pick<KeptAdapters, 'list'>>('local:builtInAdapters', {
  fallback: { list: [] },
});

/** What the office's policy brings; goes before everything else. */
export const managedAdaptersItem = storage.defineItem<Omit<KeptAdapters, 'fetchedAt'>>('local:managedAdapters', {
  fallback: { list: [], leftOut: [] },
});
