import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataDirectory } from './data-directory.ts';
import { unusable } from './data-directory-error.ts';
import { findProcess, findWorkingDirectory } from './process-identity.ts';

/**
 * Ends the server that an earlier, killed start left on this cluster. Called with the directory's lock held, so nobody
 * uses it.
 *
 * Usually its keeper is already stopping it; else it is told to. A `postmaster.pid` whose number now belongs to another
 * program (numbers come back quickly in a container) is removed, since PostgreSQL would take that program for a server.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with SERVER_FAILED when it does not end within ten seconds.
 */
export async function endStaleServer(directory: DataDirectory): Promise<void> {
  const pidFile = join(directory.cluster, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === null || findProcess(pid) === null) return;
  const workingDirectory = findWorkingDirectory(pid);
  if (workingDirectory !== null && workingDirectory !== directory.cluster) {
    rmSync(pidFile, { force: true });
    return;
  }
  // One second for the keeper; then "fast", and after five more "immediate", which the next start recovers from.
  for (const [signal, milliseconds] of [
    [0, 1000],
    ['SIGINT', 5000],
    ['SIGQUIT', 4000],
  ] as const) {
    signalQuietly(pid, signal);
    if (await hasEnded(pid, milliseconds)) return;
  }
  throw unusable(directory.root, 'SERVER_FAILED', `process ${pid} does not end`);
}

function signalQuietly(pid: number, signal: 0 | NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime, which is what is wanted; hasEnded tells.
  }
}

async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (performance.now() < deadline) {
    if (findProcess(pid) === null) return true;
    await sleep(20);
  }
  return false;
}

/** The first line of postmaster.pid, or null when there is no server's file. */
function readPid(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
