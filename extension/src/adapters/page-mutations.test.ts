import type { AdapterPage } from '@congvu/schema/adapter';
import { assert, constantFrom, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isPresent } from '../page/find-page.ts';
import type { RowContent } from '../page/read-document.ts';
import { readPage } from '../page/read-page.ts';
import { type AdapterFolder, adapterFolders, type SavedPage } from './adapter-folders.ts';
import { mutations, type Pick } from './page-mutations.ts';
import { openHtml } from './saved-page.ts';

/** A small generator with a seed (mulberry32), so that a failure is found again. */
const pickFrom = (seed: number): Pick => {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
};

/** What would be shown: nothing of a page that is not there or does not fit. */
const readShown = (page: AdapterPage, document: Document): readonly RowContent[] => {
  if (!isPresent(page, document)) return [];
  const { state, documents } = readPage(page, document);
  if (state === 'BROKEN') return [];
  return documents.flatMap(({ reading }) => (reading.state === 'READ' ? [reading.content] : []));
};

/**
 * The original as each of the adapter's sources of a code reads it alone: one who has lost his staff code is known by his user name, and
 * is the same person.
 */
const readByEachCode = (page: AdapterPage, html: string): readonly RowContent[] => {
  const { handlers } = page.fields;
  return (handlers?.code ?? []).flatMap((source) =>
    readShown(
      { ...page, fields: { ...page.fields, handlers: { ...handlers, code: [source] } } } as AdapterPage,
      openHtml(html),
    ),
  );
};

/** Equal to an original reading of this document, or absent: field by field, and the main handler first. */
const isRight = (row: RowContent, originals: readonly RowContent[]): boolean =>
  originals.some((original) => original.number === row.number && isSame(row, original));

const isSame = (row: RowContent, original: RowContent): boolean => {
  const same = (now: unknown, before: unknown) => now === null || now === before;
  if (!same(row.issuer, original.issuer) || !same(row.date, original.date)) return false;
  if (!same(row.deadline, original.deadline)) return false;
  return row.handlers.every((handler, index) => {
    const before = original.handlers[index];
    return (
      before !== undefined &&
      handler.role === before.role &&
      handler.order === before.order &&
      (['name', 'code', 'id', 'unit', 'post'] as const).every((field) => same(handler[field], before[field]))
    );
  });
};

const pageOf = ({ adapter }: AdapterFolder, { expected }: SavedPage): AdapterPage => {
  const page = adapter.pages.find(({ kind }) => kind === expected.kind);
  if (!page) throw new Error(`${adapter.name} has no page of kind ${expected.kind}`);
  return page;
};

/** Readings of the mutated page that are wrong. */
const wrongReadings = (folder: AdapterFolder, saved: SavedPage, names: readonly string[], seed: number) => {
  const page = pageOf(folder, saved);
  const document = openHtml(saved.html);
  const pick = pickFrom(seed);
  for (const name of names) mutations[name]?.(document, page, pick);
  const shown = readShown(page, document);
  const wrong = shown.filter((row) => !isRight(row, saved.expected.rows));
  if (wrong.length === 0) return [];
  const byEachCode = readByEachCode(page, saved.html);
  return wrong.filter((row) => !isRight(row, byEachCode));
};

const all = adapterFolders.flatMap((folder) => folder.pages.map((saved) => ({ folder, saved })));

// A machine with other things to do is no wrong reading.
vi.setConfig({ testTimeout: 60_000 });

describe.each(Object.keys(mutations))('mutated pages are read right or not at all: %s', (name) => {
  it.each(adapterFolders)('$folder', (folder) => {
    for (const saved of folder.pages) {
      const seed = 1 + saved.html.length;
      const wrong = wrongReadings(folder, saved, [name], seed);
      expect({ file: saved.file, wrong }).toEqual({ file: saved.file, wrong: [] });
    }
  });
});

it('so are pages with several mutations at once, chosen anew each run', () => {
  const names = Object.keys(mutations);
  assert(
    property(
      constantFrom(...all),
      uniqueArray(constantFrom(...names), { minLength: 1, maxLength: 4 }),
      integer({ min: 1, max: 2 ** 31 - 1 }),
      ({ folder, saved }, chosen, seed) => {
        expect(wrongReadings(folder, saved, chosen, seed)).toEqual([]);
      },
    ),
    // A failure prints its seed and path; a new seed each run.
    { numRuns: 40 },
  );
});

it.each(['contentWrapped', 'searchHit', 'blanksNonBreaking', 'decomposed', 'rowsDuplicatedHidden', 'idsChanged'])(
  'what does not matter leaves them readable: %s',
  (name) => {
    for (const { folder, pages, adapter } of adapterFolders) {
      // Where an id is all a page has to be known by, its loss is breakage.
      if (name === 'idsChanged' && JSON.stringify(adapter.pages).includes('#')) continue;
      const [saved] = pages.filter(({ expected }) => expected.rows.length > 1);
      if (!saved) throw new Error(`${folder} has no list with rows`);
      const document = openHtml(saved.html);
      const page = pageOf({ folder, adapter, pages }, saved);
      mutations[name]?.(document, page, pickFrom(7));
      expect({ folder, read: readShown(page, document).length }).toEqual({ folder, read: saved.expected.rows.length });
    }
  },
);
