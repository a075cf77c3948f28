/**
 * What does importing people cost beside COPY?
 *
 * One figure (floor / goal): 50,000 people of one CSV ÷ the same by hand (10 / 3), each on a copy of one database, in turns of
 * three, the median of each. The import is what the api does: the file read and kept, then a job taken by the worker as its
 * creator under the row policies, in batches of 1,000, every written row kept for an undoing and an audit entry a batch; the time
 * is from the job's beginning to DONE. By hand, as the superuser: COPY into a temporary table, the same checks in SQL (codes,
 * names, dates, units, groups, kinds of service, overlaps), one insert into each of the two tables, one audit entry. After each
 * the people are counted, or the bench fails. Reading the file, which the request does before the job, is told beside.
 *
 * Run: node test/bench/import-people.bench.ts [people]
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendAudit, createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { startEmbedded } from '@congvu/prisma/embedded';
import { migrate } from '@congvu/prisma/migrate';
import pg from 'pg';
import { readImportFile } from '../../api/src/import-file/read-import-file.ts';
import { startWorker } from '../../api/src/jobs/worker.ts';
import { importJob } from '../../api/src/register-import/import-job.ts';
import { copyByHand, csvOf, OFFICES } from './import-by-hand.ts';

const ROUNDS = 3;
const PEOPLE = Number(process.argv[2] ?? '50000');
const OFFICES_PER_DEPARTMENT = 25;
const PURPOSE = 'STATISTICS';

const dataDir = mkdtempSync(join(tmpdir(), 'congvu-bench-import-'));
const server = await startEmbedded({ dataDir });
try {
  await migrate(server.ownerUrl);
  await withClient(server.superuserUrl, (client) => client.query('alter database congvu rename to empty'));
  const office = await createOffice();
  const text = csvOf(PEOPLE);
  const reading = performance.now();
  const file = await readImportFile(Buffer.from(text), { sheet: null, charset: null });
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  console.error(`read and kept in ${seconds(reading).toFixed(2)} s, ${file.value.content.length} bytes`);
  const imported: number[] = [];
  const byHand: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    imported.push(await onCopy((name) => importByJob(name, office, file.value, text)));
    byHand.push(await onCopy((name) => importByHand(name, office, text)));
    console.error(`job ${imported.at(-1)?.toFixed(2)} s, by hand ${byHand.at(-1)?.toFixed(2)} s, load ${load()}`);
  }
  const people = PEOPLE.toLocaleString('en');
  tell(`import ${people} people`, median(imported), 's');
  tell(`import ${people} people ÷ COPY with the same checks`, median(imported) / median(byHand), '×', 10, 3);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Office {
  readonly rootId: string;
  readonly userId: string;
}

/** A province of departments and offices without people, and its clerk. */
async function createOffice(): Promise<Office> {
  const [rootId, userId] = [randomUUID(), randomUUID()];
  return withClient(on(server.superuserUrl, 'empty'), async (client) => {
    await client.query(
      `insert into congvu.unit (id, code, name, short_name, level, kind, path, valid_from)
       values ($1, 'T', 'Tỉnh', 'T', 1, 'MANAGING_AGENCY', 't', '2026-01-01')`,
      [rootId],
    );
    await client.query(
      `with department as (
         insert into congvu.unit (code, name, short_name, level, kind, path, parent_id, valid_from)
         select 'T.S' || n, 'Sở ' || n, 'S' || n, 2, 'USING_AGENCY', ('t.s' || n)::ltree, $1, '2026-01-01'
         from generate_series(0, ($2::integer - 1) / $3::integer) n returning id, path)
       insert into congvu.unit (code, name, short_name, level, path, parent_id, valid_from)
       select 'T.' || lpad(n::text, 4, '0'), 'Phòng ' || n, 'P' || n, 3, d.path || ('p' || n)::text, d.id, '2026-01-01'
       from generate_series(0, $2::integer - 1) n join department d on d.path = ('t.s' || n / $3::integer)::ltree`,
      [rootId, OFFICES, OFFICES_PER_DEPARTMENT],
    );
    await client.query(`insert into congvu.work_group (code, name, unit_id) values ('CM', 'Chuyên môn', $1)`, [rootId]);
    await client.query(
      `insert into congvu.user_account (id, issuer, subject, user_name, display_name) values ($1, 'bench', 'ns', 'nhansu', 'Nhân sự')`,
      [userId],
    );
    await client.query(
      `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document) values ($1, 'HR', $2, '2026-01-01', '02/QĐ')`,
      [userId, rootId],
    );
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    return { rootId, userId };
  });
}

