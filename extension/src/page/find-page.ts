import type { AdapterPage, SiteAdapter } from '@congvu/schema/adapter';
import { columnless } from './columns.ts';
import { queryDeep, type RootWatch } from './deep-query.ts';
import type { PagePlace } from './page-address.ts';
import { toPlace } from './place.ts';
import { findDetailRoot } from './read-page.ts';
import { compilePattern, matchPattern, readLine } from './read-text.ts';

export type FoundPage = {
  readonly adapter: SiteAdapter;
  readonly page: AdapterPage;
  /** In per cent, for a page the generic adapter proposed; null for a written adapter. */
  readonly certainty: number | null;
};

export type PageAddress = Pick<PagePlace, 'host' | 'pathname' | 'hash'>;

/** `*.example.gov.vn` is every host below it; without a port any port fits. */
const isHost = (pattern: string, host: string): boolean => {
  const name = /:\d+$/.test(pattern) ? host : host.replace(/:\d+$/, '');
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) && name.length >= pattern.length : name === pattern;
};

const fits = (page: AdapterPage, { pathname, hash }: PageAddress): boolean =>
  compilePattern(page.path).test(pathname.slice(0, 2_000)) &&
  (page.hash === undefined || compilePattern(page.hash).test(hash.slice(1, 2_000)));

/**
 * The pages of adapters that may stand at this address, in the order of `adapters`: those of the first adapter that has any.
 * Which of them it is, the document tells (see `isPresent`).
 */
export const findPagesForAddress = (adapters: readonly SiteAdapter[], address: PageAddress): readonly FoundPage[] => {
  for (const adapter of adapters) {
    if (adapter.hosts?.every((host) => !isHost(host, address.host.toLowerCase()))) continue;
    const pages = adapter.pages.filter((page) => fits(page, address));
    if (pages.length > 0) return pages.map((page) => ({ adapter, page, certainty: null }));
  }
  return [];
};

/** Are the elements there by which the page is known? */
export const isPresent = (page: AdapterPage, root: ParentNode, watch?: RootWatch): boolean =>
  page.present.every((selector) => queryDeep(root, selector, watch) !== null) &&
  (page.kind === 'LIST' || findDetailRoot(page, root, watch) !== null);

/** UNKNOWN: the adapter names no check, so only time and change can tell. */
export type Identity = 'CERTAIN' | 'OTHER' | 'UNKNOWN';

/** Does what the page shows belong to `address` (path, query and fragment)? */
export const checkIdentity = (page: AdapterPage, root: ParentNode, address: string, watch?: RootWatch): Identity => {
  if (!page.identity) return 'UNKNOWN';
  const expected = matchPattern(page.identity.address, address) ?? page.identity.otherwise;
  const shown = readLine(page.identity.text, toPlace(root, columnless(watch)), 80);
  return expected !== undefined && shown === expected ? 'CERTAIN' : 'OTHER';
};
