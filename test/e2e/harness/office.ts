import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** A cold start initialises a database, seeds a province and may build the extension; a slow shared machine gets time. */
const readyWithinMs = 240_000;

/** The line `start` prints when everything answers (design.md, Environment). */
export interface ReadyLine {
  readonly ready: true;
  readonly pid: number;
  readonly graphql: string;
  readonly documents: string;
  readonly extension: string;
}

export interface Office {
  readonly ready: ReadyLine;
  readonly extensionPath: string;
  readonly dataDirectory: string;
  /** Everything the process wrote to standard error so far: shown when a story fails. */
  log(): string;
  /** Sends TERM to the pid of the ready line; answers the process's exit code. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  /** A directory that outlives the process; absent: a new one, removed at the end. */
  readonly dataDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The product as `start` runs it, on a data directory of its own.
 *
 * The ports are the built defaults (4000 and 4100), since the built extension asks for no other host at install.
 * Throws with the process's own words when it ends before it is ready.
 */
export async function startOffice(options: StartOptions = {}): Promise<Office> {
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'congvu-e2e-')));
  const child = spawn(process.execPath, [join(repository, 'api/src/cli/congvu.ts'), 'start'], {
    cwd: repository,
    env: { ...process.env, DATA_DIR: dataDirectory, LOG_LEVEL: 'warn', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = await readyLine(child, exited, () => lines.join('\n'));
  // A copy: a build that runs beside the story must not pull the files from under the browser.
  const extensionPath = join(dataDirectory, 'loaded-extension');
  await cp(join(repository, ready.extension), extensionPath, { recursive: true });
  return {
    ready,
    dataDirectory,
    extensionPath,
    log: () => lines.join('\n'),
    stop: async () => {
      process.kill(ready.pid, 'SIGTERM');
      const code = await exited;
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
      return code;
    },
  };
}

async function readyLine(child: ChildProcess, exited: Promise<number | null>, log: () => string): Promise<ReadyLine> {
  const stdout = child.stdout;
  if (stdout === null) throw new Error('start has no standard output');
  const line = new Promise<ReadyLine>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (text) => {
      try {
        resolve(JSON.parse(text) as ReadyLine); // The process is ours and the line's shape has a test of its own.
      } catch {
        reject(new Error(`start printed something else than its ready line: ${text}`));
      }
    });
  });
  const ended = exited.then((code) =>
    Promise.reject(new Error(`start ended with ${code} before it was ready\n${log()}`)),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`start was not ready within ${readyWithinMs} ms\n${log()}`));
    }, readyWithinMs);
  });
  try {
    return await Promise.race([line, ended, late]);
  } finally {
    clearTimeout(timer);
  }
}
