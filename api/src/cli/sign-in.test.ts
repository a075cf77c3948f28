import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createAccount, type IdentityServer, startIdentityServer } from '../identity/testing/identity-server.ts';
import { runCongvu } from './testing/run-congvu.ts';

const account = { userName: 'quanly', password: 'mật khẩu đúng' };
let office: TestDatabase;
let identity: IdentityServer;

beforeAll(async () => {
  office = await createTestDatabase();
  identity = await startIdentityServer(office);
  await createAccount(office, account);
});
afterAll(async () => {
  await identity?.close();
  await office?.drop();
});

const signIn = (input: string) =>
  runCongvu(['sign-in', '--user', 'quanly'], { environment: { PUBLIC_URL: identity.origin }, input });

test('prints a session’s token, which no scopes narrow', async () => {
  const { code, out, err } = await signIn(`${account.password}\n`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await identity.whoAmI(out.trim())).toMatchObject({
    ok: true,
    identity: { userName: 'quanly', tokenScopes: null, clientId: 'congvu-graphiql' },
  });
});

test('refuses a wrong password in one line', async () => {
  const { code, out, err } = await signIn('sai\n');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^congvu: WRONG_PASSWORD: .+\n$/);
});
