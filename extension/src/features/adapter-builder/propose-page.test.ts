import type { AdapterPage, DetailPage, ListPage } from '@congvu/schema/adapter';
import { adapterPageShape } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { openHtml, openSavedPage } from '../../adapters/saved-page.ts';
import { queryAllDeep } from '../../page/deep-query.ts';
import { beginList } from './begin-list.ts';
import { detailScene, listScene } from './page-scene.ts';
import { proposeField } from './propose-field.ts';
import { proposeHandlers } from './propose-handlers.ts';
import { proposeDetailRoot } from './propose-place.ts';
import { readSample } from './read-sample.ts';
import { deepTextOf } from './row-texts.ts';

const fixtures = import.meta.glob<string>('./saved-pages/*.html', { query: '?raw', import: 'default', eager: true });
const openFixture = (name: string): Document => {
  const html = fixtures[`./saved-pages/${name}.html`];
  if (html === undefined) throw new Error(`there is no fixture ${name}`);
  return openHtml(html);
};

const address = { host: 'vanban.example', path: '/qlvb/den/2026', search: '', hash: '' };
const saysHidden = (element: Element): boolean => /display:\s*none/.test(element.getAttribute('style') ?? '');

/** The innermost element whose text holds `text`: what a person hits with the pointer. */
const at = (root: Document, text: string): Element => {
  const found = allElements(root).filter(
    (element) => deepTextOf(element).includes(text) || (element as HTMLInputElement).value === text,
  );
  const hit = found.findLast((element) => !element.closest('[style*="none"]'));
  if (!hit) throw new Error(`nothing shows ${text}`);
  return hit;
};
const allElements = (root: ParentNode): Element[] =>
  [...root.children].flatMap((element) => [
    element,
    ...(element.shadowRoot ? allElements(element.shadowRoot) : []),
    ...allElements(element),
  ]);

/** Teaches a list as a person does: points at a row, then at its cells. */
const teach = (
  root: Document,
  texts: { number: string; handler: string; deadline: string; secrecy?: string; normal?: readonly string[] },
) => {
  const [start] = beginList(at(root, texts.number), root, address, saysHidden);
  const [rows] = start?.rows ?? [];
  if (!start || !rows) throw new Error('no rows were proposed');
  const [heading = null] = start.headings;
  const list = {
    rows: rows.rows,
    ...(start.cells === undefined ? {} : { cells: start.cells }),
    ...(heading === null ? {} : { headings: heading.headings }),
  };
  const scene = listScene(list, heading, root);
  const source = (field: 'number' | 'deadline' | 'secrecy', text: string) => {
    const proposal = proposeField(field, at(root, text), scene)[0];
    if (!proposal) throw new Error(`nothing was proposed for ${field}`);
    return proposal;
  };
  const number = source('number', texts.number);
  const deadline = source('deadline', texts.deadline);
  const handler = proposeHandlers(at(root, texts.handler), scene)[0];
  if (!handler) throw new Error('nothing was proposed for the handler');
  const page: ListPage = {
    kind: 'LIST',
    path: start.path,
    present: start.present,
    ...list,
    minimumShare: 0.8,
    drawing: start.drawing,
    fields: {
      secrecy:
        texts.secrecy === undefined
          ? { text: [number.source], normal: [] }
          : {
              text: [source('secrecy', texts.secrecy).source],
              normal: (texts.normal ?? []).map((word) => word.toLowerCase()),
            },
      number: [number.source],
      deadline: { text: [deadline.source], format: deadline.format ?? 'dd/MM/yyyy' },
      handlers: handler.handlers,
    },
  };
  return { page, rows, number, deadline, handler, start };
};

const peopleOf = (page: AdapterPage, root: Document) =>
  readSample(page, root, 50).rows.map((row) => [
    row.number,
    row.handlers.map(({ name, code }) => name ?? code).join(' + '),
    row.deadline,
  ]);

