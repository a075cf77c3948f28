import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Credentials, DataDirectory } from './data-directory.ts';
import { giveDirectory } from './data-directory.ts';
import { unusable } from './data-directory-error.ts';
import type { ServerAccount } from './server-account.ts';

const run = promisify(execFile);

/**
 * Makes a cluster, whole or not at all: it is built beside its place and moved there when finished.
 *
 * Text is UTF-8 with PostgreSQL's own C.UTF-8 rules, so that order and lower case do not depend on the machine's locales.
 * `durable` false skips the flush to disk, for databases that may be lost.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with INITIALISATION_FAILED and what initdb said.
 */
export async function createCluster(
  initdb: string,
  directory: DataDirectory,
  account: ServerAccount,
  credentials: Credentials,
  durable: boolean,
): Promise<void> {
  // A name of its own: the initdb of a start that was killed may still be writing under an earlier one.
  const unfinished = `${directory.cluster}.unfinished-${randomBytes(4).toString('hex')}`;
  // initdb runs as the server's account, which may enter the socket's directory and not DATA_DIR.
  const passwordFile = join(directory.socket, 'password');
  try {
    giveDirectory(unfinished, account);
    writeFileSync(passwordFile, `${credentials.superuser}\n`, { mode: 0o600 });
    if (account.isOther) chownSync(passwordFile, account.uid, account.gid);
    await run(
      initdb,
      [
        `--pgdata=${unfinished}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }, ...ownerOf(account) },
    );
    await rename(unfinished, directory.cluster);
    removeUnfinished(directory.cluster);
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause);
    throw unusable(directory.root, 'INITIALISATION_FAILED', said.trim(), cause);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** What killed starts left beside the cluster; it may stay where it cannot be removed. */
function removeUnfinished(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.unfinished-`)) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function ownerOf(account: ServerAccount): { uid?: number; gid?: number } {
  return account.isOther ? { uid: account.uid, gid: account.gid } : {};
}
