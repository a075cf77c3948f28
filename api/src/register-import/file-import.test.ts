import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lyingArchive, withPassword } from '../import-file/testing/hostile-workbooks.ts';
import { withMerge } from './testing/changed-sheet.ts';
import { csv, openFileOffice, workbook } from './testing/file-office.ts';
import { PEOPLE_COLUMNS, personRow } from './testing/people-file.ts';

let files: Awaited<ReturnType<typeof openFileOffice>>;
beforeAll(async () => {
  files = await openFileOffice();
  const heading = ['code', 'name', 'parent', 'validFrom', 'groups'];
  const unit = ['H99.01.90', 'Phòng Mới', 'H99.01', '2026-11-01', 'NHOM-90:Chuyên viên phòng mới'];
  const { id } = await files.previewed({ register: 'UNIT', file: csv(heading, unit) });
  expect((await files.takenIn(id)).taken.committed).toBe(1);
});
afterAll(() => files?.close());

const count = async (table: string, where: string) =>
  (await files.rows<{ count: number }>(`select count(*)::integer as count from congvu.${table} where ${where}`))[0]
    ?.count;

describe('a file as a whole', () => {
  const refused = async (file: Buffer | string, over: object = {}) => {
    const { answer } = await files.preview({ register: 'EMPLOYEE', file, ...over });
    return answer?.fields?.map(({ path, code }: { path: string; code: string }) => [path, code]) ?? answer;
  };
  const good = csv(PEOPLE_COLUMNS, personRow('M-20', 'Nguyễn Thị Yến'));

  test.each([
    ['a bomb', async () => lyingArchive(20 * 1024 * 1024), 'ARCHIVE_TOO_LARGE'],
    ['one with a password', async () => withPassword(), 'FILE_UNREADABLE'],
    [
      'one cut in the middle',
      async () => (await workbook(PEOPLE_COLUMNS, [personRow('M-20', 'A')])).subarray(0, 3_000),
      'FILE_UNREADABLE',
    ],
    [
      'one with a merged heading',
      async () => withMerge(await workbook(PEOPLE_COLUMNS, [personRow('M-20', 'A')]), 'A1:B1'),
      'MERGED_CELLS',
    ],
    ['a text without an end', async () => Buffer.from('code;name\n1;"a'), 'FILE_UNREADABLE'],
    ['one without a required column', async () => Buffer.from('code;name\n1;a'), 'MISSING'],
    ['one without a row', async () => Buffer.from(`${PEOPLE_COLUMNS.join(';')}\n`), 'OUT_OF_RANGE'],
    [
      'one of too many rows',
      async () => Buffer.from(`${PEOPLE_COLUMNS.join(';')}\n${'1\n'.repeat(60_001)}`),
      'TOO_MANY_ROWS',
    ],
  ])(
    'that is %s is refused at the upload, and leaves nothing behind',
    { timeout: 120_000 },
    async (_name, make, code) => {
      const jobs = await count('job', 'true');
      expect(await refused(await make())).toEqual([['/upload', code]]);
      expect(await count('job', 'true')).toBe(jobs);
    },
  );

  test('is refused at what can mend it', async () => {
    expect(await refused(Buffer.from('Größe;Müller\nfaçade;naïve', 'latin1'))).toEqual([
      ['/encoding', 'ENCODING_UNKNOWN'],
    ]);
    expect(await refused(await workbook(PEOPLE_COLUMNS, [personRow('M-20', 'A')]), { sheet: 'Khác' })).toEqual([
      ['/sheet', 'UNKNOWN_VALUE'],
    ]);
    const { answer } = await files.preview({ register: 'EMPLOYEE', file: good, unit: 'H99' }, 'nhansu');
    expect(answer.__typename).toBe('Job');
    await files.follow(answer.id);
  });

  test('is taken in for who may, of an upload of his own', async () => {
    const upload = await files.upload(good);
    const input = { idempotencyKey: crypto.randomUUID(), register: 'EMPLOYEE', unit: 'H99.01', upload };
    const ask = (userName: string, over: object = {}) =>
      files.office.as(userName)(
        'mutation M($input: PreviewImportInput!) { previewImport(input: $input) { __typename ... on InvalidInputError { fields { path code } } } }',
        { input: { ...input, idempotencyKey: crypto.randomUUID(), ...over } },
      );
    expect((await ask('quantri')).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask('quanly', { register: 'EMPLOYEE' })).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask('nhansu', { upload: 'VXBsb2FkOng=' })).data.previewImport).toMatchObject({
      fields: [{ path: '/upload', code: 'NOT_FOUND' }],
    });
  });

  test.each([
    ['TCVN3', 'M-31', (text: string) => iconv.encode(text, 'tcvn')],
    ['WINDOWS_1258', 'M-33', (text: string) => iconv.encode(spellApart(text), 'windows-1258')],
  ])('in %s is read as it was meant, and says so', async (encoding, code, encode) => {
    const text = csv(
      PEOPLE_COLUMNS,
      personRow(code, 'Nguyễn Thị Hường'),
      personRow(`${code}b`, 'Đặng Quốc Khánh', { title: 'Trưởng nhóm tổng hợp' }),
    );
    const preview = await files.previewed({ register: 'EMPLOYEE', file: encode(text) });
    expect(preview.taken).toMatchObject({ encoding, preview: { created: 2, bad: 0 } });
    const taken = await files.takenIn(preview.id, 'ALL_OR_NONE');
    expect(taken.taken).toMatchObject({ encoding, committed: 2 });
    expect(
      await files.rows('select name from congvu.employee where code in ($1, $2) order by code', [code, `${code}b`]),
    ).toEqual([{ name: 'Nguyễn Thị Hường' }, { name: 'Đặng Quốc Khánh' }]);
  });

  test('of text is refused at each cell that a spreadsheet would run, and at a number that is no day', async () => {
    const rows = ['=HYPERLINK("http://x")', '@SUM(A1)', '+1+cmd|calc', 'Nguyễn Văn Lành'].map((name, at) =>
      personRow(`M-4${at + 5}`, name, at === 3 ? { from: '46327,5' } : {}),
    );
    const { problems, taken } = await files.previewed({
      register: 'EMPLOYEE',
      file: Buffer.from(csv(PEOPLE_COLUMNS, ...rows)),
    });
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'name', 'FORMULA_IN_CELL'],
      [3, 'name', 'FORMULA_IN_CELL'],
      [4, 'name', 'FORMULA_IN_CELL'],
      [5, 'from', 'NOT_A_DATE'],
    ]);
    expect(taken.preview).toMatchObject({ created: 0, bad: 4 });
  });

  test('is refused row by row where cells are merged', async () => {
    const book = await workbook(PEOPLE_COLUMNS, [
      personRow('M-41', 'Một'),
      personRow('M-42', 'Hai'),
      personRow('M-43', 'Ba'),
    ]);
    const { problems, taken } = await files.previewed({ register: 'EMPLOYEE', file: withMerge(book, 'C2:C3') });
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'unit', 'MERGED_CELLS'],
      [3, 'unit', 'MERGED_CELLS'],
    ]);
    expect(problems[0]?.text).toContain('C2:C3');
    expect(taken.preview).toMatchObject({ created: 1 });
  });

  test('with one bad row is not taken in at all where all or none is asked', async () => {
    const file = csv(PEOPLE_COLUMNS, personRow('M-51', 'Một'), personRow('M-52', ''));
    const preview = await files.previewed({ register: 'EMPLOYEE', file });
    const taken = await files.takenIn(preview.id, 'ALL_OR_NONE');
    expect(taken.taken).toMatchObject({ committed: 0, bad: 1 });
    expect(await count('employee', "code like 'M-5%'")).toBe(0);
  });

  test('is taken in after its preview alone, and once at a time', async () => {
    const preview = await files.previewed({
      register: 'EMPLOYEE',
      file: csv(PEOPLE_COLUMNS, personRow('M-61', 'Một')),
    });
    const taken = await files.takenIn(preview.id);
    expect((await files.importFile(taken.id)).answer).toMatchObject({
      __typename: 'WrongStateError',
      state: 'GOOD_ONES',
    });
    await files.office.ownerPool.query("update congvu.upload set expires_at = now() - interval '1 minute'");
    expect((await files.importFile(preview.id)).answer).toMatchObject({
      fields: [{ path: '/preview', code: 'NOT_FOUND' }],
    });
    expect((await files.undo(preview.id)).answer).toMatchObject({ __typename: 'WrongStateError', state: 'PREVIEW' });
  });
});

/** Windows-1258 writes the tone of a letter after it. */
function spellApart(text: string): string {
  return text.normalize('NFD').replace(/[a-zA-Z][\u0302\u0306\u031b\u0300\u0301\u0303\u0309\u0323]*/g, (letter) => {
    const tone = letter.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    return letter.replace(tone, '').normalize('NFC') + tone;
  });
}
