import type { SiteAdapter } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { checkIdentity, isPresent } from '../page/find-page.ts';
import { type DocumentContent, readDocument, readSummary } from '../page/read-document.ts';
import { createListReader } from '../page/read-list.ts';
import { countReadings, passesCheck } from '../page/self-check.ts';
import { getPage, openSavedPage } from './saved-page.ts';
import singlePage from './single-page-list/adapter.json' with { type: 'json' };
import ioffice from './vnpt-ioffice/adapter.json' with { type: 'json' };

// That the files have this shape is proven in built-in-adapters.test.ts.
const vnptIoffice = ioffice as unknown as SiteAdapter;
const singlePageList = singlePage as unknown as SiteAdapter;

const readList = (adapter: SiteAdapter, document: Document): readonly DocumentContent[] => {
  const reader = createListReader(getPage(adapter, 'LIST'), document);
  for (const row of reader.enumerate()) reader.read(row);
  return [...reader.readings.values()];
};

describe('saved lists', () => {
  it.each([
    [vnptIoffice, 'list.html', { found: 20, read: 19, secret: 1 }],
    [vnptIoffice, 'last-page.html', { found: 20, read: 19, secret: 1 }],
    [singlePageList, 'list.html', { found: 19, read: 18, secret: 1 }],
    [singlePageList, 'scrolled-page-2.html', { found: 19, read: 18, secret: 1 }],
  ])('$name reads %s', (adapter, file, figures) => {
    const readings = readList(adapter, openSavedPage(adapter.name, file));
    expect(countReadings(readings, true)).toEqual(figures);
    expect(passesCheck(figures, getPage(adapter, 'LIST').minimumShare)).toBe(true);
  });

  it('vnpt-ioffice reads number, issuer, dates and handler of a row', () => {
    expect(readList(vnptIoffice, openSavedPage('vnpt-ioffice', 'list.html'))[1]).toEqual({
      state: 'READ',
      content: {
        number: '1202/STC-HCSN',
        issuer: 'Sở Tài chính',
        date: '2026-11-15',
        deadline: '2026-11-22',
        handlers: [
          {
            name: 'Nguyễn Thị Hương',
            code: 'AB0010',
            id: null,
            unit: null,
            post: null,
            order: 'FAMILY_FIRST',
            role: 'COOPERATE',
          },
        ],
      },
    });
  });

  it('single-page-list reads by headings, names without codes', () => {
    expect(readList(singlePageList, openSavedPage('single-page-list', 'list.html'))[0]).toEqual({
      state: 'READ',
      content: {
        number: '1201/BNV-CCHC',
        issuer: 'Bộ Nội vụ',
        date: null,
        deadline: '2026-11-20',
        handlers: [
          { name: 'Lý Văn Lực', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
        ],
      },
    });
  });
});

describe('saved details', () => {
  it.each([
    [vnptIoffice, '/ioffice/qlvbdh/van-ban-den/3', '/ioffice/qlvbdh/van-ban-den/4'],
    [singlePageList, '/spa/van-ban/3', '/spa/van-ban/30'],
  ])('$name knows whether the page belongs to the address', (adapter, own, other) => {
    const page = getPage(adapter, 'DETAIL');
    const document = openSavedPage(adapter.name, 'detail.html');
    expect(isPresent(page, document)).toBe(true);
    expect(checkIdentity(page, document, own)).toBe('CERTAIN');
    expect(checkIdentity(page, document, other)).toBe('OTHER');
  });

  it('reads the document and, asked for, its summary', () => {
    const page = getPage(vnptIoffice, 'DETAIL');
    const root = openSavedPage('vnpt-ioffice', 'detail.html').querySelector(page.root);
    if (!root) throw new Error('the saved page has no root');
    const reading = readDocument(page.fields, root);
    expect(reading).toMatchObject({
      state: 'READ',
      content: { number: '1203/VP-TH', handlers: [{ code: 'AB0011' }] },
    });
    expect(JSON.stringify(reading)).not.toContain('hồ sơ 3');
    expect(readSummary(page.fields, root)).toContain('(hồ sơ 3)');
  });

  it('reads nothing of a document marked Mật', () => {
    const page = getPage(vnptIoffice, 'DETAIL');
    const root = openSavedPage('vnpt-ioffice', 'detail-secret.html').querySelector(page.root);
    expect(root && readDocument(page.fields, root)).toEqual({ state: 'SECRET' });
  });
});

describe('mutated pages are read right or not at all', () => {
  const numberAndName = (readings: readonly DocumentContent[]) =>
    readings.map((reading) =>
      reading.state === 'READ' ? [reading.content.number, reading.content.handlers[0]?.name] : reading.state,
    );

  it.each([
    ['class of the handler renamed', vnptIoffice, 'vanbanden_nguoi_xuly', 'x9f3'],
    ['attribute of the number renamed', vnptIoffice, 'so_ky_hieu=', 'sokyhieu='],
    ['mark of secrecy gone', vnptIoffice, 'do_mat=', 'data-m='],
    ['heading of the handler reworded', singlePageList, '>Người xử lý<', '>Cột 4<'],
    ['heading of the handler twice', singlePageList, '>Nơi gửi<', '>Người xử lý<'],
  ] as const)('%s: silent', (_, adapter, from, to) => {
    const document = openSavedPage(adapter.name, 'list.html', (html) => html.replaceAll(from, to));
    expect(passesCheck(countReadings(readList(adapter, document), true), getPage(adapter, 'LIST').minimumShare)).toBe(
      false,
    );
  });

  it('a column moved with its heading: the same people beside the same numbers', () => {
    const document = openSavedPage('single-page-list', 'list.html');
    const expected = numberAndName(readList(singlePageList, document));
    for (const row of document.querySelectorAll('.ds-dau, .ds-dong')) row.prepend(row.children[3] ?? '');
    expect(numberAndName(readList(singlePageList, document))).toEqual(expected);
  });

  it('a cell wrapped and a class renamed that is not asked for: read as before', () => {
    const change = (html: string) => html.replaceAll('<b>', '<b><span class="hit">').replaceAll('</b>', '</span></b>');
    const expected = numberAndName(readList(vnptIoffice, openSavedPage('vnpt-ioffice', 'list.html')));
    const document = openSavedPage('vnpt-ioffice', 'list.html', (html) => change(html).replaceAll('don_vi"', 'q1"'));
    expect(numberAndName(readList(vnptIoffice, document))).toEqual(expected);
  });
});
