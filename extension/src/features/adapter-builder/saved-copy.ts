import type { AdapterPage, SiteAdapter } from '@congvu/schema/adapter';
import type { RowContent } from '../../page/read-document.ts';
import { compilePattern } from '../../page/read-text.ts';
import type { CheckFigures } from '../../page/self-check.ts';
import { compareReadings, compareShapes, type Difference } from './compare-readings.ts';
import { type Reading, readSample } from './read-sample.ts';

/** What must be read from a saved page; kept as JSON beside its HTML. */
export type Expected = {
  readonly kind: AdapterPage['kind'];
  readonly path: string;
  readonly hash: string;
  readonly figures: CheckFigures;
  readonly rows: readonly RowContent[];
};

/** A sanitised copy of a page with what must be read from it. */
export type SavedCopy = { readonly name: string; readonly html: string; readonly expected: Expected };

/** All rows a copy can hold, and more. */
const mostRows = 1_000;

/** HTML as a document that runs no script and loads nothing, its declarative shadow roots attached where the browser knows how. */
const openCopy = (html: string): Document =>
  'parseHTMLUnsafe' in Document ? Document.parseHTMLUnsafe(html) : new DOMParser().parseFromString(html, 'text/html');

/** A path without what it says of one document: "/vb/1204" is kept as "/vb/1", where the page's pattern takes it as well. */
const neutralPath = (path: string, page: AdapterPage): string => {
  const neutral = path.replace(/\d+/g, '1');
  return compilePattern(page.path).test(neutral) ? neutral : path;
};

/**
 * Reads the copy as the page was read. `differences` are those of shape, empty where the copy is as good a test as the page:
 * as many rows, each with a number, the same dates and as many people.
 */
export const checkCopy = (
  html: string,
  page: AdapterPage,
  original: Reading,
  place: { readonly name: string; readonly path: string; readonly hash: string },
): { readonly copy: SavedCopy; readonly differences: readonly Difference[] } => {
  const again = readSample(page, openCopy(html), mostRows);
  const expected: Expected = {
    kind: page.kind,
    path: neutralPath(place.path, page),
    hash: place.hash.replace(/^#/, '').replace(/\?.*$/, ''),
    figures: again.figures,
    rows: again.rows,
  };
  return { copy: { name: place.name, html, expected }, differences: compareShapes(original, again) };
};

/** The page of an adapter that a saved page tests: the first of its kind whose path and fragment fit. */
const pageOfCopy = (pages: SiteAdapter['pages'], { kind, path, hash }: Expected): AdapterPage | null =>
  pages.find(
    (page) =>
      page.kind === kind &&
      compilePattern(page.path).test(path) &&
      (page.hash === undefined || compilePattern(page.hash).test(hash)),
  ) ?? null;

/** In what a version reads a saved page otherwise than it must. A page that no page of the adapter fits reads nothing. */
export const recheckCopy = ({ html, expected }: SavedCopy, pages: SiteAdapter['pages']): readonly Difference[] => {
  const page = pageOfCopy(pages, expected);
  const now: Reading =
    page === null
      ? { figures: { found: 0, read: 0, secret: 0 }, rows: [] }
      : readSample(page, openCopy(html), mostRows);
  return compareReadings(expected, now);
};

/** What the version that is saved reads from a copy just taken: the draft may have been corrected since. */
export const freshExpected = (copy: SavedCopy, pages: SiteAdapter['pages']): SavedCopy => {
  const page = pageOfCopy(pages, copy.expected);
  return page === null
    ? copy
    : { ...copy, expected: { ...copy.expected, ...readSample(page, openCopy(copy.html), mostRows) } };
};
