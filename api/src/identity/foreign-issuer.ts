import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const discoveryShape = z.object({ issuer: z.string(), jwks_uri: z.url() });
const TIMEOUT_MS = 10_000;

/**
 * Finds the keys of an office's own OpenID provider by its discovery document.
 *
 * The document is fetched with the first token, not at start: an api process must come up while the provider is away.
 * A failure is not remembered. Throws where the provider does not answer or names another issuer than it was asked as.
 */
export function createForeignKeyFinder(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | null = null;

  return async (header, token) => {
    keys ??= discoverKeys(issuer).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    const findKey = await keys;
    return findKey(header, token);
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const discovery = discoveryShape.parse(await response.json());
  if (discovery.issuer !== issuer) throw new Error(`${address} is of the issuer ${discovery.issuer}`);
  return createRemoteJWKSet(new URL(discovery.jwks_uri), { timeoutDuration: TIMEOUT_MS });
}
