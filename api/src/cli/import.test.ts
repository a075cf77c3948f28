import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { workbook } from '../register-import/testing/file-office.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { runCongvu } from './testing/run-congvu.ts';

/** A story of several commands, each a process of its own. */
const SLOW = 120_000;
let office: ApiOffice;
let worker: Worker;
let folder: string;
let units: string;

beforeAll(async () => {
  office = await openApiOffice();
  worker = startWorker({
    database: office.database,
    handlers,
    log: { warn: () => {}, error: (facts: unknown) => console.error(facts) },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 50,
  });
  folder = await mkdtemp(join(tmpdir(), 'congvu-import-'));
  units = join(folder, 'don-vi.xlsx');
  const rows = [
    ['H99.01.71', 'Phòng Bảy Mốt', 'H99.01', '01/11/2026'],
    ['H99.01.72', '', 'H99.01', '01/11/2026'],
  ];
  await writeFile(units, await workbook(['Mã đơn vị', 'Tên đơn vị', 'Mã đơn vị cấp trên', 'Thành lập từ ngày'], rows));
});
afterAll(async () => {
  await worker?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(words: readonly string[], userName = 'nhansu', language = 'vi') {
  const token = await office.tokenOf(userName);
  const environment = { PUBLIC_URL: new URL(office.url).origin };
  return runCongvu(['import', ...words, '--token', token, '--lang', language], { environment });
}
const send = (mode: string, ...more: readonly string[]) => [
  ...['unit', '--unit', 'H99.01', '--mode', mode, '--file', units],
  ...more,
];
const isThere = async () =>
  (await office.ownerPool.query("select 1 from congvu.unit where code like 'H99.01.7%'")).rowCount;

test('goes through a workbook and writes nothing', { timeout: SLOW }, async () => {
  const { code, out, err } = await run(send('preview'));
  expect(code).toBe(1);
  expect(err).toContain('3 /name REQUIRED');
  expect(out).toMatch(/^2 dòng: sẽ thêm 1, sửa 0, giữ nguyên 0, 1 sai {2}\S+$/m);
  const english = await run(send('preview'), 'nhansu', 'en');
  expect(english.out).toContain('2 rows: 1 would be added, 0 changed, 0 left as they are, 1 bad');
  expect(await isThere()).toBe(0);
});

test('takes its good rows in, a second time none, and takes the import back', { timeout: SLOW }, async () => {
  expect((await run(send('all', '--wait'))).out).toContain('2 dòng, 1 đúng, 1 sai, 0 đã vào sổ');
  const taken = await run([...send('good', '--wait'), '--json']);
  expect(taken.code).toBe(1);
  const told = taken.out.trim().split('\n').at(-1) ?? '';
  const { job, committed } = JSON.parse(told) as { readonly job: string; readonly committed: number };
  expect([committed, await isThere()]).toEqual([1, 1]);
  expect((await run(send('good', '--wait'))).out).toContain('1 đúng, 1 sai, 0 đã vào sổ');
  expect(await run(['undo', '--job', job])).toMatchObject({ code: 0 });
  expect(await isThere()).toBe(0);
  const again = await run(['undo', '--job', job]);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('congvu: WRONG_STATE: ') });
});

test('brings in levels that were decided before the program', { timeout: SLOW }, async () => {
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01.01' and a.post = 'STAFF' order by e.code limit 1`,
  );
  const levels = join(folder, 'xep-loai.csv');
  const heading = 'Mã cán bộ;Năm;Mức xếp loại;Số quyết định;Ngày quyết định;Cấp quyết định';
  const of = (year: number) => `${rows[0]?.code};${year};Hoàn thành tốt nhiệm vụ;61/QĐ-XL;10/12/${year};Giám đốc Sở`;
  await writeFile(levels, [heading, of(2025), of(2027), ''].join('\n'));
  const words = ['earlier_level', '--unit', 'H99.01', '--mode', 'good', '--file', levels, '--wait'];
  const { code, out, err } = await run(words);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('3 /year OUT_OF_RANGE') });
  expect(out).toContain('2 dòng, 1 đúng, 1 sai, 1 đã vào sổ');
});

describe('is refused', () => {
  test('a file of who may send none, and one without a table', async () => {
    expect(await run(send('preview'), 'chuyenvien')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^congvu: FORBIDDEN: /),
    });
    await writeFile(join(folder, 'khong.csv'), 'code;name\n1;"a');
    const { code, err } = await run([
      'unit',
      '--unit',
      'H99.01',
      '--mode',
      'good',
      '--file',
      join(folder, 'khong.csv'),
    ]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^congvu: INVALID_INPUT: /) });
  });

  test.each([
    [['unit', '--unit', 'H99', '--mode', 'good', '--file', 'x', '--encoding', 'latin'], '--encoding'],
    [['unit', '--unit', 'H99', '--mode', 'good', '--file', 'khong-co.xlsx'], 'khong-co.xlsx'],
    [['undo'], '--job'],
  ])('what is not understood: %j', async (words, argument) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toContain(argument);
  });
});
