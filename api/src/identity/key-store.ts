import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JWK } from 'jose';
import type { Pool } from 'pg';

/** Any number that no other advisory lock of ours uses: the digits of "oidc" on a telephone. */
const KEY_LOCK = 6432;

export interface ProviderKeys {
  /** Private RSA keys that sign tokens (RS256), oldest first; the oldest signs. */
  readonly signing: readonly JWK[];
  /** Secrets that sign cookies, oldest first. */
  readonly cookies: readonly string[];
}

/**
 * The provider's keys from `congvu.oidc_key`, made at the first start.
 *
 * They are in the database and not in a file because every api process must sign with the same ones; two processes
 * that start at once wait for each other here.
 */
export async function loadProviderKeys(pool: Pool): Promise<ProviderKeys> {
  const existing = await readKeys(pool);
  if (existing !== null) return existing;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [KEY_LOCK]);
    if ((await readKeys(client)) === null) {
      await client.query(
        `insert into congvu.oidc_key (kid, jwk, purpose, created_at)
         values ($1, $2, 'sig', now()), ($3, $4, 'cookie', now())`,
        [...(await createSigningKey()), ...createCookieKey()],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  const created = await readKeys(pool);
  if (created === null) throw new Error('the provider keys were written and cannot be read');
  return created;
}

async function readKeys(connection: Pick<Pool, 'query'>): Promise<ProviderKeys | null> {
  const { rows } = await connection.query<{ purpose: string; jwk: JWK }>(
    'select purpose, jwk from congvu.oidc_key order by created_at, kid',
  );
  const signing = rows.filter((row) => row.purpose === 'sig').map((row) => row.jwk);
  const cookies = rows.filter((row) => row.purpose === 'cookie').flatMap((row) => row.jwk.k ?? []);
  return signing.length > 0 && cookies.length > 0 ? { signing, cookies } : null;
}

async function createSigningKey(): Promise<[kid: string, jwk: string]> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  return [kid, JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' })];
}

function createCookieKey(): [kid: string, jwk: string] {
  const kid = randomUUID();
  return [kid, JSON.stringify({ kty: 'oct', kid, k: randomBytes(32).toString('base64url') })];
}
