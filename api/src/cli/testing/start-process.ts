import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ReadyLine } from '../../start/start-system.ts';

const program = fileURLToPath(new URL('../congvu.ts', import.meta.url));

export interface StartProcess {
  readonly child: ChildProcess;
  readonly ready: ReadyLine;
  /** All that came on standard output and standard error so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** The exit code of the process that was spawned, null where a signal ended it. */
  readonly exited: Promise<number | null>;
}

export interface StartOptions {
  readonly dataDirectory: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Puts a shell between us and the start, as a package manager does. */
  readonly underShell?: boolean;
}

const running = new Set<ChildProcess>();

/** Kills what a failed test left running, so that it takes no other test with it. */
export async function endLeftovers(): Promise<void> {
  for (const child of running) {
    const { pid } = child;
    child.kill('SIGKILL');
    if (pid !== undefined) await untilGone(pid);
  }
  running.clear();
}

/** Runs `congvu start` on free ports. `whenReady` waits for its line; `ended` for its end, whatever it said. */
export function spawnStart({ dataDirectory, environment, underShell }: StartOptions) {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
    DATA_DIR: dataDirectory,
    PORT: '0',
    DOCUMENTS_PORT: '0',
    ...environment,
  };
  const child = underShell
    ? spawn('sh', ['-c', `'${process.execPath}' '${program}' start; true`], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let out = '';
  let err = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const firstLine = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out += `${line}\n`;
      resolve(line);
    });
  });
  const whenReady = async (): Promise<StartProcess> => {
    const line = await Promise.race([firstLine, exited.then(() => null)]);
    if (line === null) throw new Error(`the start ended before it was ready:\n${err}`);
    return { child, ready: JSON.parse(line) as ReadyLine, out: () => out, err: () => err, exited };
  };
  const ended = async () => ({ code: await exited, out, err });
  return { child, whenReady, ended, err: () => err };
}

/** Resolves when the process is gone; a zombie has gone too. */
export async function untilGone(pid: number): Promise<void> {
  // A busy machine takes its time to end a database.
  const deadline = Date.now() + 30_000;
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`process ${pid} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The process id of the embedded server on this data directory. */
export function postmasterOf(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
