import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createBearerVerifier } from '../identity/bearer.ts';
import { runCongvu } from './testing/run-congvu.ts';

let office: TestDatabase;
let dataDirectory: string;
let environment: Record<string, string>;

beforeAll(async () => {
  office = await createTestDatabase();
  dataDirectory = mkdtempSync(join(tmpdir(), 'congvu-token-'));
  environment = {
    DATABASE_URL: office.urls.apiUrl,
    DATABASE_OWNER_URL: office.urls.ownerUrl,
    DATA_DIR: dataDirectory,
  };
  await office.ownerPool.query(
    `insert into congvu.user_account (issuer, subject, user_name, display_name)
     values ('https://sso.example', 'NV-0001', 'nhansu', 'Trần Thị Bình')`,
  );
});

afterAll(async () => {
  await office?.drop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** In half a year. */
const expires = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);

const create = (words: readonly string[] = []) =>
  runCongvu(['token', 'create', '--scopes', 'EMPLOYEE_READ,unit_read', '--expires', expires, ...words], {
    environment,
  });

test('gives a token that the api takes, and keeps nothing it could be made of again', async () => {
  const { code, out, err } = await create(['--user', 'nhansu', '--name', 'báo cáo tháng']);
  expect(err).toBe('');
  expect(code).toBe(0);
  const token = out.trim();
  expect(token).toMatch(/^congvu_pat_[\w-]{43}$/);
  const verify = createBearerVerifier({ database: office.database, trusted: null });
  expect(await verify(`Bearer ${token}`)).toMatchObject({
    ok: true,
    identity: { userName: 'nhansu', tokenScopes: ['EMPLOYEE_READ', 'UNIT_READ'] },
  });
  const { rows } = await office.ownerPool.query('select t::text as row from congvu.personal_token t');
  expect(rows[0].row).toContain('báo cáo tháng');
  expect(rows[0].row).not.toContain(token);
});

test('gives programs the token as JSON', async () => {
  const { out } = await create(['--user', 'nhansu', '--json']);
  expect(JSON.parse(out)).toEqual({
    token: expect.stringMatching(/^congvu_pat_/),
    user: 'nhansu',
    scopes: ['EMPLOYEE_READ', 'UNIT_READ'],
    expires,
  });
});

test('creates nothing for a user who does not exist', async () => {
  const { code, out, err } = await create(['--user', 'khong-co-ai']);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^congvu: NOT_FOUND: /);
});

test("needs the owner's address", async () => {
  const withoutOwner = { DATABASE_URL: office.urls.apiUrl };
  const words = ['token', 'create', '--user', 'nhansu', '--scopes', 'UNIT_READ', '--expires', expires];
  const { code, err } = await runCongvu(words, { environment: withoutOwner });
  expect(code).toBe(1);
  expect(err).toMatch(/^congvu: ENVIRONMENT_INVALID: .*DATABASE_OWNER_URL/);
});
