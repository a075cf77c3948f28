import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { getNamedType } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPersonalTokenSecret } from '../identity/personal-token.ts';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { schema } from '../schema.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { EXPORTED_LISTS, NOT_EXPORTED } from './exported-lists.ts';

const NOW = new Date('2026-11-22T08:00:00+07:00');
let office: ApiOffice;
let worker: Worker | null = null;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(async () => {
  await worker?.close();
  await office?.close();
});

/** Lets a worker do what there is to do, and no more. */
async function work(): Promise<void> {
  worker = startWorker({
    database: office.database,
    handlers,
    log: pino({ level: 'silent' }),
    now: () => NOW,
    pollMs: 20,
  });
  await worker.untilIdle();
  await worker.close();
  worker = null;
}

const JOB = `id state total done canStop canResume error export { list format rows hidden bytes sha256 expiresAt expired url fetched }`;
const EXPORT = `mutation M($input: ExportListInput!) { exportList(input: $input) { __typename ... on Job { ${JOB} }
  ... on InvalidInputError { fields { path code } } } }`;

async function ask(
  userName: string,
  list: string,
  format: string,
  variables: object,
  headers: Record<string, string> = { 'x-purpose': 'STATISTICS' },
) {
  const input = { idempotencyKey: newKey(), list, format, variables: JSON.stringify(variables) };
  const { data, errors } = await office.as(userName)(EXPORT, { input }, headers);
  return { result: data?.exportList, reason: errors[0]?.extensions.reason ?? errors[0]?.extensions.code };
}

async function follow(userName: string, id: string) {
  const { data, errors } = await office.as(userName)(`query J($id: ID!) { job(id: $id) { ${JOB} } }`, { id });
  expect(errors).toEqual([]);
  return data.job;
}

async function fetchAs(userName: string | null, url: string, bearer?: string): Promise<Response> {
  const authorization = `Bearer ${bearer ?? (await office.tokenOf(userName ?? ''))}`;
  return fetch(new URL(url, office.url), { headers: { authorization, 'x-purpose': 'STATISTICS' } });
}

/** Asks, lets the worker work, and reads the file; its checksum and length are looked at each time. */
async function made(userName: string, list: string, format: string, variables: object = {}) {
  const { result, reason } = await ask(userName, list, format, variables);
  expect([reason, result?.__typename]).toEqual([undefined, 'Job']);
  await work();
  const job = await follow(userName, result.id);
  expect(job).toMatchObject({ state: 'DONE', error: null });
  const response = await fetchAs(userName, job.export.url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect([response.status, sha256, bytes.byteLength]).toEqual([200, job.export.sha256, job.export.bytes]);
  expect(response.headers.get('x-checksum-sha256')).toBe(sha256);
  return { job, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), response };
}

/** A personal token of HR with these scopes. */
async function tokenFor(scopes: string): Promise<string> {
  const { secret, prefix, secretHash } = createPersonalTokenSecret();
  await office.ownerPool.query(
    `insert into congvu.personal_token (user_id, name, prefix, secret_hash, scopes, expires_at)
     select id, 'xuất', $1, $2, $3, now() + interval '1 year' from congvu.user_account where user_name = 'nhansu'`,
    [prefix, secretHash, scopes],
  );
  return secret;
}

