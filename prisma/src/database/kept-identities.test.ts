import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import { type Database, openDatabase } from './database.ts';
import { IdentityChanges } from './identity-changes.ts';
import { KeptIdentities } from './kept-identities.ts';

let office: TestDatabase;
let org: SmallOrganisation;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  office = await createTestDatabase();
  org = await createSmallOrganisation(office.ownerPool);
  database = openDatabase({
    url: office.urls.apiUrl,
    poolSize: 2,
    keepsIdentities: true,
    onStatement: (text) => statements.push(text),
  });
});
beforeEach(() => untilKept());
afterAll(async () => {
  await database.close();
  await office.drop();
});

/** A busy machine may be slow to connect. */
const PATIENT = { timeout: 10_000, interval: 10 };

const director = () => database.authenticateSubject('embedded', 'gd');
const questions = () => statements.filter((text) => text.includes('authenticate_subject')).length;
const holds = async (permission: string) =>
  (await director())?.permissions.some((held) => held.permission === permission) ?? false;

/** Until a question is answered without a statement: the process listens, and what it heard is past. */
async function untilKept(): Promise<void> {
  await vi.waitFor(async () => {
    const before = questions();
    await director();
    expect(questions()).toBe(before);
  }, PATIENT);
}

test('who asks again is known without a statement', async () => {
  const before = questions();
  expect(await director()).toMatchObject({ userId: org.director.userId, displayName: 'Đỗ Giám Đốc' });
  expect(questions()).toBe(before);
});

test('nobody is not kept: an account may be opened the next moment', async () => {
  const before = questions();
  for (const _ of [1, 2]) expect(await database.authenticateSubject('embedded', 'ai-do')).toBeNull();
  expect(questions()).toBe(before + 2);
});

const change = (text: string) => office.ownerPool.query(text);
const ofDirector = () => `user_id = '${org.director.userId}'`;

test.each([
  {
    what: 'an account that is closed',
    now: () => change(`UPDATE user_account SET active = false WHERE id = '${org.director.userId}'`),
    isSeen: async () => (await director()) === null,
    back: () => change(`UPDATE user_account SET active = true WHERE id = '${org.director.userId}'`),
  },
  {
    what: 'a post that ended',
    now: () => change(`UPDATE assignment SET valid_to = '2026-11-01' WHERE employee_id = '${org.director.employeeId}'`),
    isSeen: async () => !(await holds('TASK_ASSIGN')),
    back: () => change(`UPDATE assignment SET valid_to = NULL WHERE employee_id = '${org.director.employeeId}'`),
  },
  {
    what: 'a role that is given',
    now: () =>
      change(`INSERT INTO role_grant (user_id, role, unit_id, valid_from, document)
              SELECT '${org.director.userId}', 'HR', id, '2026-01-01', '1/QĐ' FROM unit LIMIT 1`),
    isSeen: () => holds('STAFF_MANAGE'),
    back: () => change(`DELETE FROM role_grant WHERE ${ofDirector()} AND role = 'HR'`),
  },
  {
    what: 'what a role may',
    now: () => change(`DELETE FROM role_scope WHERE permission = 'TASK_ASSIGN'`),
    isSeen: async () => !(await holds('TASK_ASSIGN')),
    back: () => change(`INSERT INTO role_scope VALUES ('MANAGER', 'TASK_ASSIGN'), ('HEAD_OF_UNIT', 'TASK_ASSIGN')`),
  },
])('$what is heard of from another connection', async ({ now, isSeen, back }) => {
  expect(await isSeen()).toBe(false);
  await now();
  // Far below the five seconds for which it would be kept where nobody told.
  await vi.waitFor(async () => expect(await isSeen()).toBe(true), { timeout: 2_000, interval: 10 });
  await back();
  await vi.waitFor(async () => expect(await isSeen()).toBe(false), { timeout: 2_000, interval: 10 });
});

test('a connection that keeps its actor names him anew', async () => {
  const ask = () =>
    database.runAs(actorOf(org.director), () =>
      database.pool.query<{ scopes: string }>("SELECT current_setting('congvu.scope_task_assign') AS scopes"),
    );
  expect((await ask()).rows[0]?.scopes).not.toBe('{}');
  await change(`UPDATE assignment SET valid_to = '2026-11-01' WHERE employee_id = '${org.director.employeeId}'`);
  const isEmpty = async () => expect((await ask()).rows[0]?.scopes).toBe('{}');
  await vi.waitFor(isEmpty, { timeout: 2_000, interval: 10 });
  await change(`UPDATE assignment SET valid_to = NULL WHERE employee_id = '${org.director.employeeId}'`);
});

