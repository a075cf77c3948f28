import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { appendAudit } from '@congvu/prisma/audit';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putInYear, type YearRows } from '../forms/testing/year-of.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const PERIOD = '2026-11';
const CODES = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'];

let office: ApiOffice;
let directory: string;
let person: { readonly id: string; readonly code: string; readonly name: string };
let year: YearRows;

beforeAll(async () => {
  office = await openApiOffice();
  directory = await mkdtemp(join(tmpdir(), 'congvu-own-data-'));
  const { rows } = await office.ownerPool.query<typeof person>(
    `select e.id, e.code, e.name from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'`,
  );
  if (rows[0] === undefined) throw new Error('The demonstration has an officer.');
  person = rows[0];
  year = await putInYear(office.ownerPool, person.id, 'H99.01');
  await confirmMonth();
  await done('chuyenvien', 'fileDataRequest', { kind: 'ACCESS', subject: 'Dữ liệu của tôi', content: 'Xin bản sao.' });
});
afterAll(async () => {
  await office?.close();
  await rm(directory, { recursive: true });
});

async function done(userName: string, name: string, input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(data?.[name]).not.toHaveProperty('code');
}

async function confirmMonth(): Promise<void> {
  const criteria = CODES.map((code) => ({ code, points: code.startsWith('I.') ? '5' : '2.5' }));
  const sheet = async () =>
    (await office.as('chuyenvien')(`{ viewer { employee { periodSheet(period: "${PERIOD}") { id revision } } } }`)).data
      .viewer.employee.periodSheet;
  await done('chuyenvien', 'selfScore', { period: PERIOD, revision: (await sheet()).revision, criteria });
  const { id, revision } = await sheet();
  await done('quanly', 'confirmPeriodSheet', { sheet: id, revision, criteria });
}

