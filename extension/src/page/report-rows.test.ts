import { rowsPerMessage as limit, type PageReading, pageReadingShape } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import { reportRows, rowsPerMessage } from './report-rows.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: index + 1,
    number: `${index}/UBND`,
    issuer: null,
    date: null,
    deadline: null,
    handlers: [],
  }));

it('knows the limit of the shape it may not import', () => {
  expect(rowsPerMessage).toBe(limit);
});

it.each([
  [0, [0]],
  [1_000, [1_000]],
  [1_001, [1_000, 1]],
  [2_500, [1_000, 1_000, 500]],
])('tells %i rows in messages the background accepts, only the last complete', (count, sizes) => {
  const told: Pick<PageReading, 'changed' | 'complete' | 'removed'>[] = [];
  const place = { epoch: 1, adapter: { name: 'site', version: 1 }, host: 'localhost:4100', path: '/', kind: 'LIST' };
  reportRows(
    (reading) => told.push(pageReadingShape.parse({ ...place, ...reading })),
    { changed: rows(count), removed: [7] },
    { found: count, read: count, secret: 0 },
  );
  expect(told.map(({ changed }) => changed.length)).toEqual(sizes);
  expect(told.map(({ complete }) => complete)).toEqual(sizes.map((_, index) => index === sizes.length - 1));
  expect(told.flatMap(({ removed }) => removed)).toEqual([7]);
});
