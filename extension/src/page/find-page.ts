import type { AdapterPage, SiteAdapter } from '@congvu/schema/adapter';
import { compilePattern, matchPattern, readLine } from './read-text.ts';

export type FoundPage = {
  readonly adapter: SiteAdapter;
  readonly page: AdapterPage;
  /** In per cent, for a page the generic adapter proposed; null for a written adapter. */
  readonly certainty: number | null;
};

/** The page of an adapter whose path this address has. The first adapter wins; the order is that of `adapters`. */
export const findPageForPath = (adapters: readonly SiteAdapter[], path: string): FoundPage | null => {
  for (const adapter of adapters) {
    for (const page of adapter.pages)
      if (compilePattern(page.path).test(path)) return { adapter, page, certainty: null };
  }
  return null;
};

export const isPresent = (page: AdapterPage, root: ParentNode): boolean =>
  page.present.every((selector) => root.querySelector(selector) !== null) &&
  (page.kind === 'LIST' || root.querySelector(page.root) !== null);

/** UNKNOWN: the adapter names no check, so only time and change can tell. */
export type Identity = 'CERTAIN' | 'OTHER' | 'UNKNOWN';

/** Does what the page shows belong to `address` (path and query)? */
export const checkIdentity = (page: AdapterPage, root: ParentNode, address: string): Identity => {
  if (!page.identity) return 'UNKNOWN';
  const expected = matchPattern(page.identity.address, address) ?? page.identity.otherwise;
  const shown = readLine(page.identity.text, root, new Map(), 80);
  return expected !== undefined && shown === expected ? 'CERTAIN' : 'OTHER';
};
