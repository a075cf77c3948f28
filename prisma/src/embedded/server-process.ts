import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataDirectory } from './data-directory.ts';
import { unusable } from './data-directory-error.ts';
import type { ServerAccount } from './server-account.ts';

/** A running server. `ended` resolves once it is gone, wanted or not. */
export interface ServerProcess {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the server and asks it to end ("fast") when the pipe from us closes: by stop(), by our end, by our being killed.
 * The kernel closes the pipe in every case, so no signal has to be caught. `read` is the shell's own, hence one process.
 */
const keeper = `
exec 3<&0 0</dev/null
"$@" 3<&- &
server=$!
( while read -r line <&3; do :; done; kill -INT "$server" ) &
watcher=$!
exec 3<&-
trap 'kill -INT "$server"' TERM INT HUP
wait "$server"; status=$?
while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
kill "$watcher" 2>/dev/null
exit "$status"
`;

/** The server and its keeper need a path to find `sh` by, and no other of our variables. */
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const longestLogBytes = 10_000_000;

/**
 * Starts the server on a cluster and waits until it takes connections. `settings` are PostgreSQL's, name to value.
 *
 * Errors: DATA_DIRECTORY_UNUSABLE with SERVER_FAILED and the end of the log.
 */
export async function startServer(
  postgres: string,
  directory: DataDirectory,
  account: ServerAccount,
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(directory.root, 'postgresql.log');
  const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, logged > longestLogBytes ? 'w' : 'a', 0o600);
  const child = spawn('/bin/sh', ['-c', keeper, 'congvu-postgresql', postgres, '-D', directory.cluster, ...flags], {
    // A session of its own: Ctrl-C in the terminal must reach the api, which ends its requests first, and not the server.
    detached: true,
    cwd: '/',
    env: environment,
    stdio: ['pipe', log, log],
    ...(account.isOther ? { uid: account.uid, gid: account.gid } : {}),
  });
  closeSync(log);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  // Whoever waits for readiness sees the failure there; `ended` itself may have no listener.
  ended.catch(() => undefined);
  // A pipe whose other end is gone first must not end our process.
  child.stdin?.on('error', () => undefined);
  await waitUntilReady(child, directory, logFile);
  // Neither the server nor its pipe keeps a finished program alive.
  child.unref();
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return { ended, stop: () => stopServer(child, ended) };
}

async function waitUntilReady(child: ChildProcess, directory: DataDirectory, logFile: string): Promise<void> {
  let failure: unknown = null;
  child.once('error', (error) => {
    failure = error;
  });
  // Recovery after a crash replays the log and may take long; a server that is gone is noticed at once.
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (failure !== null || child.exitCode !== null || child.signalCode !== null) {
      throw unusable(directory.root, 'SERVER_FAILED', lastLines(logFile), failure);
    }
    if (isAcceptingConnections(directory.cluster, child)) return;
    await sleep(5);
  }
  child.stdin?.destroy();
  throw unusable(directory.root, 'SERVER_FAILED', `not ready in time; ${lastLines(logFile)}`);
}

/** Line 8 of postmaster.pid says "ready", as pg_ctl reads it; the file must be our own server's, not one left behind. */
function isAcceptingConnections(cluster: string, child: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    if (lines[7]?.trim() !== 'ready') return false;
    const parent = parentOf(Number(lines[0]));
    return parent === null || parent === child.pid;
  } catch {
    return false;
  }
}

/** The parent of a process, or null where /proc is absent. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.stdin?.end();
  await ended;
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-3).join(' | ');
}