describe('a list as a file', () => {
  test('of JSONL has each row once, as the list answers it, with a checksum and an end', async () => {
    const { job, text, response } = await made('nhansu', 'EMPLOYEES', 'JSONL', {
      filter: { unit: 'H99.01' },
      orderBy: 'CODE',
    });
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { data } = await office.as('nhansu')(
      '{ employees(filter: { unit: "H99.01" }, orderBy: CODE, first: 2) { totalCount edges { node { id code name } } } }',
      {},
      { 'x-purpose': 'STATISTICS' },
    );
    expect(rows).toHaveLength(data.employees.totalCount);
    expect(rows.slice(0, 2)).toMatchObject(data.employees.edges.map(({ node }: { node: object }) => node));
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(job).toMatchObject({
      total: rows.length,
      done: rows.length,
      export: { rows: rows.length, hidden: 0, format: 'JSONL', list: 'EMPLOYEES' },
    });
    expect(job.export.expiresAt).toBe('2026-11-23T01:00:00.000Z');
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  });

  test('of CSV and XLSX has no cell that runs', async () => {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      `select t.id from congvu.task t join congvu.unit u on u.id = t.unit_id where u.code = 'H99.01.01' and t.period = '2026-10' order by t.id limit 6`,
    );
    const hostile = ['=HYPERLINK("http://x";"y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', 'bình; thường "nháy"'];
    for (const [index, { id }] of rows.entries())
      await office.ownerPool.query('update congvu.task set title = $2 where id = $1', [id, hostile[index]]);
    const variables = { filter: { unit: 'H99.01.01', period: '2026-10' } };
    const csv = await made('nhansu', 'TASKS', 'CSV', variables);
    expect(csv.text.startsWith('\uFEFF')).toBe(true);
    const [heading = ''] = csv.text.slice(1).split('\r\n');
    expect(heading.split(';').slice(0, 3)).toEqual(['Họ và tên (mã)', 'Họ và tên', 'Tên sản phẩm']);
    for (const [index, title] of hostile.entries()) {
      expect([title, csv.text.includes(`;${title};`)]).toEqual([title, false]);
      if (index < 5) expect(csv.text).toContain(`'${title.replaceAll('"', '""')}`);
    }
    for (const cell of csv.text.slice(1).split(/;|\r\n/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t\r]/);
    const xlsx = await made('nhansu', 'TASKS', 'XLSX', variables);
    const parts = unzipSync(xlsx.bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<row /g)).toHaveLength(csv.job.export.rows + 1);
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('=HYPERLINK(');
  }, 60_000);

  test('stops after a step, goes on where it stood, and is then what it would have been at once', async () => {
    const variables = { filter: { period: '2026-10' } };
    const whole = await made('nhansu', 'TASKS', 'JSONL', variables);
    expect(whole.job.export.rows).toBeGreaterThan(1_000);
    const { result } = await ask('nhansu', 'TASKS', 'JSONL', variables);
    await office.ownerPool.query(
      `update congvu.job set stop_requested = true where kind = 'EXPORT' and state = 'QUEUED'`,
    );
    await work();
    const stopped = await follow('nhansu', result.id);
    expect(stopped).toMatchObject({
      state: 'STOPPED',
      done: 1_000,
      canResume: true,
      export: { rows: 1_000, sha256: null, url: null },
    });
    const { data } = await office.as('nhansu')(
      'mutation R($input: JobCommandInput!) { resumeJob(input: $input) { __typename } }',
      { input: { idempotencyKey: newKey(), job: result.id } },
    );
    expect(data.resumeJob.__typename).toBe('Job');
    await work();
    const done = await follow('nhansu', result.id);
    expect(done).toMatchObject({ state: 'DONE', done: whole.job.done, export: { sha256: whole.job.export.sha256 } });
  }, 60_000);

  test('is its asker’s alone, for a day, and not for a token that may not read the list', async () => {
    const { job } = await made('nhansu', 'PERIOD_SHEETS', 'JSONL', {
      filter: { unit: 'H99.01.01', period: '2026-10' },
    });
    expect((await fetchAs('quanly', job.export.url)).status).toBe(404);
    expect((await fetchAs('nhansu', job.export.url.replace('.jsonl', '.csv'))).status).toBe(404);
    const secret = await tokenFor('{TASK_READ}');
    expect((await fetchAs(null, job.export.url, secret)).status).toBe(403);
    expect((await follow('nhansu', job.id)).export.fetched).toBe(1);
    await office.ownerPool.query(
      `update congvu.export_file set expires_at = '2026-11-22T00:59:00Z' where sha256 = decode($1, 'hex')`,
      [job.export.sha256],
    );
    const late = await fetchAs('nhansu', job.export.url);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([410, 'EXPORT_EXPIRED']);
    expect((await follow('nhansu', job.id)).export.expired).toBe(true);
  });

  test('notes each person with the copy and its purpose, and leaves out who restricted exports', async () => {
    const variables = { filter: { unit: 'H99.04', period: '2026-10' } };
    const first = await made('nhansu', 'PERIOD_SHEETS', 'JSONL', variables);
    const [person] = first.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).employee);
    const { rows: noted } = await office.ownerPool.query<{ kind: string; purpose: string }>(
      `select ae.kind, ae.purpose::text from congvu.access_entry ae join congvu.employee e on e.id = ae.employee_id
       where e.code = $1 and ae.screen = 'export' and ae.kind like '%sheet%'`,
      [person.code],
    );
    expect(noted).toEqual([{ kind: 'file+sheet', purpose: 'STATISTICS' }]);
    const { rows: requests } = await office.ownerPool.query<{ id: string; employee_id: string }>(
      `insert into congvu.data_request (employee_id, kind, subject, content, answer_due_on)
       select id, 'RESTRICTION', 'Tệp', 'Không đưa vào tệp', '2026-11-24' from congvu.employee where code = $1 returning id, employee_id`,
      [person.code],
    );
    await office.ownerPool.query(
      `insert into congvu.data_restriction (employee_id, request_id, scope, from_on, recorded_by_name)
       values ($1, $2, 'EXPORT', '2026-11-01', 'Bảo vệ dữ liệu')`,
      [requests[0]?.employee_id, requests[0]?.id],
    );
    const second = await made('nhansu', 'PERIOD_SHEETS', 'JSONL', variables);
    expect(second.job.export).toMatchObject({ rows: first.job.export.rows - 1, hidden: 1 });
    expect(second.text).not.toContain(person.code);
  });
});

