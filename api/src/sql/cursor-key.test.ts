import { expect, test } from 'vitest';
import { isPlaceOf } from './cursor-key.ts';

const ID = '0193f5a0-0000-7000-8000-000000000001';

test.each([
  ['uuid', ID],
  ['integer', '12'],
  ['smallint', '2026'],
  ['bigint', '900000000000000000'],
  ['numeric', '93.333333333333333333'],
  ['date', '2026-11-22'],
  ['date', '-infinity'],
  ['timestamptz', '2026-11-22 08:00:00.123+07'],
  ['timestamptz', '2026-11-22 08:00:00+00'],
  ['timestamptz', '2026-11-22 08:00:00.123456+05:30'],
  ['timestamptz', 'infinity'],
  ['text', 'Nguyễn'],
])('%s takes %j', (type, key) => {
  expect(isPlaceOf([{ type }], [key])).toBe(true);
});

test.each([
  ['uuid', 'x'],
  ['integer', '1.5'],
  ['integer', '9999999999'],
  ['smallint', '40000'],
  ['bigint', '9'.repeat(19)],
  ['numeric', '1e9'],
  ['date', '2026-02-30'],
  ['date', 'now'],
  ['timestamptz', '2026-13-01 00:00:00+00'],
  ['timestamptz', '2026-02-30 00:00:00+00'],
  ['timestamptz', 'yesterday'],
  ['text', 'a\0'],
])('%s refuses %j', (type, key) => {
  expect(isPlaceOf([{ type }], [key])).toBe(false);
});

test('a place of another list is none of this', () => {
  const order = [{ type: 'timestamptz' }, { type: 'uuid' }];
  expect(isPlaceOf(order, ['2026-11-22 08:00:00+00', ID])).toBe(true);
  expect(isPlaceOf(order, [ID])).toBe(false);
  expect(isPlaceOf(order, [ID, '2026-11-22 08:00:00+00'])).toBe(false);
  expect(isPlaceOf(order, [])).toBe(false);
});
