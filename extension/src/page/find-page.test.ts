import type { SiteAdapter } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { builtInAdapters } from '../adapters/built-in-adapters.ts';
import { openHtml } from '../adapters/saved-page.ts';
import { checkIdentity, findPagesForAddress, isPresent } from './find-page.ts';

const [base] = builtInAdapters;
if (!base) throw new Error('there are built-in adapters');
const list = base.pages.find(({ kind }) => kind === 'LIST');
if (list?.kind !== 'LIST') throw new Error('it has a list');

const adapter = (name: string, more: Partial<SiteAdapter>, ...pages: Partial<typeof list>[]): SiteAdapter => ({
  ...base,
  name,
  pages: pages.map((page) => ({ ...list, path: '^/', ...page })),
  ...more,
});
const find = (adapters: readonly SiteAdapter[], address: string) => {
  const { host, pathname, hash } = new URL(address);
  return findPagesForAddress(adapters, { host, pathname, hash }).map(({ adapter: { name } }) => name);
};

describe('the host of an adapter', () => {
  it.each([
    ['vanban.example.gov.vn', 'https://vanban.example.gov.vn/', true],
    ['vanban.example.gov.vn', 'https://vanban.example.gov.vn:8443/', true],
    ['vanban.example.gov.vn', 'https://evil-vanban.example.gov.vn/', false],
    ['*.example.gov.vn', 'https://a.b.example.gov.vn:81/', true],
    ['*.example.gov.vn', 'https://example.gov.vn/', false],
    ['*.example.gov.vn', 'https://evilexample.gov.vn/', false],
    ['localhost:4100', 'http://localhost:4100/', true],
    ['localhost:4100', 'http://localhost:4101/', false],
  ])('%s at %s: %s', (host, address, fits) => {
    expect(find([adapter('site', { hosts: [host] }, {})], address)).toEqual(fits ? ['site'] : []);
  });
});

describe('pages of one address', () => {
  it('are told apart by the fragment', () => {
    const site = adapter('site', {}, { hash: '^/inbox' }, { hash: '^/doc/' });
    expect(findPagesForAddress([site], { host: 'x', pathname: '/', hash: '#/inbox?a=1' })).toMatchObject([
      { page: { hash: '^/inbox' } },
    ]);
    expect(findPagesForAddress([site], { host: 'x', pathname: '/', hash: '' })).toEqual([]);
  });

  it('are all those of the first adapter that has any: the document tells which it is', () => {
    const other = adapter('other', { hosts: ['other.vn'] }, {});
    const two = adapter('two', {}, { present: ['#a'] }, { present: ['x-b >>> #b'] });
    const found = findPagesForAddress([other, two, adapter('three', {}, {})], {
      host: 'x.vn',
      pathname: '/',
      hash: '',
    });
    expect(found.map(({ adapter: { name } }) => name)).toEqual(['two', 'two']);
    const document = openHtml('<x-b><template shadowrootmode="open"><p id="b"></p></template></x-b>');
    expect(found.map(({ page }) => isPresent(page, document))).toEqual([false, true]);
  });

  it('never throw for a selector the browser does not take', () => {
    expect(isPresent({ ...list, present: ['a[['] }, openHtml('<p>'))).toBe(false);
  });
});

it('knows by the fragment whether what is shown belongs to the address', () => {
  const page = { ...list, identity: { address: '#/doc/([0-9]+)', text: [{ select: 'main', attribute: 'data-id' }] } };
  const document = openHtml('<main data-id="7"></main>');
  expect(checkIdentity(page, document, '/x?y#/doc/7')).toBe('CERTAIN');
  expect(checkIdentity(page, document, '/x?y#/doc/8')).toBe('OTHER');
});
