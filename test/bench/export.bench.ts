/**
 * How much memory does the export of a long list take? 200,000 tasks as JSONL (or as many as named), made by `congvu jobs run`,
 * a process that does nothing else, or by `congvu start`, whose jobs a process beside it does: the highest resident memory of it and
 * its processes while it works, above the median while it is idle before (floor 150 MB, goal 50 MB; sampled every 100 ms). A file
 * that grew with its rows in memory would end an api of 512 MB. The time and the length of the file are told on standard error; the
 * file's lines are counted and its checksum is made again.
 *
 * Run: node test/bench/export.bench.ts [rows] [jobs | start]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { seedDemonstration } from '@congvu/prisma/seed';
import { parseLocalDate } from '@congvu/schema/primitives/local-date';
import { expectOk } from '@congvu/schema/primitives/result';
import pg from 'pg';
import { startTestServer } from '../testkit/test-server.ts';

const ROWS = Number(process.argv[2] ?? 200_000);
const WORDS = process.argv[3] === 'start' ? ['start'] : ['jobs', 'run'];
const TODAY = expectOk(parseLocalDate('2026-11-22'));
const UNIT = 'H99.01';

const { urls, stop } = await startTestServer();
// The superuser's own address is of the server's first database.
const superuserUrl = Object.assign(new URL(urls.superuserUrl), { pathname: new URL(urls.ownerUrl).pathname }).href;
const dataDir = mkdtempSync(join(tmpdir(), 'congvu-bench-export-'));
try {
  await seedDemonstration(urls.ownerUrl, { today: TODAY });
  await loadTasks();
  const env = { ...process.env, DATABASE_URL: urls.apiUrl, DATA_DIR: dataDir, PORT: '0', DOCUMENTS_PORT: '0' };
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../../api/src/cli/congvu.ts'), ...WORDS], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    // A start may have something to build; it says when it is ready.
    if (WORDS[0] === 'start') await once(worker.stdout, 'data');
    await measure(worker.pid ?? 0);
  } finally {
    worker.kill('SIGTERM');
    await new Promise((resolve) => worker.once('close', resolve));
  }
} finally {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Copies of one unit's tasks until there are enough, without triggers: what is measured is reading them. */
async function loadTasks(): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query('set session_replication_role = replica; set search_path to congvu, public');
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns
       where table_schema = 'congvu' and table_name = 'task' and is_generated = 'NEVER' and column_name <> 'id'`,
    );
    const columns = rows[0]?.columns ?? '';
    await client.query(`delete from congvu.task t where t.unit_id not in (select u.id from congvu.unit u
      where u.path <@ (select path from congvu.unit where code = '${UNIT}'))`);
    await client.query(
      `insert into congvu.task (id, ${columns}) select gen_random_uuid(), ${columns} from congvu.task t
       cross join generate_series(1, $1::int / (select greatest(count(*)::int, 1) from congvu.task)) limit
       greatest(0, $1::int - (select count(*)::int from congvu.task))`,
      [ROWS],
    );
    const counted = await client.query<{ n: number }>('select count(*)::int as n from congvu.task');
    console.error(`${counted.rows[0]?.n} tasks`);
    await client.query('vacuum analyze');
  });
}

async function measure(pid: number): Promise<void> {
  await delay(6_000);
  const idle: number[] = [];
  for (let sample = 0; sample < 30; sample += 1) {
    idle.push(residentBytes(pid));
    await delay(100);
  }
  const before = idle.toSorted((left, right) => left - right)[15] ?? 0;
  await withClient(superuserUrl, async (client) => {
    const job = await askForExport(client);
    const begun = performance.now();
    let most = 0;
    let state = 'QUEUED';
    while (state === 'QUEUED' || state === 'RUNNING') {
      await delay(100);
      most = Math.max(most, residentBytes(pid));
      const { rows } = await client.query<{ state: string; error: string | null }>(
        'select state, error from congvu.job where id = $1',
        [job],
      );
      state = rows[0]?.state ?? 'GONE';
      if (state === 'FAILED') throw new Error(`the export failed: ${rows[0]?.error}`);
    }
    const seconds = (performance.now() - begun) / 1_000;
    const { lines, bytes } = await assertWhole(client, job);
    console.error(
      `${lines} rows, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s; idle ${(before / 1e6).toFixed(0)} MB, most ${(most / 1e6).toFixed(0)} MB, load ${loadavg()[0]}`,
    );
    const where = WORDS[0] === 'start' ? ' within start' : '';
    const figure = {
      name: `export of ${lines} rows as JSONL${where}, memory above idle`,
      value: (most - before) / 1e6,
    };
    console.log(JSON.stringify({ ...figure, unit: 'MB', floor: 150, goal: 50, higherIsBetter: false }));
  });
}

async function askForExport(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with asked as (
       insert into congvu.job (kind, unit_id, period, created_by_id, created_by_name)
       select 'EXPORT', (select id from congvu.unit where code = '${UNIT}'), '2026', a.id, a.display_name
       from congvu.user_account a where a.user_name = 'nhansu' returning id)
     insert into congvu.export_file (job_id, list, variables, format)
     select id, 'tasks', '{"variables": {"filter": {"unit": "${UNIT}"}}, "purpose": "STATISTICS", "locale": "vi"}', 'JSONL'
     from asked returning job_id as id`,
  );
  return rows[0]?.id ?? '';
}

/** The parts together have a line a row and the checksum that was told. */
async function assertWhole(client: pg.Client, job: string) {
  const hash = createHash('sha256');
  let [lines, bytes] = [0, 0];
  for (let place = 0; ; place += 1) {
    const { rows } = await client.query<{ content: Buffer }>(
      'select content from congvu.export_chunk where job_id = $1 and place = $2',
      [job, place],
    );
    const [chunk] = rows;
    if (chunk === undefined) break;
    const part = gunzipSync(chunk.content);
    hash.update(part);
    bytes += part.byteLength;
    for (const byte of part) if (byte === 10) lines += 1;
  }
  const { rows } = await client.query<{ sha256: string; rows: number }>(
    `select encode(sha256, 'hex') as sha256, rows from congvu.export_file where job_id = $1`,
    [job],
  );
  if (rows[0]?.sha256 !== hash.digest('hex') || rows[0].rows !== lines)
    throw new Error('the file is not what was told');
  return { lines, bytes };
}

/** Of a process and all it began. One that is just gone counts nothing. */
function residentBytes(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), own);
  } catch {
    return 0;
  }
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
