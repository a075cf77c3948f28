import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { runCongvu } from './testing/run-congvu.ts';

let office: ApiOffice;
let worker: Worker;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  office = await openApiOffice();
  worker = startWorker({
    database: office.database,
    handlers,
    log: { warn: () => {}, error: (facts: unknown) => console.error(facts) },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 50,
  });
  folder = await mkdtemp(join(tmpdir(), 'congvu-registers-'));
  environment = { PUBLIC_URL: new URL(office.url).origin };
});
afterAll(async () => {
  await worker?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(words: readonly string[], userName = 'nhansu') {
  const token = await office.tokenOf(userName);
  return runCongvu([...words, '--token', token, '--lang', 'vi'], { environment });
}

test('fills a register from a file, names the bad rows, and saves the register again', async () => {
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01.01' order by e.code limit 1`,
  );
  const file = join(folder, 'khen.csv');
  const line = (code: string, number: string) => `${code},Giấy khen,Giấy khen,Đột xuất,${number},04/05/2026,Sở Nội vụ`;
  const heading = 'Mã cán bộ,Hình thức khen thưởng,Danh hiệu,Loại hình,Số quyết định,Ngày quyết định,Cấp khen thưởng';
  await writeFile(file, `${heading}\n${line(rows[0]?.code ?? '', 'DL-1/QĐ')}\n${line('KHONG-CO', 'DL-2/QĐ')}\n`);
  const taken = await run(['import', 'commendation', '--unit', 'H99.01', '--mode', 'good', '--file', file, '--wait']);
  expect(taken.code).toBe(1);
  expect(taken.err).toContain('3 /employee EMPLOYEE_UNKNOWN');
  expect(taken.out).toContain('2 dòng, 1 đúng, 1 sai, 1 đã vào sổ');

  const out = join(folder, 'khen.xlsx');
  const saved = await run([
    'export',
    'commendations',
    '--unit',
    'H99.01',
    '--period',
    '2026-05',
    '--out',
    out,
    '--purpose',
    'COMMENDATION',
  ]);
  expect(saved).toMatchObject({ code: 0 });
  const parts = unzipSync(new Uint8Array(await readFile(out)));
  expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('DL-1/QĐ');
});

test('prints the report and saves it', async () => {
  const [docx, xlsx] = [join(folder, 'bc.docx'), join(folder, 'bc.xlsx')];
  const said = await run(['report', '--unit', 'H99', '--period', '2019', '--docx', docx, '--xlsx', xlsx]);
  expect(said).toMatchObject({ code: 0 });
  expect(said.out).toContain('Trong kỳ không phát sinh số liệu.');
  expect(Object.keys(unzipSync(new Uint8Array(await readFile(docx))))).toContain('word/document.xml');
  expect(Object.keys(unzipSync(new Uint8Array(await readFile(xlsx))))).toContain('xl/workbook.xml');
  const figures = await run(['report', '--unit', 'H99', '--from', '2019-01-01', '--to', '2019-12-31', '--json']);
  expect(JSON.parse(figures.out)).toMatchObject({ empty: true });
});

describe('is refused', () => {
  test('a report without the permission, with exit code 1', async () => {
    const { code, err } = await run(['report', '--unit', 'H99', '--period', '2026'], 'quanly');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^congvu: FORBIDDEN: /) });
  });

  test('an export of a unit that is none', async () => {
    const { code, err } = await run(['export', 'commendations', '--unit', 'H98', '--out', join(folder, 'x.xlsx')]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^congvu: NOT_FOUND: /) });
  });

  test.each([
    [['import', 'salaries', '--unit', 'H99', '--mode', 'good', '--file', 'x'], 'salaries'],
    [['import', 'feedback', '--unit', 'H99', '--mode', 'some', '--file', 'x'], '--mode'],
    [['export', 'salaries', '--out', 'x'], 'salaries'],
    [['export', 'visits'], '--out'],
    [['report', '--unit', 'H99', '--period', '2026', '--from', '2026-01-01'], '--period'],
    [['report', '--period', '2026'], '--unit'],
  ])('what is not understood: %j', async (words, argument) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toContain(argument);
  });
});