describe('pointing at a row and its cells', () => {
  it('of nested tables without headings of their own: rows without the head, columns with colspan counted', () => {
    const root = openFixture('nested-tables');
    const { page, rows, number, handler } = teach(root, {
      number: '77/BC-STC',
      handler: 'Nguyễn Thị Lan',
      deadline: '26/11/2026',
      secrecy: 'Thường',
      normal: ['Thường'],
    });
    expect(adapterPageShape.safeParse(page).error).toBeUndefined();
    expect(rows.found).toBe(5);
    expect(number.source).toEqual({ column: ['số, ký hiệu'] });
    expect(handler.handlers.name).toEqual([{ column: ['cán bộ xử lý'] }]);
    expect(readSample(page, root, 50).figures).toEqual({ found: 5, read: 4, secret: 1 });
    expect(peopleOf(page, root)[1]).toEqual(['77/BC-STC', 'Nguyễn Thị Lan', '2026-11-26']);
  });

  it('of a grid of boxes with made class names: by the names somebody gave', () => {
    const root = openFixture('hashed-grid');
    const { page, rows, handler } = teach(root, {
      number: '226/STP-HC',
      handler: 'Hoàng Minh Tuấn',
      deadline: '02-12-2026',
      secrecy: 'Rà soát văn bản',
      normal: ['góp ý dự thảo', 'rà soát văn bản', 'thanh tra đột xuất'],
    });
    expect(rows.found).toBe(3);
    expect(rows.rows).not.toMatch(/css-|sc-|__|nth/);
    expect(handler.handlers.code?.[0]).toMatchObject({ attribute: 'data-login' });
    expect(peopleOf(page, root)).toEqual([
      ['225/STP-XD', 'Nguyễn Thị Bình', '2026-11-30'],
      ['226/STP-HC', 'Hoàng Minh Tuấn', '2026-12-02'],
      ['227/STP-TT', 'Vũ Tiến Dũng', '2026-12-05'],
    ]);
  });

  it('of an ARIA grid: months before days, given names first', () => {
    const root = openFixture('aria-grid');
    const { page, handler } = teach(root, {
      number: '312/B-FIN',
      handler: 'Bình Trần Văn',
      deadline: '12/25/2026',
      secrecy: 'Normal',
      normal: ['normal'],
    });
    expect(page.cells).toBe('[role="gridcell"], [role="cell"]');
    expect(handler.handlers.order).toBe('GIVEN_FIRST');
    expect(page.fields.deadline?.format).toBe('MM/dd/yyyy');
  });

  it('of cards: a number inside a title, two people in one card, no hidden copy', () => {
    const root = openFixture('cards');
    const { page, rows, number, handler } = teach(root, {
      number: '46/TTr-TCCB',
      handler: 'Phan Thanh Tùng',
      deadline: '30/11/2026',
      secrecy: 'Giao: Phan',
      normal: [],
    });
    expect(rows.found).toBe(3);
    expect(number.source.pattern).toBeDefined();
    expect(handler.handlers.each).toContain('assignee');
    const open = {
      ...page,
      fields: {
        ...page.fields,
        secrecy: { text: [{ attribute: 'class' }], normal: ['card task-card', 'card task-card urgent'] },
      },
    };
    expect(peopleOf(open, root)[0]).toEqual(['45/CV-TCCB', 'Đỗ Thị Mai + Hồ Quốc Việt', '2026-11-28']);
  });

  it('of a cell that names several with post and state: the pieces, and what the title says whole', () => {
    const root = openFixture('people-in-a-cell');
    const { number, handler } = teach(root, {
      number: '816/UB…',
      handler: 'PTP - Nguyễn Đức Long',
      deadline: '30/11/2026',
    });
    expect(number.source).toEqual({ column: ['số ký hiệu'], attribute: 'title' });
    expect(handler.handlers.pieces?.separator).toBe(' ?; ?');
    expect(handler.handlers.pieces?.post).toBeDefined();
    expect(handler.handlers.role.values).toEqual({ 'phối hợp': 'COOPERATE', 'chủ trì': 'LEAD' });
    expect(handler.handlers.order).toBe('FAMILY_FIRST');
  });

  it('of rows in the shadow roots of their own hosts', () => {
    const root = openHtml('<body><doc-list></doc-list></body>');
    const host = root.querySelector('doc-list');
    const inner = host?.attachShadow({ mode: 'open' });
    if (!inner) throw new Error('no shadow root');
    inner.innerHTML = `<section class="documents">${[1, 2, 3].map((n) => `<div class="document-line"><span class="number">10${n}/QĐ-BNV</span><span class="person">Lê Thị Hoa</span><span class="due">0${n}/12/2026</span></div>`).join('')}</section>`;
    const { page, rows, handler } = teach(root, {
      number: '102/QĐ-BNV',
      handler: 'Lê Thị Hoa',
      deadline: '02/12/2026',
    });
    expect(rows.rows).toContain('>>>');
    expect(queryAllDeep(root, page.rows)).toHaveLength(3);
    expect(handler.handlers.name?.[0]).toMatchObject({ select: expect.stringContaining('person') });
  });
});