async function download(userName: string): Promise<Response> {
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL('/files/own-data.zip', office.url), { headers: { authorization } });
}
async function filesOf(userName: string): Promise<Record<string, Uint8Array>> {
  const response = await download(userName);
  expect(response.status).toBe(200);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

describe('one’s own record', () => {
  const RECORD = `{ viewer { record { heldBackNote employee { code } receipts { period display level keyId sheet { id } }
    requests(first: 5) { edges { node { kind } } }
    changes(first: 50) { edges { node { at by action entity payload } } }
    accessEntries(first: 5) { edges { node { readBy purpose } } } } } }`;

  test('says who changed it, who read it, and what can be proven later', async () => {
    await office.as('quanly')(
      `{ employee(code: "${person.code}") { periodSheets(first: 1) { edges { node { id } } } } }`,
    );
    const { data, errors } = await office.as('chuyenvien')(RECORD);
    expect(errors).toEqual([]);
    const { record } = data.viewer;
    expect(record.employee.code).toBe(person.code);
    expect(record.receipts).toMatchObject([{ period: PERIOD, keyId: office.database.auditKey?.keyId }]);
    expect(record.requests.edges).toEqual([{ node: { kind: 'ACCESS' } }]);
    const changes = record.changes.edges.map((edge: { node: { action: string } }) => edge.node.action);
    expect(changes.slice(0, 3)).toEqual(['fileDataRequest', 'confirmPeriodSheet', 'selfScore']);
    expect(record.changes.edges[1].node).toMatchObject({ entity: 'PeriodSheet', payload: { period: PERIOD } });
    expect(record.accessEntries.edges.length).toBeGreaterThan(0);
  });

  test('is there for no account without a person, and through nobody else', async () => {
    expect((await office.as('chutich')(RECORD)).data.viewer.record).toBeNull();
    const { errors } = await office.as('quanly')(`{ employee(code: "${person.code}") { record { heldBackNote } } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('holds a year’s decision back until its notice, but not what the person did himself', async () => {
    const chain = async (userName: string, action: string) => {
      const { rows } = await office.ownerPool.query<{ id: string }>(
        'select id from congvu.user_account where user_name = $1',
        [userName],
      );
      const actor = { userId: rows[0]?.id ?? '', tokenScopes: null, purpose: 'CLASSIFY', requestId: 'own-record-test' };
      await office.database.runAs(actor, () =>
        office.database.withActor((tx) =>
          appendAudit(tx, {
            action,
            entity: 'Classification',
            entityId: year.classification,
            employeeId: person.id,
            payload: { level: 'GOOD' },
            idempotencyKey: null,
          }),
        ),
      );
    };
    const notify = (at: string | null) =>
      office.ownerPool.query('update congvu.classification set notified_at = $2, state = $3 where id = $1', [
        year.classification,
        at,
        at === null ? 'DECIDED' : 'NOTIFIED',
      ]);
    const seen = async () =>
      (await office.as('chuyenvien')(RECORD)).data.viewer.record.changes.edges
        .map((edge: { node: { action: string; entity: string } }) => edge.node)
        .filter((node: { entity: string }) => node.entity === 'Classification')
        .map((node: { action: string }) => node.action);
    await chain('chuyenvien', 'selfRate');
    await chain('nhansu', 'decideClassifications');
    await notify(null);
    expect(await seen()).toEqual(['selfRate']);
    await notify('2026-12-20T03:00:00Z');
    expect(await seen()).toEqual(['decideClassifications', 'selfRate']);
  });

  test('says the same of what is held back to everybody', async () => {
    const note = async (userName: string) => (await office.as(userName)(RECORD)).data.viewer.record.heldBackNote;
    expect(await note('chuyenvien')).toBe(await note('quanly'));
    expect(await note('chuyenvien')).toContain('dù có hay không có');
  });
});

describe('own-data.zip', () => {
  test('holds the record, the receipts and the program, and its page tells how to check', async () => {
    const files = await filesOf('chuyenvien');
    const receipt = `receipts/bien-nhan-${PERIOD}-H99.01.01.json`;
    expect(Object.keys(files)).toEqual([
      'doc-toi.md',
      'record.json',
      receipt,
      'check-receipt.mjs',
      'khoa-cong-khai.pem',
    ]);
    const record = JSON.parse(strFromU8(files['record.json'] ?? new Uint8Array()));
    expect(record.viewer.record.employee).toMatchObject({ code: person.code, name: person.name });
    expect(record.periodSheets.length).toBeGreaterThanOrEqual(8);
    expect(record.tasks.length).toBeGreaterThan(5);
    expect(record.viewer.record.employee.classifications.length).toBeGreaterThan(0);
    for (const list of [
      'commendations',
      'disciplineDecisions',
      'violations',
      'findings',
      'feedback',
      'coordination',
      'initiatives',
    ]) {
      expect([list, Array.isArray(record[list])]).toEqual([list, true]);
    }
    const { rows } = await office.ownerPool.query<{ n: number }>(
      'select count(*)::int as n from congvu.access_entry where employee_id = $1',
      [person.id],
    );
    expect(record.accessEntries).toHaveLength(rows[0]?.n ?? -1);

    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), bytes);
    }
    // As the page says it.
    const page = strFromU8(files['doc-toi.md'] ?? new Uint8Array());
    const command = /^node (check-receipt\.mjs) (\S+) (\S+)$/m.exec(page)?.slice(1) ?? [];
    expect(command[1]).toBe(receipt);
    const said = await new Promise<string>((resolve) =>
      execFile(process.execPath, command, { cwd: directory }, (error, stdout) =>
        resolve(`${error?.code ?? 0} ${stdout}`),
      ),
    );
    expect(said).toMatch(/^0 Biên nhận đúng/);
    expect(page).toContain('Bản trình diễn');
  });

  test('is not logged, since it is one’s own, and is nobody’s without a person or by a token', async () => {
    const count = async () =>
      (await office.ownerPool.query('select count(*)::int as n from congvu.access_entry')).rows[0].n;
    const before = await count();
    expect((await download('chuyenvien')).status).toBe(200);
    expect(await count()).toBe(before);
    expect((await download('chutich')).status).toBe(404);
    const { data } = await office.as('chuyenvien')(
      'mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatedPersonalToken { secret } } }',
      { input: { idempotencyKey: newKey(), name: 'Kịch bản', scopes: ['SCORE_READ'], expiresOn: '2026-12-31' } },
    );
    const authorization = `Bearer ${data.createPersonalToken.secret}`;
    const byToken = await fetch(new URL('/files/own-data.zip', office.url), {
      headers: { authorization, 'x-purpose': 'STATISTICS' },
    });
    expect(byToken.status).toBe(403);
  });
});
