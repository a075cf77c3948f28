import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newer, unusable } from './data-directory-error.ts';
import { canTraverse, makePassable, type ServerAccount } from './server-account.ts';

/** Where everything of one embedded database lies. */
export interface DataDirectory {
  /** DATA_DIR itself: passwords, lock and log, readable by our own account alone. */
  readonly root: string;
  /** PostgreSQL's own directory, owned by the server's account. */
  readonly cluster: string;
  /** Directory of the unix socket, owned by the server's account. */
  readonly socket: string;
}

/** Passwords of the four roles, made at random when the directory is first used. */
export interface Credentials {
  readonly superuser: string;
  readonly owner: string;
  readonly api: string;
  readonly identity: string;
}

/** The kernel allows 107 bytes for a socket's path; PostgreSQL adds "/.s.PGSQL.5432". */
const longestSocketDirectory = 90;

/**
 * Makes what is missing of DATA_DIR and says where its parts are.
 *
 * Where the server's account cannot walk to DATA_DIR (root's clone in a home of mode 0700) the cluster and its socket lie
 * below `sharedDir` instead, and DATA_DIR keeps their place in `location.json`; the passwords stay in DATA_DIR.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with NOT_WRITABLE.
 */
export function openDataDirectory(root: string, account: ServerAccount, sharedDir: string): DataDirectory {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK);
    // The server's account must be able to pass through, not to look around; our own files inside are 0600.
    if (account.isOther) makePassable(root);
    const location = join(root, 'location.json');
    const home = existsSync(location)
      ? readJson<{ home: string }>(location).home
      : canTraverse(account, root)
        ? root
        : moveElsewhere(location, sharedDir);
    const cluster = join(home, 'cluster');
    const socket = socketDirectory(home);
    giveDirectory(socket, account);
    return { root, cluster, socket };
  } catch (cause) {
    throw unusable(root, 'NOT_WRITABLE', cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function moveElsewhere(location: string, sharedDir: string): string {
  const home = join(sharedDir, `data-${randomBytes(8).toString('hex')}`);
  makePassable(sharedDir);
  makePassable(home);
  writeJson(location, { home });
  return home;
}

function socketDirectory(home: string): string {
  const beside = join(home, 'socket');
  if (Buffer.byteLength(beside) <= longestSocketDirectory) return beside;
  // Too deep for a socket: a short place of its own, remembered so that `attachEmbedded` finds it again.
  const remembered = join(home, 'socket.json');
  if (existsSync(remembered)) return readJson<{ directory: string }>(remembered).directory;
  const directory = join(tmpdir(), `congvu-${randomBytes(8).toString('hex')}`);
  writeJson(remembered, { directory });
  return directory;
}

/** Makes a directory that only the server's account (and root) may enter. */
export function giveDirectory(directory: string, account: ServerAccount): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (account.isOther) chownSync(directory, account.uid, account.gid);
}

/**
 * True when the cluster exists and this server can open it, false when it is to be made.
 *
 * Errors: DATA_DIRECTORY_NEWER; DATA_DIRECTORY_UNUSABLE with OLDER_VERSION.
 */
export function isClusterReady(directory: DataDirectory, major: number): boolean {
  const versionFile = join(directory.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) return false;
  const found = readFileSync(versionFile, 'utf8').trim();
  if (Number(found) > major) throw newer(directory.root, `PostgreSQL ${found}`, `PostgreSQL ${major}`);
  if (Number(found) < major) throw unusable(directory.root, 'OLDER_VERSION', `PostgreSQL ${found}, needs ${major}`);
  return true;
}

/**
 * The roles' passwords, made on first use.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with CREDENTIALS_MISSING when a cluster is there without them.
 */
export function getCredentials(directory: DataDirectory): Credentials {
  const file = join(directory.root, 'credentials.json');
  if (existsSync(file)) return readJson<Credentials>(file);
  if (existsSync(directory.cluster)) throw unusable(directory.root, 'CREDENTIALS_MISSING', file);
  const password = () => randomBytes(24).toString('base64url');
  const credentials = { superuser: password(), owner: password(), api: password(), identity: password() };
  writeJson(file, credentials);
  return credentials;
}

function readJson<Value>(file: string): Value {
  // Our own file, written by writeJson below: its shape is the writer's.
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}

/** Whole or not at all: a start that is killed half-way leaves no half a file. */
function writeJson(file: string, value: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(value), { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}
