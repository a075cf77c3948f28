import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { createBearerVerifier, type VerifyBearer } from './bearer.ts';
import { createForeignKeyFinder } from './foreign-issuer.ts';
import { createPersonalTokenSecret } from './personal-token.ts';

const AUDIENCE = 'congvu';
let testDatabase: TestDatabase;
let office: Awaited<ReturnType<typeof startOfficeIssuer>>;
let verify: VerifyBearer;
let userId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  office = await startOfficeIssuer();
  const { rows } = await testDatabase.ownerPool.query<{ id: string }>(
    `insert into congvu.user_account (issuer, subject, user_name, display_name)
     values ($1, 'NV-0042', 'an.nv', 'Nguyễn Văn An') returning id`,
    [office.issuer],
  );
  userId = rows[0]?.id ?? '';
  verify = createBearerVerifier({
    database: testDatabase.database,
    trusted: {
      issuer: office.issuer,
      recordedAs: office.issuer,
      audience: AUDIENCE,
      subjectClaim: 'employee_code',
      findKey: createForeignKeyFinder(office.issuer),
    },
  });
});

afterAll(async () => {
  await office?.close();
  await testDatabase?.drop();
});

/** An office's own OpenID provider, as far as a resource server sees it: discovery and keys. */
async function startOfficeIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'office', alg: 'ES256' };
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/realm/.well-known/openid-configuration';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isDiscovery ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  const sign = (claims: Record<string, unknown> = {}, key = privateKey, kid = 'office') =>
    new SignJWT({ iss: issuer, aud: AUDIENCE, employee_code: 'NV-0042', azp: 'office-client', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setExpirationTime((claims.exp as number | undefined) ?? '5m')
      .sign(key);
  const close = () => new Promise((resolve) => server.close(resolve));
  return { issuer, sign, close };
}

describe('a signed token', () => {
  test('names the user by the claim the office chose', async () => {
    const outcome = await verify(`Bearer ${await office.sign()}`);
    expect(outcome).toMatchObject({ ok: true, identity: { userName: 'an.nv', clientId: 'office-client' } });
    // A second time, from the remembered signature.
    expect(await verify(`Bearer ${await office.sign()}`)).toMatchObject({ ok: true });
  });

  test('names nobody without the claim, or for somebody unknown', async () => {
    for (const claims of [{ employee_code: undefined }, { employee_code: 42 }, { employee_code: 'NV-9999' }]) {
      expect(await verify(`Bearer ${await office.sign(claims)}`)).toEqual({ ok: false, code: 'UNAUTHENTICATED' });
    }
  });

  test('is told when it has expired', async () => {
    const past = Math.floor(Date.now() / 1000) - 60;
    expect(await verify(`Bearer ${await office.sign({ exp: past })}`)).toEqual({ ok: false, code: 'TOKEN_EXPIRED' });
  });

  test('is told when another issuer made it, whoever signed it', async () => {
    const stranger = await generateKeyPair('ES256');
    for (const token of [
      await office.sign({ iss: 'https://elsewhere.example' }),
      await office.sign({ iss: 'https://elsewhere.example' }, stranger.privateKey, 'stranger'),
    ]) {
      expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, code: 'TOKEN_FOREIGN_ISSUER' });
    }
  });

  test('is refused with another key, another audience, or one letter changed', async () => {
    const stranger = await generateKeyPair('ES256');
    const right = await office.sign();
    const [head, body, signature = ''] = right.split('.');
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as object;
    const altered = Buffer.from(JSON.stringify({ ...claims, employee_code: 'NV-0001' })).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [
      await office.sign({}, stranger.privateKey),
      await office.sign({}, stranger.privateKey, 'unknown'),
      await office.sign({ aud: 'another-service' }),
      `${head}.${altered}.${signature}`,
      unsigned,
    ]) {
      expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, code: 'UNAUTHENTICATED' });
    }
  });

  test('works no more from the moment its user is struck off', async () => {
    const token = await office.sign();
    expect(await verify(`Bearer ${token}`)).toMatchObject({ ok: true });
    await testDatabase.ownerPool.query('update congvu.user_account set active = false where id = $1', [userId]);
    expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, code: 'UNAUTHENTICATED' });
    await testDatabase.ownerPool.query('update congvu.user_account set active = true where id = $1', [userId]);
  });

  test('is foreign where no issuer is trusted', async () => {
    const without = createBearerVerifier({ database: testDatabase.database, trusted: null });
    expect(await without(`Bearer ${await office.sign()}`)).toEqual({ ok: false, code: 'TOKEN_FOREIGN_ISSUER' });
  });

  test('is no fault of its bearer while its issuer is away', async () => {
    const away = await startOfficeIssuer();
    const token = await away.sign();
    await away.close();
    const verifyAway = createBearerVerifier({
      database: testDatabase.database,
      trusted: {
        issuer: away.issuer,
        recordedAs: away.issuer,
        audience: AUDIENCE,
        subjectClaim: 'sub',
        findKey: createForeignKeyFinder(away.issuer),
      },
    });
    await expect(verifyAway(`Bearer ${token}`)).rejects.toThrow();
  });
});

describe('a personal token', () => {
  async function createToken(days: number): Promise<{ token: string; id: string }> {
    const { secret: token, prefix, secretHash } = createPersonalTokenSecret();
    const { rows } = await testDatabase.ownerPool.query<{ id: string }>(
      `insert into congvu.personal_token (user_id, name, prefix, secret_hash, scopes, expires_at)
       values ($1, 'kiểm thử', $2, $3, '{UNIT_READ}', now() + make_interval(days => $4)) returning id`,
      [userId, prefix, secretHash, days],
    );
    return { token, id: rows[0]?.id ?? '' };
  }

  test('names its owner, narrowed to its scopes, for no client', async () => {
    const { token } = await createToken(1);
    expect(await verify(`Bearer ${token}`)).toMatchObject({
      ok: true,
      identity: { userName: 'an.nv', clientId: null, tokenScopes: ['UNIT_READ'] },
    });
  });

  test('is told when it has expired or was revoked', async () => {
    const expired = await createToken(-2);
    expect(await verify(`Bearer ${expired.token}`)).toEqual({ ok: false, code: 'TOKEN_EXPIRED' });
    const revoked = await createToken(1);
    await testDatabase.ownerPool.query('update congvu.personal_token set revoked_at = now() where id = $1', [
      revoked.id,
    ]);
    expect(await verify(`Bearer ${revoked.token}`)).toEqual({ ok: false, code: 'TOKEN_REVOKED' });
  });

  test('names nobody where it is unknown', async () => {
    const { secret } = createPersonalTokenSecret();
    expect(await verify(`Bearer ${secret}`)).toEqual({ ok: false, code: 'UNAUTHENTICATED' });
  });
});

test.each([null, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer congvu_pat_short', 'Bearer a.b.c', 'Bearer x y'])(
  'names nobody by %j',
  async (header) => {
    expect(await verify(header)).toEqual({ ok: false, code: 'UNAUTHENTICATED' });
  },
);
