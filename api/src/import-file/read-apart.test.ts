import { expect, test } from 'vitest';
import { toXlsx } from '../sheets/workbook.ts';
import { readApart } from './read-apart.ts';
import { openTable } from './table-file.ts';
import { withPassword } from './testing/hostile-workbooks.ts';

const asked = { sheet: null, charset: null };

test('a file is read in a thread as it would be here, several at once', { timeout: 60_000 }, async () => {
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