/** Seconds from the job's beginning until it is done. */
async function importByJob(
  name: string,
  { rootId, userId }: Office,
  file: { readonly content: Buffer; readonly heading: readonly string[]; readonly rows: number },
  text: string,
): Promise<number> {
  const database = openDatabase({ url: on(server.apiUrl, name), poolSize: 4, auditSigner: createEphemeralSigner() });
  const worker = startWorker({
    database,
    handlers: { IMPORT: importJob },
    log: { warn: console.error, error: console.error },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 5,
  });
  try {
    return await withClient(on(server.superuserUrl, name), async (client) => {
      const started = performance.now();
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        `insert into congvu.job (kind, unit_id, period, total, created_by_id, created_by_name)
         values ('IMPORT', $1, '2026', $2, $3, 'Nhân sự') returning id`,
        [rootId, file.rows, userId],
      );
      const id = rows[0]?.id ?? '';
      await client.query(
        `insert into congvu.import_file (job_id, register, mode, content, sha256, rows, columns)
         values ($1, 'EMPLOYEE', 'GOOD_ONES', $2, $3, $4, $5)`,
        [id, file.content, createHash('sha256').update(text).digest(), file.rows, JSON.stringify(file.heading)],
      );
      await client.query('commit');
      await untilDone(client, id);
      const taken = seconds(started);
      await assertThere(client);
      return taken;
    });
  } finally {
    await worker.close();
    await database.close();
  }
}

async function importByHand(name: string, { userId }: Office, text: string): Promise<number> {
  const database = openDatabase({ url: on(server.apiUrl, name), poolSize: 1, auditSigner: createEphemeralSigner() });
  try {
    return await withClient(on(server.superuserUrl, name), async (client) => {
      const started = performance.now();
      await copyByHand(client, text);
      await database.runAs({ userId, tokenScopes: null, purpose: PURPOSE, requestId: 'bench' }, () =>
        database.withActor((tx) =>
          appendAudit(tx, {
            action: 'importRecords',
            entity: 'Job',
            entityId: userId,
            employeeId: null,
            payload: { stored: PEOPLE },
            idempotencyKey: null,
          }),
        ),
      );
      const taken = seconds(started);
      await assertThere(client);
      return taken;
    });
  } finally {
    await database.close();
  }
}

async function untilDone(client: pg.Client, id: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ state: string; left_open: number; error: string | null }>(
      'select state, left_open, error from congvu.job where id = $1',
      [id],
    );
    const job = rows[0];
    if (job?.state === 'DONE' && job.left_open === 0) return;
    if (job === undefined || job.state === 'FAILED' || job.state === 'DONE')
      throw new Error(`the job failed: ${job?.error}, ${job?.left_open} bad rows`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function assertThere(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ people: number; keys: number }>(
    `select count(*)::integer as people, count(*) filter (where e.search_key ~ '^[a-z ]+$')::integer as keys
     from congvu.employee e join congvu.assignment a on a.employee_id = e.id`,
  );
  if (rows[0]?.people !== PEOPLE || rows[0].keys !== PEOPLE) throw new Error('not everybody was taken in');
}

/** Runs on a fresh copy, which is warm: copying read all of it. */
async function onCopy(run: (name: string) => Promise<number>): Promise<number> {
  await withClient(server.superuserUrl, (client) =>
    client.query('create database copy template empty owner congvu_owner'),
  );
  await withClient(server.superuserUrl, (client) => client.query('checkpoint'));
  try {
    return await run('copy');
  } finally {
    await withClient(server.superuserUrl, (client) => client.query('drop database copy with (force)'));
  }
}

async function withClient<Value>(connectionString: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString, options: '-c search_path=congvu,public' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function on(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function seconds(started: number): number {
  return (performance.now() - started) / 1_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function tell(name: string, value: number, unit: string, floor?: number, goal?: number): void {
  console.log(
    JSON.stringify({ name, value, unit, ...(floor === undefined ? {} : { floor, goal }), higherIsBetter: false }),
  );
}
