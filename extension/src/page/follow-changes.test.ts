import type { DetailPage, ListPage, SiteAdapter } from '@congvu/schema/adapter';
import type { PageReading } from '@congvu/schema/page-reading';
import { afterEach, expect, it, vi } from 'vitest';
import inputValues from '../adapters/observed/input-values/adapter.json' with { type: 'json' };
import nestedTables from '../adapters/observed/nested-tables/adapter.json' with { type: 'json' };
import { getPage, openHtml, openSavedPage } from '../adapters/saved-page.ts';
import { createDetailBody } from './detail-body.ts';
import { createListBody } from './list-body.ts';
import { noRows, type PageChange } from './page-changes.ts';
import type { SessionContext } from './page-session.ts';

// That the files have this shape is proven in saved-pages.test.ts.
const nested = nestedTables as unknown as SiteAdapter;
const inputs = inputValues as unknown as SiteAdapter;
const nothing: PageChange = { rows: noRows, structure: false, everything: false, sight: false, places: true };

/** A body over a document, with what it tells the background. */
const follow = (document: Document) => {
  Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
  vi.stubGlobal('document', document);
  const view = document.defaultView;
  if (!view) throw new Error('the document has a window');
  vi.stubGlobal('window', view);
  vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
  vi.stubGlobal('getComputedStyle', view.getComputedStyle.bind(view));
  vi.stubGlobal('location', { host: 'localhost', pathname: '/', search: '', hash: '', href: 'http://localhost/' });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  const told: Pick<PageReading, 'state' | 'changed' | 'removed' | 'check'>[] = [];
  const context = (adapter: SiteAdapter, page: ListPage | DetailPage): SessionContext => ({
    found: { adapter, page, certainty: null },
    epoch: 1,
    link: { send: async () => ({ ok: false, error: { code: 'NO_ANSWER' } }) },
    signal: new AbortController().signal,
    addOurs: () => undefined,
    watch: { entered: () => undefined, missed: () => undefined },
    narrow: () => undefined,
    setNotice: () => undefined,
    onStale: () => undefined,
    report: (reading) => told.push(reading),
  });
  return { told, context };
};

/** A list whose frame never answers: what is drawn has no part in this. */
const openList = () => {
  const document = openSavedPage('observed/nested-tables', 'list.html');
  const list = getPage(nested, 'LIST');
  const page = { ...list, drawing: { ...list.drawing, box: '#ds', beside: '#ds' } };
  const { told, context } = follow(document);
  const body = createListBody({ ...context(nested, page), link: { send: () => new Promise(() => undefined) } }, page);
  const rows = [...document.querySelectorAll(page.rows)];
  return { document, body, told, rows, page };
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a detail page is read afresh when the panel asks: no observer is told what an input holds', () => {
  const document = openSavedPage('observed/input-values', 'detail.html');
  const page = getPage(inputs, 'DETAIL');
  const { told, context } = follow(document);
  const body = createDetailBody(context(inputs, page), page);
  expect(told).toHaveLength(1);
  const first = told[0]?.changed[0];
  expect(body.readDocument(null)).toMatchObject({ ok: true, value: { number: first?.number, key: first?.key } });
  expect(told).toHaveLength(1);

  const input = document.querySelector<HTMLInputElement>("input[name='nguoi']");
  if (!input || !first) throw new Error('the saved page has the input and was read');
  input.value = 'Phạm Kim Xuân';
  const answer = body.readDocument(first.key);
  expect(answer).toMatchObject({ ok: true, value: { handlers: [{ name: 'Phạm Kim Xuân' }] } });
  expect(answer.ok && answer.value.key).not.toBe(first.key);
  expect(told.at(-1)?.changed).toMatchObject([{ handlers: [{ name: 'Phạm Kim Xuân' }] }]);
});

