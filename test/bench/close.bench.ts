/**
 * How long does closing a month take, and what does it cost beside SQL written by hand?
 *
 * Three figures (floor / goal): 50,000 people × 20 tasks on the embedded, durable PostgreSQL (60 s / 20 s); the same for 5,000 ÷ a
 * statement that reads and sums the same tasks and inserts one row of equal bytes a person (4 / 1.5), copies of one database in
 * turn; ten times the people ÷ the time (13 / 10). Closing is what the api does: a job taken by the worker, as its creator under
 * the row policies, in batches of 1,000 with an audit entry each; the time is from asking to DONE. After it every person's result
 * is there and is the sheet's own figure, or the bench fails. The machine's load is printed beside.
 *
 * Run: node test/bench/close.bench.ts [people …]; with sizes named, only those are closed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { startEmbedded } from '@congvu/prisma/embedded';
import { migrate } from '@congvu/prisma/migrate';
import pg from 'pg';
import { closeMonth } from '../../api/src/closing/close-month.ts';
import { startWorker } from '../../api/src/jobs/worker.ts';
import { type CloseOffice, loadOffice } from './close-data.ts';
import { PERIOD } from './close-rows.ts';

const ROUNDS = 3;
const SMALL = 5_000;
const LARGE = 50_000;

/** One row a person, as wide as a result, from a sum over his tasks: the least that closing could be. */
const BY_HAND = `
  insert into congvu.period_result (employee_id, period, unit_id, role, rule_set, rule_set_version, score_state, total_numerator,
    total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator, delays, level, display,
    worked_days, explanation, task_ids, closed_by_id)
  select t.employee_id, t.period, t.unit_id, 'STAFF', 'ND335-2025/CIVIL_SERVANT', 1, 'SCORED',
    27 + trunc(50 * sum(t.units_numerator::numeric / t.units_denominator) filter (where t.outcome = 'DONE')
      / sum(t.units_numerator::numeric / t.units_denominator)), 1, 66, 1, 9, 10,
    sum(t.delays), 'OUTSTANDING', '93.00', 22, $1::jsonb, array_agg(t.id), $2
  from congvu.task t where t.period = $3
  group by t.employee_id, t.period, t.unit_id`;

const sizes = process.argv.slice(2).map(Number);
const dataDir = mkdtempSync(join(tmpdir(), 'congvu-bench-close-'));
const server = await startEmbedded({ dataDir });
try {
  await migrate(server.ownerUrl);
  await asSuperuser((client) => client.query('alter database congvu rename to empty'));
  if (sizes.length > 0) for (const people of sizes) await measureOnce(people);
  else {
    const small = await compare();
    const large = await measureOnce(LARGE);
    tell('close a month of 50,000 people × 20 tasks', large, 's', 60, 20);
    tell('close a month, 50,000 ÷ 5,000 people', large / small, '×', 13, 10);
  }
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Closes copies of one database in turn with the statement by hand; answers the median of the closings in seconds. */
async function compare(): Promise<number> {
  const office = await createOffice('small', SMALL);
  const closings: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const closing = await onCopy('small', (name) => close(name, office, SMALL));
    const byHand = await onCopy('small', (name) => sumByHand(name, office, SMALL));
    console.error(`round ${round}: closing ${closing.toFixed(2)} s, by hand ${byHand.toFixed(2)} s, load ${load()}`);
    closings.push(closing);
    ratios.push(closing / byHand);
  }
  tell('close a month of 5,000 people ÷ SQL by hand', median(ratios), '×', 4, 1.5);
  return median(closings);
}

async function measureOnce(people: number): Promise<number> {
  const name = `people_${people}`;
  const office = await createOffice(name, people);
  const seconds = await close(name, office, people);
  console.error(`${people} people: ${seconds.toFixed(2)} s, load ${load()}`);
  await asSuperuser((client) => client.query(`drop database ${name} with (force)`));
  return seconds;
}

