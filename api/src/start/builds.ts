import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { domainError } from '@congvu/schema/errors';
import type { LocalisedText } from '@congvu/schema/texts';
import { z } from 'zod';
import { environmentWithPath, repositoryRoot } from '../environment.ts';
import { Failure } from '../failure.ts';
import { isStale } from './newest-source.ts';

/** Where the extension is built to, relative to the repository: what a person loads into the browser. */
export const EXTENSION_OUTPUT = 'extension/.output/chrome-mv3';

/** One thing that git does not keep and that a start makes where it is missing or old. */
interface Build {
  readonly title: LocalisedText;
  readonly folder: string;
  /** Scripts of the folder's package.json, in order. */
  readonly scripts: readonly string[];
  /** A file that the last script writes, and what it is made of; both relative to the repository. */
  readonly output: string;
  readonly sources: readonly string[];
}

export const databaseClient: Build = {
  title: { vi: 'tạo mã truy cập cơ sở dữ liệu', en: 'generating the database client' },
  folder: 'prisma',
  scripts: ['generate'],
  output: 'prisma/generated/client/client.ts',
  sources: ['prisma/models', 'prisma/prisma.config.ts', 'prisma/package.json'],
};

export const browserExtension: Build = {
  title: { vi: 'dựng tiện ích trình duyệt', en: 'building the browser extension' },
  folder: 'extension',
  scripts: ['generate', 'build'],
  output: `${EXTENSION_OUTPUT}/manifest.json`,
  sources: ['extension', 'schema/src', 'schema/schema.graphql'],
};

/**
 * Runs a build where its output is missing or old; `note` hears what begins. Answers whether it ran.
 *
 * Throws BUILD_FAILED, after the build's own last words on `note`.
 */
export async function bringUpToDate(
  build: Build,
  note: (title: LocalisedText | string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const sources = build.sources.map((source) => join(repositoryRoot, source));
  if (!isStale(join(repositoryRoot, build.output), sources)) return false;
  note(build.title);
  const folder = join(repositoryRoot, build.folder);
  const { scripts } = packageShape.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  for (const name of build.scripts) {
    const script = scripts[name];
    const said = script === undefined ? `no script ${name}` : await runScript(script, folder, signal);
    if (said === null) continue;
    // Ended with the start: what it says then is of no interest.
    signal.throwIfAborted();
    note(said);
    throw new Failure(domainError('BUILD_FAILED', { step: `${build.folder} ${name}` }));
  }
  return true;
}

const packageShape = z.object({ scripts: z.record(z.string(), z.string()) });
const LAST_WORDS = 4_000;

/** Runs a package script as pnpm would, without pnpm: it may not be on the path. Null where it went well. */
function runScript(script: string, folder: string, signal: AbortSignal): Promise<string | null> {
  const child = spawn(script, {
    cwd: folder,
    shell: true,
    // A group of its own, so that an end takes what the script started with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentWithPath([
      join(folder, 'node_modules/.bin'),
      join(repositoryRoot, 'node_modules/.bin'),
      dirname(process.execPath),
    ]),
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-LAST_WORDS);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const end = () => endGroup(child);
  signal.addEventListener('abort', end, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', end);
      resolve(code === 0 ? null : said.trim() || `exit code ${code}`);
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    // Gone already: nothing to end.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
