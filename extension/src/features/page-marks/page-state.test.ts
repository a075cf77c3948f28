import type { PageReading, PageRow } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import { addReading, rowLimit } from './page-state.ts';

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
const origin = 'http://localhost:4100';
const first = addReading(null, reading({ changed: [row(1), row(2)] }), 'D1', origin);

it('adds up the rows of one epoch', () => {
  const next = addReading(
    first,
    reading({ changed: [row(3), row(1, { number: '9/STC' })], removed: [2] }),
    'D1',
    origin,
  );
  expect(Object.keys(next?.rows ?? {})).toEqual(['1', '3']);
  expect(next?.rows[1]?.number).toBe('9/STC');
});

it('voids the rows of an earlier epoch', () => {
  const next = addReading(first, reading({ epoch: 2, changed: [row(7)] }), 'D1', origin);
  expect(Object.keys(next?.rows ?? {})).toEqual(['7']);
});

it('ignores a reading that comes late', () => {
  const second = addReading(first, reading({ epoch: 2 }), 'D1', origin);
  expect(addReading(second, reading({ epoch: 1, changed: [row(1)] }), 'D1', origin)).toBeNull();
});

it('voids everything where another document was loaded, though its epochs begin anew', () => {
  const second = addReading(first, reading({ epoch: 5 }), 'D1', origin);
  expect(addReading(second, reading({ epoch: 1, changed: [row(4)] }), 'D2', origin)).toMatchObject({
    documentId: 'D2',
    epoch: 1,
    rows: { 4: row(4) },
  });
});

it('keeps no row of a page that cannot be read for certain', () => {
  expect(addReading(first, reading({ state: 'BROKEN' }), 'D1', origin)?.rows).toEqual({});
});

it('leaves out what an endless page adds above the limit', () => {
  const many = Array.from({ length: rowLimit + 5 }, (_, index) => row(index + 1));
  expect(Object.keys(addReading(null, reading({ changed: many }), 'D1', origin)?.rows ?? {})).toHaveLength(rowLimit);
});