describe('a second connection', () => {
  const NAMES = `SELECT 'congvu.scope_' || lower(unnest(enum_range(NULL::congvu.permission))::text) AS name
    UNION ALL VALUES ('congvu.actor_user'), ('congvu.actor_employee'), ('congvu.purpose'), ('congvu.request_id')`;
  /** A permission's paths in an order of their own, so that settings can be compared. */
  const SETTINGS = `WITH nap AS MATERIALIZED (SELECT pg_sleep(0.05)) SELECT s.name, CASE WHEN s.name LIKE 'congvu.scope%'
      THEN ARRAY(SELECT unnest(current_setting(s.name)::ltree[])::text ORDER BY 1)::text
      ELSE current_setting(s.name) END AS value
    FROM nap CROSS JOIN (${NAMES} OFFSET 0) s ORDER BY s.name`;
  type Rows = readonly { readonly name: string; readonly value: string }[];
  const named = () => statements.filter((text) => text.includes('name_actor')).length;

  test.each(['director', 'headA', 'staffA', 'personnel', 'inspector'] as const)(
    'is named by what is known, with the very settings of name_actor(): %s',
    async (who) => {
      const person = org[who];
      const owner = await office.ownerPool.connect();
      await owner.query('SELECT congvu.name_actor($1, NULL, NULL, NULL)', [person.userId]);
      const { rows: expected } = await owner.query(SETTINGS);
      owner.release(true);
      const { rows: accounts } = await office.ownerPool.query('SELECT subject FROM user_account WHERE id = $1', [
        person.userId,
      ]);
      await untilKept();
      // Somebody else was on both connections before.
      await both(org.staffB);
      await database.authenticateSubject('embedded', accounts[0].subject);
      const before = named();
      for (const rows of await both(person)) expect(rows).toEqual(expected);
      expect(named()).toBe(before);
    },
  );

  test('is not, where a right has ended since', async () => {
    await untilKept();
    await both(org.director);
    await change(`UPDATE assignment SET valid_to = '2026-11-01' WHERE employee_id = '${org.director.employeeId}'`);
    await vi.waitFor(
      async () => {
        for (const rows of await both(org.director))
          expect(rows).toContainEqual(expect.objectContaining({ name: 'congvu.scope_task_assign', value: '{}' }));
      },
      { timeout: 2_000, interval: 10 },
    );
    await change(`UPDATE assignment SET valid_to = NULL WHERE employee_id = '${org.director.employeeId}'`);
  });

  /** What both connections of the pool hold for a person, asked at one time. */
  const both = (person: SmallOrganisation['director']): Promise<readonly Rows[]> =>
    Promise.all(
      [1, 2].map(() =>
        database.runAs(actorOf(person), async () => (await database.pool.query<Rows[number]>(SETTINGS)).rows),
      ),
    );
});

test('what this process changed it knows at once', async () => {
  const before = questions();
  await database.runAs(actorOf(org.director), () => database.withActor(async () => undefined));
  await director();
  expect(questions()).toBe(before + 1);
});

test('an answer is not kept where something changed while it was given', async () => {
  const changes = new IdentityChanges(office.urls.apiUrl);
  const kept = new KeptIdentities(changes);
  const identity = await director();
  let asked = 0;
  const find = (meanwhile: () => void = () => undefined) =>
    kept.find('embedded', 'gd', async () => {
      asked += 1;
      meanwhile();
      return identity;
    });
  await find();
  await vi.waitFor(() => expect(changes.epoch).not.toBeNull(), PATIENT);
  await find(() => changes.advance());
  await find();
  await find();
  expect(asked).toBe(3);
  await changes.close();
  await find();
  expect(asked).toBe(4);
});

test('a lost connection is noticed, and listening begins again by itself', async () => {
  const client = new pg.Client({ connectionString: office.urls.apiUrl });
  await client.connect();
  const { rowCount } = await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  );
  await client.end();
  expect(rowCount).toBe(1);
  await vi.waitFor(async () => {
    const before = questions();
    await director();
    expect(questions()).toBe(before + 1);
  }, PATIENT);
  await vi.waitFor(untilKept, PATIENT);
});

test('while nothing is heard each request asks', async () => {
  const kept = new KeptIdentities(new IdentityChanges('postgres://127.0.0.1:1/nowhere'));
  const identity = await director();
  let asked = 0;
  for (const _ of [1, 2, 3])
    await kept.find('embedded', 'gd', async () => {
      asked += 1;
      return identity;
    });
  expect(asked).toBe(3);
});

test('a process that keeps none asks at each request', async () => {
  const asked: string[] = [];
  const other = openDatabase({ url: office.urls.apiUrl, poolSize: 1, onStatement: (text) => asked.push(text) });
  for (const _ of [1, 2]) await other.authenticateSubject('embedded', 'gd');
  await other.close();
  expect(asked).toHaveLength(2);
});
