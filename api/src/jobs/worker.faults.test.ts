import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { createSeededDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { closeMonth } from '../closing/close-month.ts';
import { type ClosingOffice, closingOffice } from '../closing/testing/closing-office.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { handlers } from './handlers.ts';
import type { JobHandler, JobRun } from './job-run.ts';
import { startWorker } from './worker.ts';

let office: ApiOffice;
let closing: ClosingOffice;
const UNIT = 'H99.01';
const PERIOD = '2026-10';
const BATCH = 20;

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
});
afterEach(() => closing.stop());
afterAll(() => office?.close());

async function rows<Row>(
  text: string,
  values: readonly unknown[] = [],
  database = office.ownerPool,
): Promise<readonly Row[]> {
  return (await database.query(text, [...values])).rows as Row[];
}

/** All that a closing writes, but for ids and instants that differ from run to run. */
async function traces(period: string, database = office.ownerPool) {
  return {
    results: await rows(
      `select r.employee_id, r.revision, r.unit_id, r.role, r.rule_set, r.rule_set_version, r.score_state, r.total_numerator,
         r.total_denominator, r.result_numerator, r.result_denominator, r.quality_numerator, r.quality_denominator, r.delays,
         r.level, r.display, r.worked_days, r.segments, r.explanation, r.task_ids
       from congvu.period_result r where r.period = $1 order by r.employee_id, r.revision`,
      [period],
      database,
    ),
    plans: await rows(
      'select unit_id, closed_at is not null as closed from congvu.period_plan where period = $1 order by unit_id',
      [period],
      database,
    ),
    carried: await rows(
      'select carried_over_from_id as id from congvu.task where carried_over_from_id is not null order by 1',
      [],
      database,
    ),
    leftOpen: await rows(
      `select i.employee_id, i.reason from congvu.job_item i join congvu.job j on j.id = i.job_id
       where j.period = $1 order by 1`,
      [period],
      database,
    ),
  };
}

/** Something of everything: an open task to carry over and a sheet that is not confirmed. */
const PREPARE = `
  with opened as (
    update congvu.task set outcome = 'OPEN' where id in (
      select t.id from congvu.task t join congvu.unit u on u.id = t.unit_id
      where u.code = 'H99.01.02' and t.period = '2026-10' and t.origin = 'PLANNED' and t.outcome = 'NOT_DONE'))
  update congvu.period_sheet set state = 'SELF_SCORED', provisional = true where id = (
    select s.id from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
    where u.code = 'H99.01.04' and s.period = '2026-10' and s.role = 'STAFF' order by s.id limit 1)`;

/** Calls `between` after so many steps of a closing. */
function interrupted(after: number, between: (run: JobRun) => Promise<void>): JobHandler {
  let steps = 0;
  return (run) =>
    closeMonth(
      {
        ...run,
        step: async (cursor, work) => {
          if (steps === after) await between(run);
          steps += 1;
          return run.step(cursor, work);
        },
      },
      BATCH,
    );
}

const command = (name: 'stopJob' | 'resumeJob', job: string) =>
  office.as('nhansu')(
    `mutation M($input: JobCommandInput!) { ${name}(input: $input) { __typename ... on Job { state stopRequested canResume }
       ... on WrongStateError { refusedIn: state } } }`,
    { input: { idempotencyKey: newKey(), job } },
  );