describe('pages that adapters were written for by hand', () => {
  it('vnpt-ioffice: attributes of the row before all else', () => {
    const root = openSavedPage('vnpt-ioffice', 'list.html');
    const row = root.querySelectorAll('#dt_basic tbody tr')[2];
    const [start] = beginList(row?.querySelector('td.so_ky_hieu') ?? (row as Element), root, address, saysHidden);
    expect(start?.rows[0]?.rows).toMatch(/^#dt_basic tr\[(?:id\^="vb_"|flyid)\]$/);
    const scene = listScene({ rows: start?.rows[0]?.rows ?? '' }, start?.headings[0] ?? null, root);
    const number = proposeField('number', row?.querySelector('td.so_ky_hieu') as Element, scene);
    expect(number.map(({ ground }) => ground)).toEqual(
      [...number.map(({ ground }) => ground)].toSorted((a, b) => order(a) - order(b)),
    );
    expect(number[0]?.source).toEqual({ attribute: 'so_ky_hieu' });
    expect(number.at(-1)?.ground).toBe('POSITION');
  });

  it('single-page-list: headings before classes', () => {
    const root = openSavedPage('single-page-list', 'list.html');
    const { page, number, handler } = teach(root, { number: '1203/', handler: 'Lý Văn Lực', deadline: '20/11/2026' });
    expect(number.source.column).toBeDefined();
    expect(handler.handlers.name?.[0]?.column).toEqual(['người xử lý']);
    expect(queryAllDeep(root, page.rows).length).toBeGreaterThanOrEqual(19);
  });
});

it('a detail page: what stands in inputs, by the last word of a made id', () => {
  const root = openFixture('detail-inputs');
  const picked = [at(root, '99/TTr-SNV'), root.querySelector('select') as Element, at(root, '28/11/2026')];
  const place = proposeDetailRoot(picked, root, new Set());
  const element = root.querySelector(place) as Element;
  const scene = detailScene(element);
  const number = proposeField('number', picked[0] as Element, scene)[0];
  const handler = proposeHandlers(picked[1] as Element, scene)[0];
  expect(number?.source).toMatchObject({ select: 'input[id$="txtSoKyHieu"]', input: true });
  const page: DetailPage = {
    kind: 'DETAIL',
    path: '^/x$',
    present: [],
    root: place,
    fields: {
      secrecy: { text: [{}], normal: [] },
      number: [number?.source ?? {}],
      ...(handler ? { handlers: handler.handlers } : {}),
    },
  };
  expect(
    adapterPageShape.safeParse({ ...page, fields: { ...page.fields, secrecy: { marks: 'ANYWHERE' } } }).error,
  ).toBeUndefined();
});

const order = (ground: string): number =>
  ['ROW_ATTRIBUTE', 'COLUMN', 'ATTRIBUTE', 'CLASS', 'STRUCTURE', 'POSITION'].indexOf(ground);
