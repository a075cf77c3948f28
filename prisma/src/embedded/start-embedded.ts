import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCluster } from './cluster.ts';
import {
  type Credentials,
  type DataDirectory,
  getCredentials,
  isClusterReady,
  openDataDirectory,
} from './data-directory.ts';
import { findLockHolder, lockDirectory } from './directory-lock.ts';
import { createRolesAndDatabase, databaseName } from './roles-and-database.ts';
import { getServerAccount } from './server-account.ts';
import { getServerBinaries } from './server-binaries.ts';
import { startServer } from './server-process.ts';
import { endStaleServer } from './stale-server.ts';

/** Addresses of the database for its three roles; `new URL()` reads them, but the host is the parameter of that name. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly identityUrl: string;
}

export interface EmbeddedServer extends DatabaseUrls {
  /** The superuser's address, on the database `postgres`: for tests, which make databases. */
  readonly superuserUrl: string;
  /** Resolves when the server is gone, by stop() or by itself. */
  readonly ended: Promise<void>;
  /** Closes every connection, writes all to disk and ends the server; may be called twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** DATA_DIR; made when missing. */
  readonly dataDir: string;
  /** False: a crash of the machine may lose the data. For tests only. */
  readonly durable?: boolean;
  /** Where programs and clusters go that the server's account cannot reach in their own place. */
  readonly sharedDir?: string;
}

const defaultSharedDir = '/var/lib/congvu';
const socketPort = 5432;

/**
 * Starts the embedded PostgreSQL on a data directory, making it on first use, and leaves it ready for connections.
 *
 * The server ends when stop() is called and when this process ends in whatever way. What a killed start left behind is
 * ended first. Nothing is migrated or seeded here.
 *
 * Errors (DataDirectoryError): DATA_DIRECTORY_NEWER, DATA_DIRECTORY_UNUSABLE.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const root = resolve(options.dataDir);
  const durable = options.durable ?? true;
  const sharedDir = options.sharedDir ?? defaultSharedDir;
  const account = getServerAccount(root);
  const directory = openDataDirectory(root, account, sharedDir);
  const unlock = lockDirectory(root);
  try {
    const binaries = await getServerBinaries(root, account, sharedDir);
    const isReady = isClusterReady(directory, binaries.major);
    const credentials = getCredentials(directory);
    if (isReady) await endStaleServer(directory);
    else await createCluster(binaries.initdb, directory, account, credentials, durable);
    const server = await startServer(binaries.postgres, directory, account, settings(directory, durable));
    await prepareOnce(directory, credentials);
    // The lock outlives stop() only if we are killed; then its process is gone and the next start takes it over.
    const stop = () => server.stop().then(unlock);
    return {
      ...databaseUrls(directory, credentials),
      superuserUrl: superuserUrl(directory, credentials),
      ended: server.ended,
      stop,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Addresses of the embedded server that another process runs on this data directory, or null when none runs there: for
 * commands used beside a running `start`.
 */
export function attachEmbedded(options: { readonly dataDir: string }): DatabaseUrls | null {
  const root = resolve(options.dataDir);
  if (findLockHolder(root) === null || !existsSync(join(root, 'prepared'))) return null;
  const directory = openDataDirectory(root, getServerAccount(root), defaultSharedDir);
  return databaseUrls(directory, getCredentials(directory));
}

async function prepareOnce(directory: DataDirectory, credentials: Credentials): Promise<void> {
  const marker = join(directory.root, 'prepared');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === directory.cluster) return;
  await createRolesAndDatabase({ host: directory.socket, port: socketPort }, credentials);
  writeFileSync(marker, directory.cluster, { mode: 0o600 });
}

/** PostgreSQL's settings: one small office on one machine; short statements, so no compilation of plans. */
function settings(directory: DataDirectory, durable: boolean): Record<string, string> {
  return {
    // A unix socket alone: no port to be taken and nothing to reach from elsewhere.
    listen_addresses: '',
    port: String(socketPort),
    unix_socket_directories: directory.socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    // No replica hangs on the embedded server; loading into a new table then needs no log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
}

function databaseUrls(directory: DataDirectory, credentials: Credentials): DatabaseUrls {
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@localhost:${socketPort}/${databaseName}?host=${encodeURIComponent(directory.socket)}`;
  return {
    ownerUrl: url('congvu_owner', credentials.owner),
    apiUrl: url('congvu_api', credentials.api),
    identityUrl: url('congvu_identity', credentials.identity),
  };
}

function superuserUrl(directory: DataDirectory, credentials: Credentials): string {
  const host = encodeURIComponent(directory.socket);
  return `postgresql://postgres:${credentials.superuser}@localhost:${socketPort}/postgres?host=${host}`;
}
