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

it('keeps to the limit of the shape it may not import', () => {
  expect(rowsPerMessage).toBeLessThanOrEqual(limit);
});

it.each([
  [0, [0]],
  [100, [100]],
  [101, [100, 1]],
  [250, [100, 100, 50]],
])('tells %i rows in messages the background accepts, only the last complete', (count, sizes) => {
  const told: Pick<PageReading, 'changed' | 'complete' | 'removed'>[] = [];
  const place = {
    epoch: 1,
    adapter: { name: 'site', version: 1 },
    host: 'localhost:4100',
    path: '/',
    kind: 'LIST',
    certainty: null,
  };
  reportRows(
    (reading) => told.push(pageReadingShape.parse({ ...place, ...reading })),
    { changed: rows(count), removed: [7] },
    { found: count, read: count, secret: 0 },
  );
  expect(told.map(({ changed }) => changed.length)).toEqual(sizes);
  expect(told.map(({ complete }) => complete)).toEqual(sizes.map((_, index) => index === sizes.length - 1));
  expect(told.flatMap(({ removed }) => removed)).toEqual([7]);
});
