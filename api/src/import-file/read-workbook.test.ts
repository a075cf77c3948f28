import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toXlsx } from '../sheets/workbook.ts';
import { parseAddress, toAddress } from './cell-address.ts';
import { readWorkbook } from './read-workbook.ts';

const columns = [
  { title: 'Mã cán bộ', width: 9 },
  { title: 'Từ ngày', width: 9 },
  { title: 'Họ và tên', width: 9 },
];
const at = new Date('2026-11-22T00:00:00Z');

async function workbook(change: (sheet: string) => string = (sheet) => sheet): Promise<Buffer> {
  const rows = [
    ['CB-1', { date: '2026-11-01' }, 'Nguyễn Văn An'],
    ['CB-2', 46_327, '=HYPERLINK("x")'],
    [null, null, null],
    ['0012', { date: '2026-11-03' }, 'Trần Thị Hà'],
  ];
  const parts = unzipSync(
    await toXlsx(
      [
        { name: 'Cán bộ', columns, rows },
        { name: 'Khác', columns, rows: [] },
      ],
      at,
    ),
  );
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(change(sheet)) }));
}

const rowsOf = async (archive: Buffer, sheet: string | null = null) => {
  const read = await readWorkbook(archive, sheet);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.rows;
};

describe('a sheet', () => {
  test('is read with its rows where they stand: text, days, numbers', async () => {
    expect(await rowsOf(await workbook())).toEqual([
      { line: 1, cells: ['Mã cán bộ', 'Từ ngày', 'Họ và tên'] },
      { line: 2, cells: ['CB-1', { date: '2026-11-01' }, 'Nguyễn Văn An'] },
      { line: 3, cells: ['CB-2', { number: '46327' }, '=HYPERLINK("x")'] },
      { line: 5, cells: ['0012', { date: '2026-11-03' }, 'Trần Thị Hà'] },
    ]);
  });

  test('is the one named, and one that is not there is refused with those that are', async () => {
    expect(await rowsOf(await workbook(), 'Khác')).toHaveLength(1);
    expect(await readWorkbook(await workbook(), 'Nghỉ')).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_VALUE', payload: { allowed: ['Cán bộ', 'Khác'] } },
    });
  });

  test('counts days from 1904 where the workbook does', async () => {
    const parts = unzipSync(await workbook());
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const changed = book.replace(/<workbookPr[^>]*>/, '').replace(/(<workbook[^>]*>)/, '$1<workbookPr date1904="1"/>');
    const read = await readWorkbook(Buffer.from(zipSync({ ...parts, 'xl/workbook.xml': strToU8(changed) })), null);
    expect(read).toMatchObject({ ok: true, value: { days: '1904' } });
    expect(read.ok && read.value.rows[1]?.cells[1]).toEqual({ date: '2030-11-02' });
  });

  test('says where a formula stands, and not what it came to', async () => {
    const archive = await workbook((sheet) =>
      sheet.replace(/<c r="B3"([^>]*)><v>46327<\/v><\/c>/, '<c r="B3"$1><f>TODAY()</f><v>46327</v></c>'),
    );
    expect((await rowsOf(archive))[2]?.cells).toEqual(['CB-2', { formula: true }, '=HYPERLINK("x")']);
  });

  test('says which cells are merged, in every row they reach', async () => {
    const archive = await workbook((sheet) =>
      sheet.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'),
    );
    const [, second, third] = await rowsOf(archive);
    expect([second?.cells, third?.cells]).toEqual([
      [{ merged: 'A2:B3' }, { merged: 'A2:B3' }, 'Nguyễn Văn An'],
      [{ merged: 'A2:B3' }, { merged: 'A2:B3' }, '=HYPERLINK("x")'],
    ]);
  });
});

describe('a sheet made to fill the memory', () => {
  const cell = (address: string) => `<c r="${address}" t="inlineStr"><is><t>x</t></is></c>`;
  const last = (text: string) => (sheet: string) => sheet.replace('</sheetData>', `${text}</sheetData>`);

  test.each([
    ['a row beyond the last', last(`<row r="4000000000">${cell('A4000000000')}</row>`), 'FILE_UNREADABLE'],
    ['a cell beyond all columns', last(`<row r="9">${cell('ZZZZ9')}</row>`), 'FILE_UNREADABLE'],
    ['a value far to the right', last(`<row r="9">${cell('XFD9')}</row>`), 'LIMIT_EXCEEDED'],
    [
      'a merge that is none',
      (sheet: string) => sheet.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="x:y"/></mergeCells>'),
      'FILE_UNREADABLE',
    ],
    [
      'too many rows',
      last(
        Array.from({ length: 50_001 }, (_, index) => `<row r="${index + 9}">${cell(`A${index + 9}`)}</row>`).join(''),
      ),
      'TOO_MANY_ROWS',
    ],
    ['an element that is never closed', (sheet: string) => sheet.replace('</row>', ''), 'FILE_UNREADABLE'],
  ])('with %s is answered at once', async (_name, change, code) => {
    const read = await readWorkbook(await workbook(change), null);
    expect(read.ok ? 'ok' : read.error.code).toBe(code);
  });

  test('may merge whole columns: what is empty below is not marked', async () => {
    const archive = await workbook((sheet) =>
      sheet.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="E1:XFD1048576"/></mergeCells>'),
    );
    const rows = await rowsOf(archive);
    expect(rows.at(-1)?.line).toBe(5);
    expect(rows.at(-1)?.cells).toHaveLength(256);
  });
});

test.each([
  ['A1', 1, 1],
  ['Z9', 9, 26],
  ['AA10', 10, 27],
  ['XFD1048576', 1_048_576, 16_384],
])('%s is row %i, column %i', (address, row, column) => {
  expect(parseAddress(address)).toEqual({ row, column });
  expect(toAddress({ row, column })).toBe(address);
});
