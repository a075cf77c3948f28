import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorker } from '../jobs/worker.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function put(name: string): Promise<string> {
  const response = await fetch(new URL(`/files/upload?name=${name}`, office.url), {
    method: 'PUT',
    body: 'code\nA\n',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${await office.tokenOf('nhansu')}` },
  });
  return ((await response.json()) as { readonly id: string }).id;
}

async function names(): Promise<readonly string[]> {
  const { rows } = await office.ownerPool.query<{ name: string }>(
    'select file_name as name from congvu.upload order by file_name',
  );
  return rows.map(({ name }) => name);
}

async function expire(name: string): Promise<void> {
  await office.ownerPool.query(
    "update congvu.upload set expires_at = now() - interval '1 second' where file_name = $1",
    [name],
  );
}

/** A worker that has no jobs to do, until it has looked for one. */
async function work(sweepMs?: number) {
  const log = pino({ level: 'silent' });
  return startWorker({ database: office.database, handlers: {}, log, pollMs: 20, ...(sweepMs ? { sweepMs } : {}) });
}

test('an uploaded file goes after its day, by the worker, and one whose day is not over stays', async () => {
  await put('cu.csv');
  await put('moi.csv');
  await expire('cu.csv');
  expect(await names()).toEqual(['cu.csv', 'moi.csv']);
  const worker = await work();
  await worker.untilIdle();
  expect(await names()).toEqual(['moi.csv']);
  // Looked for once an hour, not at each look for work.
  await expire('moi.csv');
  await worker.untilIdle();
  await worker.untilIdle();
  expect(await names()).toEqual(['moi.csv']);
  await worker.close();
});

test('of an export past its time the bytes go, and that there was one stays', async () => {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `insert into congvu.job (kind, unit_id, period, state, created_by_id, created_by_name, created_at, finished_at)
     select 'EXPORT', u.id, '2026', 'DONE', a.id, a.display_name, now() - interval '9 days', now() - interval '9 days'
     from congvu.unit u cross join congvu.user_account a where u.code = 'H99.01' and a.user_name = 'nhansu' returning id`,
  );
  const job = rows[0]?.id;
  await office.ownerPool.query(
    `insert into congvu.export_file (job_id, list, variables, format, sha256, expires_at)
     values ($1, 'employees', '{}', 'JSONL', sha256('x'), now() - interval '1 day')`,
    [job],
  );
  await office.ownerPool.query(`insert into congvu.export_chunk (job_id, place, content) values ($1, 0, 'x')`, [job]);
  const worker = await work(1);
  await worker.untilIdle();
  await worker.close();
  const { rows: left } = await office.ownerPool.query(
    `select (select count(*)::int from congvu.export_chunk where job_id = $1) as chunks,
       (select count(*)::int from congvu.export_file where job_id = $1) as files`,
    [job],
  );
  expect(left).toEqual([{ chunks: 0, files: 1 }]);
});