async function createOffice(name: string, people: number): Promise<CloseOffice> {
  await asSuperuser((client) => client.query(`create database ${name} template empty owner congvu_owner`));
  const started = performance.now();
  const office = await asOwner(name, (client) => loadOffice(client, people));
  await asSuperuser((client) => client.query('checkpoint'));
  console.error(`${people} people loaded in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return office;
}

/** Runs on a fresh copy, which is warm: copying read all of it. */
async function onCopy(name: string, run: (name: string) => Promise<number>): Promise<number> {
  await asSuperuser((client) => client.query(`create database ${name}_copy template ${name} owner congvu_owner`));
  await asSuperuser((client) => client.query('checkpoint'));
  try {
    return await run(`${name}_copy`);
  } finally {
    await asSuperuser((client) => client.query(`drop database ${name}_copy with (force)`));
  }
}

/** Seconds from asking for the job until it is done. */
async function close(name: string, office: CloseOffice, people: number): Promise<number> {
  const database = openDatabase({ url: on(server.apiUrl, name), poolSize: 4, auditSigner: createEphemeralSigner() });
  const worker = startWorker({
    database,
    handlers: { CLOSE_MONTH: closeMonth },
    log: { warn: console.error, error: console.error },
    pollMs: 5,
  });
  try {
    return await asOwner(name, async (client) => {
      const started = performance.now();
      const { rows } = await client.query<{ id: string }>(
        `insert into congvu.job (kind, unit_id, period, created_by_id, created_by_name)
         values ('CLOSE_MONTH', $1, $2, $3, 'Nhân sự') returning id`,
        [office.rootId, PERIOD, office.userId],
      );
      const job = await untilDone(client, rows[0]?.id ?? '');
      const seconds = (performance.now() - started) / 1_000;
      await assertClosed(client, job, people);
      return seconds;
    });
  } finally {
    await worker.close();
    await database.close();
  }
}

async function untilDone(client: pg.Client, id: string) {
  for (;;) {
    const { rows } = await client.query<{ state: string; done: number; left_open: number; error: string | null }>(
      'select state, done, left_open, error from congvu.job where id = $1',
      [id],
    );
    const job = rows[0];
    if (job?.state === 'DONE') return job;
    if (job === undefined || job.state === 'FAILED') throw new Error(`the job failed: ${job?.error}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function assertClosed(
  client: pg.Client,
  job: { done: number; left_open: number },
  people: number,
): Promise<void> {
  const { rows } = await client.query<{ same: number; units: number; entries: number }>(
    `select (select count(*)::integer from congvu.period_result r join congvu.period_sheet s using (employee_id, period)
              where r.total_order = s.total_order and r.explanation = s.explanation and r.task_ids = s.task_ids) as same,
       (select count(*)::integer from congvu.period_plan where closed_at is not null) as units,
       (select count(*)::integer from congvu.audit_entry) as entries`,
  );
  const seen = rows[0];
  console.error(`closed ${seen?.same} people in ${seen?.units} units with ${seen?.entries} audit entries`);
  if (job.done !== people || job.left_open !== 0 || seen?.same !== people) throw new Error('not everybody was closed');
}

async function sumByHand(name: string, office: CloseOffice, people: number): Promise<number> {
  return asOwner(name, async (client) => {
    const { rows } = await client.query<{ explanation: object }>(
      'select explanation from congvu.period_sheet order by length(explanation::text) desc limit 1',
    );
    const explanation = JSON.stringify(rows[0]?.explanation);
    const started = performance.now();
    const { rowCount } = await client.query(BY_HAND, [explanation, office.userId, PERIOD]);
    if (rowCount !== people) throw new Error('one row a person');
    return (performance.now() - started) / 1_000;
  });
}

function asOwner<Value>(name: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  return withClient(on(server.ownerUrl, name), use);
}

function asSuperuser<Value>(use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  return withClient(server.superuserUrl, use);
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

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function tell(name: string, value: number, unit: string, floor: number, goal: number): void {
  console.log(JSON.stringify({ name, value: Number(value.toFixed(2)), unit, floor, goal, higherIsBetter: false }));
}
