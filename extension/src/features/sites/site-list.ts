import { storage } from 'wxt/utils/storage';
import { readPolicy } from '../../settings/server-address.ts';

/** Origins the person switched on, for example "https://vanban.example.gov.vn". The permission itself is the browser's. */
export const siteList = storage.defineItem<readonly string[]>('local:sites', { fallback: [], version: 1 });

/** Origins an office's policy switches on; the person cannot switch these off. */
export async function findManagedSites(): Promise<readonly string[]> {
  const sites = await readPolicy('sites');
  if (!Array.isArray(sites)) return [];
  return sites.flatMap((site) => (typeof site === 'string' ? (parseOrigin(site) ?? []) : []));
}

/** The origin of an http(s) address a person typed or a tab shows; null where there is none. */
export function parseOrigin(text: string): string | null {
  const url = URL.parse(text.trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

/** The narrowest match pattern of an origin. Firefox's patterns know no ports: there it stands for every port of the host. */
export function patternOf(origin: string, knowsPorts: boolean = import.meta.env.FIREFOX !== true): string {
  const { protocol, hostname } = new URL(origin);
  return knowsPorts ? `${origin}/*` : `${protocol}//${hostname}/*`;
}
