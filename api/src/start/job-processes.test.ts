import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSeededDatabase } from '../../../test/testkit/database.ts';
import { Closing } from './closing.ts';
import { openJobProcess } from './job-processes.ts';

let office: Awaited<ReturnType<typeof createSeededDatabase>>;
const dataDirectory = mkdtempSync(join(tmpdir(), 'congvu-jobs-'));
const closing = new Closing();

beforeAll(async () => {
  office = await createSeededDatabase();
});
afterAll(async () => {
  await closing.close();
  await office?.drop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Processes of this one that do jobs, by what they were begun with. */
function jobProcesses(): readonly { readonly pid: number; readonly words: string }[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return children
    .filter((pid) => pid !== '')
    .map((pid) => ({ pid: Number(pid), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }))
    .filter(({ words }) => words.includes('job-process.ts'));
}

async function askForExport(): Promise<string> {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `with asked as (
       insert into congvu.job (kind, unit_id, period, created_by_id, created_by_name)
       select 'EXPORT', (select id from congvu.unit where code = 'H99'), '2026', a.id, a.display_name
       from congvu.user_account a where a.user_name = 'nhansu' returning id)
     insert into congvu.export_file (job_id, list, variables, format)
     select id, 'units', '{"variables": {}, "purpose": "STATISTICS", "locale": "vi"}', 'JSONL' from asked returning job_id as id`,
  );
  return rows[0]?.id ?? '';
}

const stateOf = async (job: string) =>
  (await office.ownerPool.query<{ state: string }>('select state from congvu.job where id = $1', [job])).rows[0]?.state;

test('jobs are done by a small process beside the start, begun again when it dies, gone when the start ends', {
  timeout: 90_000,
}, async () => {
  vi.stubEnv('DATA_DIR', dataDirectory);
  const told: object[] = [];
  await openJobProcess({ apiUrl: office.urls.apiUrl, closing, log: { error: (what: object) => told.push(what) } });
  const [first, ...others] = jobProcesses();
  expect(others).toEqual([]);
  expect(first?.words).toMatch(/--max-semi-space-size=4 .*--optimize-for-size/);
  // Secrets are not among what everybody sees.
  expect(first?.words).not.toContain('postgres');
  const job = await askForExport();
  await expect.poll(() => stateOf(job), { timeout: 30_000, interval: 200 }).toBe('DONE');

  process.kill(first?.pid ?? 0, 'SIGKILL');
  const next = await askForExport();
  await expect.poll(() => stateOf(next), { timeout: 40_000, interval: 200 }).toBe('DONE');
  expect(told).toEqual([{ code: null, signal: 'SIGKILL' }]);
  expect(jobProcesses().map(({ pid }) => pid)).not.toContain(first?.pid);

  await closing.close();
  expect(jobProcesses()).toEqual([]);
});
