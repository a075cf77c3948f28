import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { toXlsx } from '../sheets/workbook.ts';
import { readImportFile } from './read-import-file.ts';
import { openTable } from './table-file.ts';
import type { TableRow } from './table-row.ts';
import { withPassword } from './testing/hostile-workbooks.ts';

const asked = { sheet: null, charset: null };

async function read(bytes: Buffer, more: Partial<Parameters<typeof readImportFile>[1]> = {}) {
  const file = await readImportFile(bytes, { ...asked, ...more });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const rows: TableRow[] = [];
  for await (const row of (await openTable(file.value.content)).rows) rows.push(row);
  return { ...file.value, rows, count: file.value.rows };
}
const refused = async (bytes: Buffer, more = {}) => {
  const file = await readImportFile(bytes, { ...asked, ...more });
  return file.ok ? null : [file.error.path, file.error.error.code];
};

describe('a file of text', () => {
  test('is kept with its lines, quotes and empty lines seen to', async () => {
    const file = await read(Buffer.from('\uFEFFMã;Tên;Ghi chú\r\nA;"B; C";\r\n\r\n;;\r\nD;"E\nF";g\r\n'));
    expect(file).toMatchObject({ format: 'CSV', charset: 'UTF-8', heading: ['Mã', 'Tên', 'Ghi chú'], count: 2 });
    expect(file.rows).toEqual([
      { line: 2, cells: ['A', 'B; C', ''] },
      { line: 6, cells: ['D', 'E\nF', 'g'] },
    ]);
  });

  test('may end its lines in different ways', async () => {
    const { rows } = await read(Buffer.from('a;b\r\n1;2\n3;"4\r\n5"\r6;7\r\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['3', '4\n5'] },
      { line: 5, cells: ['6', '7'] },
    ]);
  });

  test('counts its lines where Windows’ end of one falls on the end of what is read at once', async () => {
    const { rows } = await read(Buffer.from(`a\r\n${'x'.repeat(65_535 - 3)}\r\n2\r\n`));
    expect(rows).toMatchObject([{ line: 2 }, { line: 3, cells: ['2'] }]);
  });

  test('may hold every end of a line inside a cell', async () => {
    const { rows } = await read(Buffer.from('a,b\n"x\u2028y\u2029z","\n"\n'));
    expect(rows).toEqual([{ line: 3, cells: ['x\u2028y\u2029z', '\n'] }]);
  });

  test('is read from a row on', async () => {
    const { content } = await read(Buffer.from('a\n1\n2\n3\n'));
    const rows: TableRow[] = [];
    for await (const row of (await openTable(content, 2)).rows) rows.push(row);
    expect(rows).toEqual([{ line: 4, cells: ['3'] }]);
  });

  test('of an old font is read as what was meant', async () => {
    const old = iconv.encode('M·;Hä vµ tªn\n', 'latin1');
    const bytes = Buffer.concat([old, iconv.encode('CB-1;Nguyễn Văn An\nCB-2;Trần Thị Hường\n', 'tcvn')]);
    expect(await read(bytes)).toMatchObject({ charset: 'TCVN3', rows: [{ cells: ['CB-1', 'Nguyễn Văn An'] }, {}] });
  });

  test('may have one column of an old font beside others of Unicode', async () => {
    const broken = (text: string) => iconv.encode(text, 'tcvn').toString('latin1');
    const text = `Mã,Họ và tên,Chức danh\nA,${broken('Nguyễn Văn An')},Chuyên viên\nB,${broken('Lê Thị Hường')},Trưởng phòng\n`;
    const file = await read(Buffer.from(text));
    expect(file.charset).toBe('TCVN3');
    expect(file.rows.map(({ cells }) => cells)).toEqual([
      ['A', 'Nguyễn Văn An', 'Chuyên viên'],
      ['B', 'Lê Thị Hường', 'Trưởng phòng'],
    ]);
  });

  test('is refused as a whole where it is none, too long or empty', async () => {
    expect(await refused(Buffer.from('a,b\n1,"never closed'))).toEqual(['/upload', 'FILE_UNREADABLE']);
    expect(await refused(Buffer.from('Größe;Müller\nfaçade;naïve', 'latin1'))).toEqual([
      '/encoding',
      'ENCODING_UNKNOWN',
    ]);
    expect(await refused(Buffer.from('a,b\n'))).toEqual(['/upload', 'OUT_OF_RANGE']);
    expect(await refused(Buffer.alloc(0))).toEqual(['/upload', 'BAD_REQUEST']);
    expect(await refused(Buffer.from(`a\n${'1\n'.repeat(LIMITS.importRows + 1)}`))).toEqual([
      '/upload',
      'TOO_MANY_ROWS',
    ]);
  });
});

describe('a workbook', () => {
  const columns = [
    { title: 'Mã', width: 9 },
    { title: 'Họ và tên', width: 9 },
  ];
  const workbook = async (rows: readonly (readonly (string | null)[])[]) =>
    Buffer.from(await toXlsx([{ name: 'Cán bộ', columns, rows }], new Date('2026-11-22')));

  test('is told by its bytes and kept with its sheet', async () => {
    expect(await read(await workbook([['A', 'Nguyễn Văn An']]))).toMatchObject({
      format: 'XLSX',
      charset: null,
      sheet: 'Cán bộ',
      heading: ['Mã', 'Họ và tên'],
      rows: [{ line: 2, cells: ['A', 'Nguyễn Văn An'] }],
    });
  });

  test('with letters of an old font is mended, and says so', async () => {
    const broken = iconv.encode('Đặng Thị Hường', 'tcvn').toString('latin1');
    expect(await read(await workbook([['A', broken]]))).toMatchObject({
      charset: 'TCVN3',
      rows: [{ cells: ['A', 'Đặng Thị Hường'] }],
    });
  });

  test('is refused as a whole where it is protected, of another sheet, or empty', async () => {
    expect(await refused(withPassword())).toEqual(['/upload', 'FILE_UNREADABLE']);
    expect(await refused(await workbook([['A', 'B']]), { sheet: 'X' })).toEqual(['/sheet', 'UNKNOWN_VALUE']);
    expect(await refused(await workbook([]))).toEqual(['/upload', 'OUT_OF_RANGE']);
  });
});
