import { attachEmbedded, startEmbedded } from '@congvu/prisma/embedded';
import { migrate } from '@congvu/prisma/migrate';
import { domainError } from '@congvu/schema/errors';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { withConnection } from './with-connection.ts';

/** The database a command works on. */
export interface DatabaseSource {
  /** Null where DATABASE_URL is given without DATABASE_OWNER_URL: then nothing can be migrated. */
  readonly ownerUrl: string | null;
  readonly apiUrl: string;
  /** Null on a server of the office's own: there the embedded provider does not run. */
  readonly identityUrl: string | null;
  readonly isEmbedded: boolean;
  /** Resolves when an embedded server ends by itself; never for another. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the office's database: the server at DATABASE_URL, or the embedded one, which is started unless `start` runs it
 * already and `mayAttach` allows its use.
 *
 * Throws DATABASE_UNREACHABLE, DATA_DIRECTORY_NEWER, DATA_DIRECTORY_UNUSABLE.
 */
export async function openDatabaseSource(environment: Environment, mayAttach: boolean): Promise<DatabaseSource> {
  const never = new Promise<void>(() => {});
  const nothing = async () => {};
  if (environment.databaseUrl !== null) {
    const ownerUrl = environment.databaseOwnerUrl;
    await assertReachable(environment.databaseUrl);
    if (ownerUrl !== null) await assertReachable(ownerUrl);
    return {
      ownerUrl,
      apiUrl: environment.databaseUrl,
      identityUrl: null,
      isEmbedded: false,
      ended: never,
      close: nothing,
    };
  }
  const running = mayAttach ? attachEmbedded({ dataDir: environment.dataDirectory }) : null;
  if (running !== null) return { ...running, isEmbedded: true, ended: never, close: nothing };
  const server = await startEmbedded({ dataDir: environment.dataDirectory });
  const { ownerUrl, apiUrl, identityUrl, ended } = server;
  return { ownerUrl, apiUrl, identityUrl, isEmbedded: true, ended, close: () => server.stop() };
}

/** Runs `use` with the owner's address; what was started for it is stopped again. Throws as `openDatabaseSource` does. */
export async function withOwner<Value>(
  environment: Environment,
  use: (ownerUrl: string, source: DatabaseSource) => Promise<Value>,
): Promise<Value> {
  const source = await openDatabaseSource(environment, true);
  try {
    return await use(getOwnerUrl(source), source);
  } finally {
    await source.close();
  }
}

/** Throws ENVIRONMENT_INVALID where the owner's address is not known. */
function getOwnerUrl(source: DatabaseSource): string {
  if (source.ownerUrl !== null) return source.ownerUrl;
  throw new Failure(domainError('ENVIRONMENT_INVALID', { name: 'DATABASE_OWNER_URL', expected: 'postgresql://…' }));
}

/** Brings an embedded database up to date; one of the office's own is migrated by `congvu migrate` alone. */
export function migrateEmbedded(source: DatabaseSource): Promise<readonly string[]> {
  return source.isEmbedded ? migrate(getOwnerUrl(source)) : Promise.resolve([]);
}

const CONNECT_TIMEOUT_MS = 5_000;

async function assertReachable(url: string): Promise<void> {
  const config = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  try {
    await withConnection(config, async () => {});
  } catch (error) {
    throw new Failure(domainError('DATABASE_UNREACHABLE', { reason: reasonOf(error) }), error);
  }
}

/** The system's or PostgreSQL's own code, such as ECONNREFUSED or 28P01 (wrong password); the address may hold a secret. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
