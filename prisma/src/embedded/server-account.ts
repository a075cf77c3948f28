import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unusable } from './data-directory-error.ts';

/** The system account the server runs as. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  /** True when it is another account than ours, to which files must be handed over. */
  readonly isOther: boolean;
}

/**
 * Our own account; for root, the one that owns the cluster already, else the system account `postgres`, which is made when
 * it is missing.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with ACCOUNT_MISSING (root without groupadd and useradd), PLATFORM_UNSUPPORTED (Windows).
 */
export function getServerAccount(dataDir: string): ServerAccount {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw unusable(
      dataDir,
      'PLATFORM_UNSUPPORTED',
      `${process.platform}: set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
  if (uid !== 0) return { uid, gid, isOther: false };
  return findClusterOwner(dataDir) ?? findPostgresAccount() ?? createPostgresAccount(dataDir);
}

/** Where an ordinary user began and root goes on: PostgreSQL runs only as the owner of its files. */
function findClusterOwner(dataDir: string): ServerAccount | null {
  const cluster = statSync(join(dataDir, 'cluster'), { throwIfNoEntry: false });
  return cluster === undefined || cluster.uid === 0 ? null : { uid: cluster.uid, gid: cluster.gid, isOther: true };
}

function findPostgresAccount(): ServerAccount | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g'), isOther: true };
  } catch {
    return null;
  }
}

function createPostgresAccount(dataDir: string): ServerAccount {
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch (cause) {
    throw unusable(
      dataDir,
      'ACCOUNT_MISSING',
      'root cannot run PostgreSQL and no account "postgres" could be made',
      cause,
    );
  }
  const account = findPostgresAccount();
  if (account === null) throw unusable(dataDir, 'ACCOUNT_MISSING', 'postgres');
  return account;
}

/** Makes a directory that every account may pass through, whatever the umask; what is secret below it has its own mode. */
export function makePassable(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, statSync(directory).mode | 0o111);
}

/**
 * Whether the account may walk down to `path` (every directory above it, and itself when it is one). Mode bits only: access
 * lists that give more lead to a needless copy, never to a wrong answer the other way round.
 */
export function canTraverse(account: ServerAccount, path: string): boolean {
  for (let directory = path; ; directory = dirname(directory)) {
    const stat = statSync(directory, { throwIfNoEntry: false });
    if (stat?.isDirectory() && !maySearch(account, stat)) return false;
    if (directory === dirname(directory)) return true;
  }
}

function maySearch(account: ServerAccount, stat: Stats): boolean {
  if (account.uid === 0) return true;
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
