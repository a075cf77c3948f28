import { type AdapterPage, type SiteAdapter, siteAdapterShape } from '@congvu/schema/adapter';
import { toBare } from './stable-token.ts';

/** What a person says of an adapter beside its pages. */
type AdapterFacts = {
  readonly name: string;
  readonly title: string;
  readonly hosts: readonly string[];
};

/** A host as a name: "vanban.snv.example.gov.vn:8080" → "vanban-snv-example-gov-vn". */
export const nameOfHost = (host: string): string => {
  const words = toBare(host.replace(/:\d+$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return words.length >= 2 ? words.slice(0, 60).replace(/-+$/, '') : 'trang-van-ban';
};

const isSamePage = (one: AdapterPage, other: AdapterPage): boolean =>
  one.kind === other.kind && one.path === other.path && one.hash === other.hash;

/**
 * The next version: the taught page in place of the one of the same address and kind, or behind the others. `before` is the
 * latest version of an adapter that is corrected, null for a new one. Null where it is not of the shape.
 */
export const nextVersion = (before: SiteAdapter | null, page: AdapterPage, facts: AdapterFacts): SiteAdapter | null => {
  const pages = before?.pages ?? [];
  const replaces = pages.some((each) => isSamePage(each, page));
  const parsed = siteAdapterShape.safeParse({
    name: before?.name ?? facts.name,
    version: (before?.version ?? 0) + 1,
    title: facts.title.normalize('NFC').trim(),
    basis: before?.basis ?? `Dạy bằng cách chỉ trên trang tại ${facts.hosts.join(', ')}.`,
    hosts: facts.hosts,
    pages: replaces ? pages.map((each) => (isSamePage(each, page) ? page : each)) : [...pages, page],
  });
  return parsed.success ? parsed.data : null;
};

/** Host patterns as a person types them, one a line or between commas; lower case, without scheme and path. */
export const parseHosts = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .replace(/^https?:\/\//, '')
          .replace(/\/.*$/, ''),
      )
      .filter((part) => part !== ''),
  ),
];
