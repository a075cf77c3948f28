import type { PageRow } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import { findRows } from './find-rows.ts';

const row = (key: number, number: string, name: string): PageRow => ({
  key,
  number,
  issuer: 'Bộ Nội vụ',
  date: null,
  deadline: null,
  handlers: [{ name, code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' }],
});
const rows = [row(1, '1201/BNV-CCHC', 'Lý Văn Lực'), row(2, '88/UBND-NC', 'Nguyễn Thị Hương')];

it.each([
  ['', [1, 2]],
  ['1201', [1]],
  ['ubnd-nc', [2]],
  ['nguyen thi huong', [2]],
  ['bộ nội vụ', [1, 2]],
  ['khong co', []],
])('finds for %j the rows %j', (typed, keys) => {
  expect(findRows(rows, typed).map(({ key }) => key)).toEqual(keys);
});
