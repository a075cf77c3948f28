import type { SiteAdapter } from '@congvu/schema/adapter';
import type { RowContent } from '../page/read-document.ts';
import type { CheckFigures } from '../page/self-check.ts';

/** What a saved page must be read as. The builder saves the same beside the pages of the adapters it makes. */
export type ExpectedReading = {
  readonly kind: 'LIST' | 'DETAIL';
  readonly path: string;
  /** Without "#"; "" where the address has none. */
  readonly hash: string;
  readonly figures: CheckFigures;
  /** The documents that are read, in the page's order. */
  readonly rows: readonly RowContent[];
};

export type SavedPage = { readonly file: string; readonly html: string; readonly expected: ExpectedReading };
export type AdapterFolder = {
  readonly folder: string;
  readonly adapter: SiteAdapter;
  readonly pages: readonly SavedPage[];
};

const adapters = import.meta.glob<SiteAdapter>('./**/adapter.json', { import: 'default', eager: true });
const expectations = import.meta.glob<ExpectedReading>('./**/saved-pages/*.expected.json', {
  import: 'default',
  eager: true,
});
const htmls = import.meta.glob<string>('./**/saved-pages/*.html', { query: '?raw', import: 'default', eager: true });

const folderOf = (path: string): string =>
  path.replace(/^\.\//, '').replace(/\/(?:adapter\.json|saved-pages\/.*)$/, '');

/** Every folder with an adapter, shipped or only observed, with its saved pages. For tests. */
export const adapterFolders: readonly AdapterFolder[] = Object.entries(adapters).map(([path, adapter]) => {
  const folder = folderOf(path);
  const pages = Object.entries(htmls)
    .filter(([page]) => folderOf(page) === folder)
    .map(([page, html]) => {
      const expected = expectations[page.replace(/\.html$/, '.expected.json')];
      if (!expected) throw new Error(`${page} has no .expected.json beside it`);
      return { file: page.replace(/^.*\//, ''), html, expected };
    });
  return { folder, adapter, pages };
});