describe('a closing', () => {
  test('killed half-way and started again comes to what an undisturbed one comes to, row for row', async () => {
    const undisturbed = await createSeededDatabase();
    let expected: Awaited<ReturnType<typeof traces>>;
    try {
      await undisturbed.ownerPool.query(PREPARE);
      await closeOnce(undisturbed);
      expected = await traces(PERIOD, undisturbed.ownerPool);
    } finally {
      await undisturbed.drop();
    }
    await rows(PREPARE);
    const { id } = await closing.ask(UNIT, PERIOD);
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('../closing/testing/worker-process.ts', import.meta.url)),
      await apiUrl(),
      String(BATCH),
      '300',
    ]);
    let steps = 0;
    for await (const _line of createInterface({ input: child.stdout })) {
      steps += 1;
      if (steps === 3) break;
    }
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const half = await closing.find(id);
    expect(half).toMatchObject({ state: 'RUNNING' });
    expect(half.done).toBeGreaterThanOrEqual(2 * BATCH);
    expect(half.done).toBeLessThan(half.total);

    const worker = closing.work();
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 20_000, interval: 100 }).toBe('DONE');
    await worker.close();
    const done = await closing.find(id);
    expect(done).toMatchObject({ done: half.total, leftOpen: expected.leftOpen.length });
    expect(await traces(PERIOD)).toEqual(expected);
    expect(expected.carried.length).toBeGreaterThan(0);
    expect(expected.leftOpen.length).toBeGreaterThan(0);
  });

  test('stops after the batch in hand and is resumed where it stands', async () => {
    const { id } = await closing.ask('H99.02', PERIOD);
    const worker = closing.work({
      closeMonth: interrupted(2, async () => {
        expect((await command('stopJob', id)).data.stopJob).toMatchObject({ state: 'RUNNING', stopRequested: true });
      }),
    });
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 10_000 }).toBe('STOPPED');
    const stopped = await closing.find(id);
    // The batch in hand is finished, the next not begun.
    expect(stopped.done).toBe(3 * BATCH);
    expect((await command('stopJob', id)).data.stopJob).toEqual({
      __typename: 'WrongStateError',
      refusedIn: 'STOPPED',
    });
    await worker.close();

    expect((await command('resumeJob', id)).data.resumeJob).toMatchObject({ state: 'QUEUED' });
    const again = closing.work();
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 10_000 }).toBe('DONE');
    await again.close();
    const done = await closing.find(id);
    expect(done.done).toBe(stopped.total);
    expect(await onceEach('H99.02')).toEqual({ people: done.done - done.leftOpen, most: 1 });
  });

  test('ends with its process after the batch in hand and goes to the next at once', async () => {
    const { id } = await closing.ask('H99.03', PERIOD);
    let closed: Promise<void> | null = null;
    const first = closing.work({
      closeMonth: interrupted(1, async () => {
        closed = first.close();
      }),
    });
    await expect.poll(() => closed, { timeout: 10_000 }).not.toBeNull();
    await closed;
    expect(await closing.find(id)).toMatchObject({ state: 'QUEUED', done: 2 * BATCH });
    const second = closing.work();
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 10_000 }).toBe('DONE');
    await second.close();
  });

  test('is done by one of two workers, and one that was overtaken keeps nothing', async () => {
    const { id } = await closing.ask('H99.04', PERIOD);
    let overtaken = false;
    const slow = closing.work({
      closeMonth: interrupted(1, async (run) => {
        if (overtaken) return;
        overtaken = true;
        // As if this process had been asleep for longer than its lease.
        await rows("update congvu.job set lease_until = now() - interval '1 second' where id = $1", [run.job.id]);
        const fast = closing.work();
        await expect.poll(async () => (await closing.find(id)).state, { timeout: 20_000 }).toBe('DONE');
        await fast.close();
      }),
    });
    await expect.poll(() => overtaken, { timeout: 10_000 }).toBe(true);
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 20_000 }).toBe('DONE');
    await slow.close();
    const done = await closing.find(id);
    expect(done).toMatchObject({ done: done.total, error: null });
    expect(await onceEach('H99.04')).toEqual({ people: done.done - done.leftOpen, most: 1 });
  });

  test('leaves a sheet open that is corrected while it is being closed, and takes it the next time', async () => {
    let corrected = '';
    const { id } = await closing.ask('H99.05', PERIOD);
    const worker = closing.work({
      closeMonth: interrupted(0, async () => {
        const [sheet] = await rows<{ employee_id: string }>(
          `update congvu.period_sheet set revision = revision + 1 where id = (
             select s.id from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
             join congvu.assignment a on a.employee_id = s.employee_id and a.valid_to is null and a.post = 'STAFF'
             where u.path_text like '%' || (select split_part(path_text, '.', 2) from congvu.unit where code = 'H99.05') || '%'
               and s.period = $1 and s.state = 'CONFIRMED' order by s.employee_id limit 1) returning employee_id`,
          [PERIOD],
        );
        corrected = sheet?.employee_id ?? '';
      }),
    });
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 20_000 }).toBe('DONE');
    await worker.close();
    const [item] = await rows<{ reason: string }>('select reason from congvu.job_item where employee_id = $1', [
      corrected,
    ]);
    expect(item).toEqual({ reason: 'CHANGED_MEANWHILE' });
    const again = await closing.close('H99.05', PERIOD);
    expect(again.reasons.filter(({ reason }) => reason === 'CHANGED_MEANWHILE')).toEqual([]);
    expect(await rows('select 1 from congvu.period_result where employee_id = $1', [corrected])).toHaveLength(1);
  });

  test('goes on by itself after the database went away', async () => {
    const { id } = await closing.ask('H99.06', PERIOD);
    let isCut = false;
    const worker = closing.work({
      leaseSeconds: 1,
      closeMonth: interrupted(1, async () => {
        if (isCut) return;
        isCut = true;
        await cutConnections();
      }),
    });
    await expect.poll(async () => (await closing.find(id)).state, { timeout: 20_000 }).toBe('DONE');
    await worker.close();
    const done = await closing.find(id);
    expect(done).toMatchObject({ done: done.total, error: null });
    expect(await onceEach('H99.06')).toEqual({ people: done.done - done.leftOpen, most: 1 });
  });

  test('fails, and says with which code, where its creator may no longer close', async () => {
    const { id } = await closing.ask('H99.06', '2026-09');
    await rows("update congvu.user_account set active = false where user_name = 'nhansu'");
    const worker = closing.work();
    await expect
      .poll(async () => (await rows<{ state: string }>("select state from congvu.job where state = 'FAILED'")).length, {
        timeout: 10_000,
      })
      .toBe(1);
    await worker.close();
    await rows("update congvu.user_account set active = true where user_name = 'nhansu'");
    expect(await closing.find(id)).toMatchObject({ state: 'FAILED', error: 'UNAUTHENTICATED', done: 0 });
    expect((await command('resumeJob', id)).data.resumeJob).toMatchObject({ state: 'QUEUED' });
  });
});

