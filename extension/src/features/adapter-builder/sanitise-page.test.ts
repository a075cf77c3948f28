import type { ListPage } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { openHtml, openSavedPage } from '../../adapters/saved-page.ts';
import singlePage from '../../adapters/single-page-list/adapter.json' with { type: 'json' };
import ioffice from '../../adapters/vnpt-ioffice/adapter.json' with { type: 'json' };
import { compareShapes } from './compare-readings.ts';
import { readSample } from './read-sample.ts';
import { sanitisePage } from './sanitise-page.ts';

const fixtures = import.meta.glob<string>('./saved-pages/*.html', { query: '?raw', import: 'default', eager: true });
const saysHidden = (element: Element): boolean => /display:\s*none/.test(element.getAttribute('style') ?? '');

const drawing = { box: 'body', beside: 'body', width: 348 } as const;
const lead = { values: {}, otherwise: 'LEAD' } as const;
const nested: ListPage = {
  kind: 'LIST',
  path: '^/$',
  present: [],
  // happy-dom takes ":has(> td > a)" for ":has(> td)".
  rows: 'table[border="1"] > tbody > tr:nth-child(n+2)',
  headings: 'table[border="1"] > tbody > tr:nth-of-type(1) > td',
  minimumShare: 0.8,
  drawing,
  fields: {
    secrecy: { text: [{ column: ['độ mật'] }], normal: ['thường'] },
    number: [{ column: ['số, ký hiệu'] }],
    issuer: [{ column: ['nơi ban hành'], pattern: '.{3,}' }],
    deadline: { text: [{ column: ['hạn xử lý'] }], format: 'dd/MM/yyyy' },
    handlers: { name: [{ column: ['cán bộ xử lý'] }], role: lead },
  },
};
const hashed: ListPage = {
  ...nested,
  rows: 'div[data-testid="incoming-list"] div[data-id]',
  headings: 'div[data-testid="incoming-list"] > div:nth-child(1) > div',
  fields: {
    secrecy: { text: [{ attribute: 'data-id', pattern: '^()' }], normal: [''] },
    number: [{ column: ['số hiệu'] }],
    deadline: { text: [{ column: ['đến hạn'] }], format: 'dd-MM-yyyy' },
    handlers: {
      name: [{ select: 'span[data-login]' }],
      code: [{ select: 'span[data-login]', attribute: 'data-login' }],
      role: lead,
    },
  },
};
const cards: ListPage = {
  ...nested,
  rows: '#congviec > article.task-card',
  fields: {
    secrecy: {
      text: [{ attribute: 'class' }],
      normal: ['card task-card', 'task-card', 'card task-card urgent', 'task-card urgent'],
    },
    number: [{ select: 'h3.task-title', pattern: '([0-9]{1,6}/[A-Za-zĐđ]+-[A-Za-z]+)' }],
    deadline: { text: [{ select: 'p.due', pattern: '([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})' }], format: 'dd/MM/yyyy' },
    handlers: { each: 'a.assignee', name: [{}], id: [{ attribute: 'href', pattern: '([0-9]+)$' }], role: lead },
  },
};
const named: ListPage = {
  ...nested,
  rows: 'table.tbl-vanban > tbody > tr',
  headings: 'table.tbl-vanban > thead > tr > th',
  fields: {
    secrecy: { text: [{ column: ['số đến'], pattern: '^()' }], normal: [''] },
    number: [{ column: ['số ký hiệu'], attribute: 'title' }],
    deadline: { text: [{ column: ['thời hạn'] }], format: 'dd/MM/yyyy' },
    handlers: { name: [{ column: ['người xử lý'] }], role: lead },
  },
};

// The files' shape is proven in src/adapters.
const listOf = (adapter: unknown): ListPage => (adapter as { pages: ListPage[] }).pages[0] as ListPage;
const fixture = (name: string) => fixtures[`./saved-pages/${name}.html`] ?? '';

const cases: readonly (readonly [string, ListPage, () => Document, readonly string[]])[] = [
  [
    'nested tables',
    nested,
    () => openHtml(fixture('nested-tables')),
    [
      'Trần Văn Bình',
      'Nguyễn Thị Lan',
      'Phạm Kim Oanh',
      'Đào Xuân Quý',
      'tuyệt mật',
      'thu ngân sách',
      'UBND tỉnh',
      '8801',
      'a8f1-secret-token',
    ],
  ],
  [
    'a grid with made names',
    hashed,
    () => openHtml(fixture('hashed-grid')),
    ['Nguyễn Thị Bình', 'Đào Xuân Quý', 'binh.nt', '__TOKEN', 'Thanh tra', 'f3a1', 'css-r1'],
  ],
  [
    'cards with two people',
    cards,
    () => openHtml(fixture('cards')),
    ['Đỗ Thị Mai', 'Hồ Quốc Việt', 'nâng lương', '/nguoi-dung/71'],
  ],
  [
    'several people in a cell',
    named,
    () => openHtml(fixture('people-in-a-cell')),
    ['Trần Hữu Phúc', 'Lê Thị Hoa', 'Bùi Anh Khoa', '815/UB…'],
  ],
  [
    'vnpt-ioffice',
    listOf(ioffice),
    () => openSavedPage('vnpt-ioffice', 'list.html'),
    ['Lý Văn Lực', 'AB0010', 'Sở Tài chính', 'hồ sơ 3', 'javascript'],
  ],
  [
    'single-page-list',
    listOf(singlePage),
    () => openSavedPage('single-page-list', 'list.html'),
    ['Nguyễn Thị Hương', 'Bộ Nội vụ', '(hồ sơ 2)'],
  ],
];

describe.each(cases)('the copy of %s', (_, page, open, words) => {
  const root = open();
  const copy = sanitisePage(page, root, saysHidden);
  if (!copy.ok) throw new Error(copy.error.code);
  const { html } = copy;

  it('reads in the same shape: rows, numbers, dates and how many people', () => {
    const original = readSample(page, open(), 30);
    expect(original.rows.length).toBeGreaterThan(1);
    const again = readSample(page, openHtml(html), 30);
    expect(compareShapes(original, again)).toEqual([]);
    expect(again.figures.secret).toBe(0);
  });

  it.each(words)('does not hold %s', (word) => expect(html).not.toContain(word));

  it('holds nothing that runs, loads, links or hides something', () => {
    expect(html).not.toMatch(
      /<script|<style|<link|<img|<iframe|<svg|<!--|\son\w+=|\ssrc=|javascript:|type="hidden"|\sstyle=/i,
    );
    expect(html).not.toMatch(/href="[^"]*[?#]/);
  });

  it('gives one person one fictional name wherever the person stands', () => {
    const before = readSample(page, open(), 30).rows.flatMap(({ handlers }) => handlers.map(({ name }) => name ?? ''));
    const after = readSample(page, openHtml(html), 30).rows.flatMap(({ handlers }) =>
      handlers.map(({ name }) => name ?? ''),
    );
    const names = new Map(before.map((name, index) => [name, after[index]]));
    expect(before.map((name) => names.get(name))).toEqual(after);
    expect(new Set(names.values()).size).toBe(names.size);
  });
});

it('a page of secret documents alone is not copied', () => {
  const html = fixture('nested-tables').replaceAll('>Thường<', '>Mật<');
  expect(sanitisePage(nested, openHtml(html), saysHidden)).toEqual({ ok: false, error: { code: 'SECRET_PAGE' } });
});
