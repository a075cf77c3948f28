import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toXlsx } from '../sheets/workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import { lyingArchive, nestedEntries, withPassword } from './testing/hostile-workbooks.ts';

const workbook = async () =>
  Buffer.from(
    await toXlsx([{ name: 'A', columns: [{ title: 'Mã', width: 9 }], rows: [['CB-1']] }], new Date('2026-11-22')),
  );
const refusal = (code: string) => ({ ok: false, error: { code } });

describe('a workbook', () => {
  test('is unpacked to the parts that say what cells hold', async () => {
    const opened = await openWorkbook(await workbook());
    if (!opened.ok) throw new Error(opened.error.code);
    expect([...opened.value.keys()]).toEqual(
      expect.arrayContaining(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']),
    );
  });

  test('that inflates to more than 128 MB is refused while it is inflated, whatever it says', async () => {
    // With enough that does not pack, a hundred times itself would be allowed.
    const bomb = lyingArchive(160 * 1024 * 1024, 2 * 1024 * 1024);
    const opened = await openWorkbook(bomb);
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'ARCHIVE_TOO_LARGE', payload: { maximumBytes: 128 * 1024 * 1024 } },
    });
  });

  test('that inflates to more than a hundred times itself is refused', async () => {
    expect(await openWorkbook(lyingArchive(20 * 1024 * 1024))).toMatchObject({
      ok: false,
      error: { code: 'ARCHIVE_TOO_LARGE', payload: { maximumBytes: expect.any(Number) } },
    });
    expect(lyingArchive(20 * 1024 * 1024).length).toBeLessThan(200 * 1024);
  });

  test('with more than a thousand files inside is refused', async () => {
    expect(await openWorkbook(nestedEntries(1_001))).toMatchObject(refusal('ARCHIVE_TOO_LARGE'));
  });

  test.each([
    ['a text file', async () => Buffer.from('Mã cán bộ;Họ và tên\n')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a workbook with a password', async () => withPassword()],
    ['an archive that is no workbook', async () => Buffer.from(zipSync({ 'a.txt': Buffer.from('a') }))],
    ['one cut in the middle', async () => (await workbook()).subarray(0, 2_000)],
    ['one whose bytes were changed', async () => changed(await workbook())],
    [
      'one with a document type',
      async () => Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') })),
    ],
  ])('is not %s', async (_name, make) => {
    expect(await openWorkbook(await make())).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', payload: { format: 'XLSX' } },
    });
  });
});

/** One byte of the first packed file is another. */
function changed(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  const at = 30 + copy.readUInt16LE(26) + copy.readUInt16LE(28) + 20;
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
