import { openAuditSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import type { Logger } from 'pino';
import { createDocsHandler } from '../docs/docs-handler.ts';
import type { Environment } from '../environment.ts';
import { EventFeed } from '../events/event-feed.ts';
import { EventStreams } from '../events/event-streams.ts';
import { createFilesHandler } from '../files/files-handler.ts';
import { createBearerVerifier, type TrustedIssuer } from '../identity/bearer.ts';
import { GRAPHIQL_CLIENT_ID } from '../identity/clients.ts';
import { createForeignKeyFinder } from '../identity/foreign-issuer.ts';
import { openIdentityPool } from '../identity/identity-pool.ts';
import { createIdentityProvider, EMBEDDED_ISSUER, type IdentityProvider } from '../identity/provider.ts';
import { LIMITS } from '../limits/limits.ts';
import { RateLimiter } from '../limits/rate-limiter.ts';
import type { ApiServer } from '../server.ts';
import { startDeliveries } from '../webhook/deliveries.ts';
import { receiverNetwork } from '../webhook/receiver-network.ts';
import { createYogaHandler } from '../yoga.ts';
import { auditFiles } from './audit-files.ts';
import type { Closing } from './closing.ts';
import type { DatabaseSource } from './database-source.ts';
import { openJobProcess } from './job-processes.ts';
import type { Office } from './office.ts';

export interface DoorParts {
  readonly environment: Environment;
  readonly source: DatabaseSource;
  readonly office: Office;
  readonly server: ApiServer;
  readonly publicUrl: string;
  readonly closing: Closing;
  readonly log: Logger;
}

/** Puts the api and, where it runs, the identity provider behind the server's doors. */
export async function openDoors(parts: DoorParts): Promise<{ readonly issuer: string | null }> {
  const { environment, source, office, server, publicUrl, closing, log } = parts;
  const auditSigner = await openAuditSigner(auditFiles(environment));
  const database = openDatabase({ url: source.apiUrl, auditSigner, keepsIdentities: true });
  await closing.add(() => database.close());
  const provider = await openProvider(parts);
  const trusted = trustIssuer(environment, provider);
  const receivers = receiverNetwork(environment.webhookHosts);
  const shared = {
    database,
    verifyBearer: createBearerVerifier({ database, trusted }),
    facts: {
      demonstration: office.demonstration,
      publicUrl,
      issuer: trusted?.issuer ?? null,
      graphiqlClientId: provider === null ? environment.oidcClientId : GRAPHIQL_CLIENT_ID,
      receivers,
      rehearsesDeprecations: environment.rehearseDeprecations,
    },
    log,
    limiter: new RateLimiter(LIMITS.requestsPerMinute),
  };
  const streams = new EventStreams(new EventFeed({ database, log }));
  server.open({
    graphql: createYogaHandler({ ...shared, streams }),
    files: createFilesHandler(shared),
    identity: provider === null ? null : provider.handle,
    docs: createDocsHandler(),
    // Asks who nobody is: the one statement that needs no actor. It rejects where the database does not answer.
    isReady: () => database.authenticateSubject('', '').then(() => true),
  });
  await openJobProcess({ apiUrl: source.apiUrl, closing, log });
  const deliveries = startDeliveries({ database, network: receivers, log });
  await closing.add(() => deliveries.close());
  // Before the pools are ended nothing may be in hand any more, so the server is closed first.
  await closing.add(() => server.close());
  // A subscription is in hand for ever: it ends first, and its reader goes on with another process.
  await closing.add(() => streams.close());
  return { issuer: trusted?.issuer ?? null };
}

async function openProvider(parts: DoorParts): Promise<IdentityProvider | null> {
  const { environment, source, office, publicUrl, closing, log } = parts;
  if (environment.oidcIssuer !== null || source.identityUrl === null) return null;
  const pool = openIdentityPool(source.identityUrl, log);
  await closing.add(() => pool.end());
  const provider = await createIdentityProvider({
    pool,
    publicUrl,
    audience: environment.oidcAudience,
    hints: office.demonstration ? office.accounts : null,
    log,
  });
  await closing.add(provider.close);
  return provider;
}

function trustIssuer(environment: Environment, provider: IdentityProvider | null): TrustedIssuer | null {
  const audience = environment.oidcAudience;
  if (provider !== null) {
    const { issuer, findKey } = provider;
    return { issuer, recordedAs: EMBEDDED_ISSUER, audience, subjectClaim: 'sub', findKey };
  }
  const issuer = environment.oidcIssuer;
  if (issuer === null) return null;
  const findKey = createForeignKeyFinder(issuer);
  return { issuer, recordedAs: issuer, audience, subjectClaim: environment.oidcEmployeeClaim, findKey };
}
