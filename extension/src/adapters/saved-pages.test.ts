import { siteAdapterShape } from '@congvu/schema/adapter';
import { pageRowShape } from '@congvu/schema/page-reading';
import { describe, expect, it } from 'vitest';
import { checkIdentity, findPagesForAddress, isPresent } from '../page/find-page.ts';
import { readSummary } from '../page/read-document.ts';
import { readPage } from '../page/read-page.ts';
import { type AdapterFolder, adapterFolders, type SavedPage } from './adapter-folders.ts';
import { getPage, openHtml, openSavedPage } from './saved-page.ts';

/** The page of the adapter that the document at the expected address is, as a session would find it. */
const findPage = ({ adapter }: AdapterFolder, { expected }: SavedPage, document: Document) => {
  const [host = 'localhost'] = adapter.hosts ?? [];
  const { path, hash } = expected;
  const found = findPagesForAddress([adapter], { host, pathname: path, hash: hash === '' ? '' : `#${hash}` });
  return found.find(({ page }) => isPresent(page, document))?.page;
};

describe.each(adapterFolders)('$folder', (folder) => {
  it('has the shape of an adapter, and at least 3 saved pages', () => {
    expect(siteAdapterShape.parse(folder.adapter)).toEqual(folder.adapter);
    expect(folder.pages.length).toBeGreaterThanOrEqual(3);
  });

  it.each(folder.pages)('reads $file', (saved) => {
    const document = openHtml(saved.html);
    const page = findPage(folder, saved, document);
    expect(page?.kind).toBe(saved.expected.kind);
    if (!page) return;
    const { state, figures, documents } = readPage(page, document);
    const rows = documents.flatMap(({ reading }) => (reading.state === 'READ' ? [reading.content] : []));
    expect(rows).toEqual(saved.expected.rows);
    expect(figures).toEqual(saved.expected.figures);
    expect(state).toBe('READ');
    for (const row of rows) expect(pageRowShape.safeParse({ key: 1, ...row }).success).toBe(true);
    const { path, hash } = saved.expected;
    expect(checkIdentity(page, document, '/another/99?page=99#/doc/99')).not.toBe('CERTAIN');
    if (page.kind === 'DETAIL') expect(checkIdentity(page, document, `${path}#${hash}`)).not.toBe('OTHER');
  });
});

describe('the summary', () => {
  it('is no part of a reading, and is read when asked for', () => {
    const { adapter } = adapterFolders.find(({ folder }) => folder === 'vnpt-ioffice') ?? {};
    if (!adapter) throw new Error('vnpt-ioffice is built in');
    const page = getPage(adapter, 'DETAIL');
    const document = openSavedPage('vnpt-ioffice', 'detail.html');
    const [only] = readPage(page, document).documents;
    expect(JSON.stringify(only?.reading)).not.toContain('hồ sơ 3');
    expect(only && readSummary(page.fields, only.element)).toContain('(hồ sơ 3)');
  });
});
