import { expect, test } from 'vitest';
import { toXlsx } from '../sheets/workbook.ts';
import { readApart } from './read-apart.ts';
import { openTable } from './table-file.ts';
import { withPassword } from './testing/hostile-workbooks.ts';

const asked = { sheet: null, charset: null };

test('a file is read in a process of its own as it would be here, several at once', { timeout: 60_000 }, async () => {
  const columns = [
    { title: 'Mã', width: 9 },
    { title: 'Họ và tên', width: 9 },
  ];
  const rows = [['CB-1', 'Nguyễn Văn An']];
  const workbook = Buffer.from(await toXlsx([{ name: 'A', columns, rows }], new Date('2026-11-22')));
  const kept = Buffer.from(workbook);
  const read = await Promise.all(
    [workbook, workbook, Buffer.from('a,b\n1,2\n'), withPassword()].map((each) => readApart(each, asked)),
  );
  expect(read.map((each) => (each.ok ? each.value.format : each.error.error.code))).toEqual([
    'XLSX',
    'XLSX',
    'CSV',
    'FILE_UNREADABLE',
  ]);
  // What was sent is not touched: the upload is read again when it is taken in.
  expect(workbook.equals(kept)).toBe(true);
  const [first] = read;
  if (!first?.ok) throw new Error('not read');
  const table = await openTable(first.value.content);
  expect((await table.rows.next()).value).toEqual({ line: 2, cells: ['CB-1', 'Nguyễn Văn An'] });
});

test.each([
  ['memory', { megabytes: 16, milliseconds: 60_000 }],
  ['time', { megabytes: 768, milliseconds: 20 }],
])(
  'a file that takes more %s than it may is refused, and the next one read',
  { timeout: 60_000 },
  async (_, limits) => {
    const columns = ['a', 'b', 'c', 'd'].map((title) => ({ title, width: 9 }));
    const rows = Array.from({ length: 30_000 }, (_, index) => columns.map(({ title }) => `${title}${index}`));
    const large = Buffer.from(await toXlsx([{ name: 'A', columns, rows }], new Date('2026-11-22')));
    const refused = await readApart(large, asked, limits);
    expect(refused).toMatchObject({ ok: false, error: { path: '/upload', error: { code: 'FILE_UNREADABLE' } } });
    expect(await readApart(Buffer.from('a,b\n1,2\n'), asked)).toMatchObject({ ok: true, value: { format: 'CSV' } });
  },
);