describe('asking for a file', () => {
  test.each([
    ['a filter the list does not know', 'EMPLOYEES', { filter: { colour: 'red' } }, '/variables'],
    ['an argument the list has none of', 'EMPLOYEES', { first: 1_000_000 }, '/variables'],
    ['an argument that is missing', 'PUBLISHED_LEVELS', {}, '/variables'],
  ])('is refused with %s', async (_name, list, variables, path) => {
    expect((await ask('nhansu', list, 'CSV', variables)).result).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path }],
    });
  });

  test('is refused for what is no JSON, for an unknown unit, without a purpose, without the right, and a third at once', async () => {
    const input = { idempotencyKey: newKey(), list: 'EMPLOYEES', format: 'CSV', variables: '{"filter":' };
    const { data } = await office.as('nhansu')(EXPORT, { input }, { 'x-purpose': 'STATISTICS' });
    expect(data.exportList).toMatchObject({ fields: [{ path: '/variables', code: 'NOT_JSON' }] });
    expect((await ask('nhansu', 'EMPLOYEES', 'CSV', { filter: { unit: 'H00' } })).reason).toBe('NOT_FOUND');
    const bare = await office.as('nhansu', 'congvu-script')(EXPORT, {
      input: { ...input, idempotencyKey: newKey(), variables: '{}' },
    });
    expect(bare.errors[0]?.extensions.code).toBe('PURPOSE_REQUIRED');
    const asToken = await office.withBearer(`Bearer ${await tokenFor('{TASK_READ}')}`)(
      EXPORT,
      { input: { ...input, idempotencyKey: newKey(), variables: '{}' } },
      { 'x-purpose': 'STATISTICS' },
    );
    expect(asToken.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask('nhansu', 'UNITS', 'CSV', {})).result.__typename).toBe('Job');
    expect((await ask('nhansu', 'UNITS', 'CSV', {})).result.__typename).toBe('Job');
    expect((await ask('nhansu', 'UNITS', 'CSV', {})).reason).toBe('LIMIT_EXCEEDED');
    await work();
  });

  test('is answered for every list, or the list says why not', () => {
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {})
      .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
      .map(({ name }) => name);
    expect(lists.length).toBeGreaterThan(30);
    const known = [...EXPORTED_LISTS.map(({ field }) => field), ...Object.keys(NOT_EXPORTED)];
    expect(lists.filter((list) => !known.includes(list))).toEqual([]);
    expect(EXPORTED_LISTS.map(({ field }) => field).filter((field) => !lists.includes(field))).toEqual([]);
  });

  test('makes each list that needs no argument', async () => {
    const simple = EXPORTED_LISTS.filter(
      ({ field }) =>
        ![
          'candidates',
          'accessEntries',
          'commendationHolds',
          'publishedLevels',
          'dataRequests',
          'tasks',
          'retentionProposals',
        ].includes(field),
    );
    for (const { field } of simple) {
      const word = field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      const asker = ['inspections', 'visits', 'findings', 'recommendations', 'feedback', 'inspectionPlans'].includes(
        field,
      )
        ? 'thanhtra'
        : ['grants', 'tokens'].includes(field)
          ? 'quantri'
          : 'nhansu';
      const filter = field === 'periodSheets' || field === 'tasks' ? { filter: { unit: 'H99.01.01' } } : {};
      const { result, reason } = await ask(asker, word, 'CSV', filter);
      expect([field, reason, result?.__typename]).toEqual([field, undefined, 'Job']);
      await work();
      expect([field, await follow(asker, result.id)]).toMatchObject([field, { state: 'DONE' }]);
    }
  }, 180_000);
});