it('a detail page that became secret in an input is told and read no more', () => {
  const document = openSavedPage('observed/input-values', 'detail.html');
  const page = getPage(inputs, 'DETAIL');
  const { told, context } = follow(document);
  const body = createDetailBody(context(inputs, page), page);
  const secret = document.querySelector<HTMLOptionElement>("select[name='mat'] option[value='1']");
  if (!secret) throw new Error('the saved page has the option');
  secret.selected = true;
  expect(body.readDocument(null)).toEqual({ ok: false, error: { code: 'NO_DOCUMENT' } });
  expect(told.at(-1)).toMatchObject({ changed: [], check: { read: 0, secret: 1 } });
});

it('a recycled row has another key at once, and the same document elsewhere its own', () => {
  vi.useFakeTimers();
  const { body, told, rows } = openList();
  const documents = told.flatMap(({ changed }) => changed);
  const [one, other] = [rows[0], rows[1]];
  if (!one || !other) throw new Error('the saved page has rows');
  const [first, second] = [one.innerHTML, other.innerHTML];
  one.innerHTML = second;
  other.innerHTML = first.replace('Lý Văn Lực', 'Phạm Kim Xuân');
  const before = told.length;
  body.change({ ...nothing, rows: new Set([one, other]) });
  vi.runAllTimers();
  // The document of the second row stands in the first one now: known already. Only the changed handler is new.
  expect(told.slice(before).flatMap(({ changed }) => changed)).toMatchObject([
    { number: documents[0]?.number, handlers: [{ name: 'Phạm Kim Xuân' }] },
  ]);
});

it('after a burst of changes nothing of before counts', () => {
  vi.useFakeTimers();
  const { body, told, rows } = openList();
  for (const row of rows) for (const name of row.querySelectorAll('b')) name.textContent = 'Đặng Hữu Khôi';
  const before = told.length;
  body.change({ rows: noRows, structure: true, everything: true, sight: true, places: true });
  vi.runAllTimers();
  const names = told.slice(before).flatMap(({ changed }) => changed.map(({ handlers }) => handlers[0]?.name));
  // One of them was his before.
  expect(new Set(names)).toEqual(new Set(['Đặng Hữu Khôi']));
  expect(told.at(-1)?.check).toEqual(told[before - 1]?.check);
});

it('a page that keeps changing has most of the time for itself', () => {
  vi.useFakeTimers();
  const { body, told, rows } = openList();
  const before = told.length;
  let now = performance.now();
  // Each piece of our work seems to take 5 ms.
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 5;
    return now;
  });
  for (let burst = 0; burst < 200; burst++) body.change({ ...nothing, structure: true, rows: new Set(rows) });
  expect(told.length - before).toBeLessThan(60);
  vi.mocked(performance.now).mockRestore();
  vi.runAllTimers();
  expect(told.at(-1)?.check).toEqual(told[before - 1]?.check);
});

it('rows in tabs are found when their tab is shown', () => {
  vi.useFakeTimers();
  const document = openHtml(
    `<style>.off{display:none}</style>${['a', 'b']
      .map(
        (tab) =>
          `<div class="${tab === 'a' ? 'on' : 'off'}" id="${tab}"><p class="r" data-n="1/${tab}"><b>Lý Lực</b></p></div>`,
      )
      .join('')}`,
  );
  const list = getPage(nested, 'LIST');
  const page: ListPage = {
    ...list,
    rows: 'p.r',
    headings: undefined,
    fields: {
      secrecy: { marks: 'ANYWHERE' },
      number: [{ attribute: 'data-n' }],
      handlers: { name: [{ select: 'b' }], role: { values: {}, otherwise: 'LEAD' } },
    },
    drawing: { ...list.drawing, box: 'body', beside: 'body' },
  };
  const { told, context } = follow(document);
  const body = createListBody({ ...context(nested, page), link: { send: () => new Promise(() => undefined) } }, page);
  const numbers = () => told.flatMap(({ changed }) => changed.map(({ number }) => number));
  expect(numbers()).toEqual(['1/a']);
  for (const id of ['a', 'b']) document.getElementById(id)?.classList.toggle('off');
  body.change({ ...nothing, sight: true });
  vi.runAllTimers();
  expect(numbers()).toEqual(['1/a', '1/b']);
  expect(told.at(-1)?.check.found).toBe(1);
});
