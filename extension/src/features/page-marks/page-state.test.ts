import type { PageReading, PageRow } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addReading, findPage, forgetPage, keepPage, pagesOf, rowLimit } from './page-state.ts';

const row = (key: number, part: Partial<PageRow> = {}): PageRow => ({
  key,
  number: `${key}/UBND-NC`,
  issuer: null,
  date: null,
  deadline: null,
  handlers: [
    { name: 'Nguyễn Văn An', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
  ],
  ...part,
});
const reading = (part: Partial<PageReading>): PageReading => ({
  epoch: 1,
  adapter: { name: 'vnpt-ioffice', version: 1 },
  host: 'localhost:4100',
  path: '/list',
  kind: 'LIST',
  state: 'READ',
  certainty: null,
  complete: true,
  changed: [],
  removed: [],
  check: { found: 0, read: 0, secret: 0 },
  ...part,
});
const d1 = { tabId: 7, frameId: 0, documentId: 'D1', origin: 'http://localhost:4100' };
const d2 = { ...d1, documentId: 'D2' };
const first = addReading(null, reading({ changed: [row(1), row(2)] }), d1);

it('adds up the rows of one epoch', () => {
  const next = addReading(first, reading({ changed: [row(3), row(1, { number: '9/STC' })], removed: [2] }), d1);
  expect(Object.keys(next?.rows ?? {})).toEqual(['1', '3']);
  expect(next?.rows[1]?.number).toBe('9/STC');
});

it('voids the rows of an earlier epoch', () => {
  const next = addReading(first, reading({ epoch: 2, changed: [row(7)] }), d1);
  expect(Object.keys(next?.rows ?? {})).toEqual(['7']);
});

it('ignores a reading that comes late', () => {
  const second = addReading(first, reading({ epoch: 2 }), d1);
  expect(addReading(second, reading({ epoch: 1, changed: [row(1)] }), d1)).toBeNull();
});

it('voids everything where another document was loaded, though its epochs begin anew', () => {
  const second = addReading(first, reading({ epoch: 5 }), d1);
  expect(addReading(second, reading({ epoch: 1, changed: [row(4)] }), d2)).toMatchObject({
    documentId: 'D2',
    epoch: 1,
    rows: { 4: row(4) },
  });
});

it('keeps no row of a page that cannot be read for certain', () => {
  expect(addReading(first, reading({ state: 'BROKEN' }), d1)?.rows).toEqual({});
});

it('leaves out what an endless page adds above the limit', () => {
  const many = Array.from({ length: rowLimit + 5 }, (_, index) => row(index + 1));
  expect(Object.keys(addReading(null, reading({ changed: many }), d1)?.rows ?? {})).toHaveLength(rowLimit);
});

it('keeps the pages of a tab’s frames apart, and forgets one without the other', async () => {
  fakeBrowser.reset();
  const frame = { ...d2, frameId: 5 };
  const [top, inner] = [addReading(null, reading({}), d1), addReading(null, reading({ changed: [row(9)] }), frame)];
  if (top === null || inner === null) throw new Error('a first reading is never late');
  await keepPage(inner);
  await keepPage(top);
  expect((await pagesOf(7)).map(({ documentId }) => documentId)).toEqual(['D1', 'D2']);
  expect(await pagesOf(70)).toEqual([]);
  await forgetPage(7, 'D1');
  expect(await findPage(7, 'D1')).toBeNull();
  expect(await pagesOf(7)).toEqual([inner]);
});