/** Ends every connection of the api's role, as a server that goes away does. */
async function cutConnections(): Promise<void> {
  const [found] = await rows<{ name: string }>('select current_database() as name');
  const client = new pg.Client({ connectionString: inject('testServer').superuserUrl });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'congvu_api' and datname = $1",
    [found?.name],
  );
  await client.end();
}

/** The address of the office's database for the api's role. */
async function apiUrl(): Promise<string> {
  const [found] = await rows<{ name: string }>('select current_database() as name');
  const address = new URL(inject('testServer').apiUrl);
  address.pathname = `/${found?.name}`;
  return address.href;
}

async function closeOnce(database: TestDatabase): Promise<void> {
  const { rows: job } = await database.ownerPool.query<{ id: string }>(
    `insert into congvu.job (kind, unit_id, period, created_by_id, created_by_name)
     select 'CLOSE_MONTH', u.id, $2, a.id, a.display_name from congvu.unit u, congvu.user_account a
     where u.code = $1 and a.user_name = 'nhansu' returning id`,
    [UNIT, PERIOD],
  );
  const api = openDatabase({ url: database.urls.apiUrl, poolSize: 4, auditSigner: createEphemeralSigner() });
  const worker = startWorker({
    database: api,
    handlers,
    log: { warn: console.error, error: console.error },
    pollMs: 10,
  });
  await expect
    .poll(
      async () =>
        (await database.ownerPool.query<{ state: string }>('select state from congvu.job where id = $1', [job[0]?.id]))
          .rows[0]?.state,
      { timeout: 20_000 },
    )
    .toBe('DONE');
  await worker.close();
  await api.close();
}

/** How many people of an agency have a result of the month, and how many results one of them has at most. */
async function onceEach(unit: string) {
  const [found] = await rows(
    `select count(*)::integer as people, max(n)::integer as most from (
       select count(*) as n from congvu.period_result r join congvu.unit u on u.id = r.unit_id
       where r.period = $2 and u.path <@ (select path from congvu.unit where code = $1) group by r.employee_id) each`,
    [unit, PERIOD],
  );
  return found;
}
