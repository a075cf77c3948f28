import { pino } from 'pino';
import type { TestDatabase } from '../../../../test/testkit/database.ts';
import { type ApiServer, listen } from '../../server.ts';
import { createBearerVerifier } from '../bearer.ts';
import { EXTENSION_CLIENT_ID, extensionRedirectUris, readExtensionIds } from '../clients.ts';
import { openIdentityPool } from '../identity-pool.ts';
import { hashPassword } from '../password.ts';
import { createIdentityProvider, EMBEDDED_ISSUER } from '../provider.ts';

const AUDIENCE = 'congvu';

export const extensionClient = {
  id: EXTENSION_CLIENT_ID,
  redirectUri: extensionRedirectUris(readExtensionIds())[0],
};

export interface IdentityServer {
  readonly issuer: string;
  readonly origin: string;
  readonly server: ApiServer;
  /** Stands in for the api: answers what the bearer check makes of the request. */
  readonly whoAmI: (token: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The provider and the bearer check on a real port and a real database, as `start` puts them together. */
export async function startIdentityServer(
  { urls, database }: TestDatabase,
  options: { readonly port?: number; readonly demonstration?: boolean } = {},
): Promise<IdentityServer> {
  const log = pino({ level: 'silent' });
  const server = await listen('127.0.0.1', options.port ?? 0, log);
  const origin = `http://127.0.0.1:${server.port}`;
  const pool = openIdentityPool(urls.identityUrl, log);
  const hints = [
    { userName: 'quanly', password: 'trình diễn', description: { vi: 'Trưởng phòng', en: 'Head of division' } },
  ];
  const provider = await createIdentityProvider({
    pool,
    publicUrl: origin,
    audience: AUDIENCE,
    hints: options.demonstration ? hints : null,
    log,
  });
  const { issuer, findKey } = provider;
  const verifyBearer = createBearerVerifier({
    database,
    trusted: { issuer, recordedAs: EMBEDDED_ISSUER, audience: AUDIENCE, subjectClaim: 'sub', findKey },
  });
  server.open({
    identity: provider.handle,
    isReady: async () => true,
    files: (_, response) => response.end(),
    graphql: async (request, response) => {
      response.end(JSON.stringify(await verifyBearer(request.headers.authorization ?? null)));
    },
  });
  return {
    issuer,
    origin,
    server,
    whoAmI: async (token) => {
      const response = await fetch(`${origin}/graphql`, { headers: { authorization: `Bearer ${token}` } });
      return response.json();
    },
    close: async () => {
      await server.close();
      provider.close();
      await pool.end();
    },
  };
}

/** An account of the embedded provider; answers its subject. */
export async function createAccount(
  { ownerPool }: TestDatabase,
  account: { readonly userName: string; readonly password: string; readonly active?: boolean },
): Promise<string> {
  const subject = crypto.randomUUID();
  const { rows } = await ownerPool.query<{ id: string }>(
    `insert into congvu.user_account (issuer, subject, user_name, display_name, active)
     values ($1, $2, $3, $3, $4) returning id`,
    [EMBEDDED_ISSUER, subject, account.userName, account.active ?? true],
  );
  await ownerPool.query('insert into congvu.credential (user_id, user_name, hash) values ($1, $2, $3)', [
    rows[0]?.id,
    account.userName,
    await hashPassword(account.password),
  ]);
  return subject;
}
