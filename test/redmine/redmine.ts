import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RedmineData } from './redmine-data.ts';

const run = promisify(execFile);
const home = '/usr/share/redmine';
/** Debian's user of web servers, who may read Redmine's settings. */
const serverUser = 'www-data';

/**
 * Debian's ruby carries a newer bundler than the one Debian patched to find its own packages; without this word neither the
 * package's set-up nor its server finds a single gem (as of ruby3.1 3.1.7-1~deb12u2, redmine 5.0.4-5+deb12u1).
 */
export const bundlerOfDebian = { BUNDLER_VERSION: '2.3.15' } as const;

export interface Redmine {
  /** Without a slash at its end. */
  readonly url: string;
  /** What its server said. */
  log(): string;
  stop(): Promise<void>;
}

/** Milliseconds: Rails loads for some seconds, on a busy machine for many. */
const readyWithin = 120_000;

/**
 * Debian's Redmine with a database of its own in a temporary folder, filled with `data`, on loopback.
 *
 * The package's files and its own database stay as they are: the server is told another DATABASE_URL, and a Gemfile beside it
 * adds the one gem that serves it (webrick, of which Redmine's ruby depends anyway).
 */
export async function startRedmine(port: number, data: RedmineData): Promise<Redmine> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-redmine-'));
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => Number((await run('id', [what, serverUser])).stdout)),
  );
  if (uid === undefined || gid === undefined) throw new Error(`there is no user ${serverUser}`);
  const seed = join(folder, 'seed.json');
  const gemfile = join(folder, 'Gemfile');
  await writeFile(seed, JSON.stringify(data));
  await writeFile(gemfile, `eval_gemfile '${home}/Gemfile'\ngem 'webrick'\n`);
  await chown(folder, uid, gid);
  const options = {
    cwd: home,
    uid,
    gid,
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: folder,
      ...bundlerOfDebian,
      BUNDLE_GEMFILE: gemfile,
      RAILS_ENV: 'production',
      DATABASE_URL: `sqlite3:${join(folder, 'redmine.db')}`,
      SCHEMA: '/dev/null', // Rails would write the schema down in the package's folder.
      CONGVU_SEED: seed,
    },
  };
  const bundle = (...parameters: string[]) => run('bundle', parameters, { ...options, maxBuffer: 64 * 1024 * 1024 });
  await bundle('install', '--local', '--quiet');
  await bundle('exec', 'rake', 'db:migrate');
  await bundle('exec', 'rails', 'runner', join(import.meta.dirname, 'seed.rb'));
  const said: string[] = [];
  const pid = join(folder, 'server.pid');
  const server = spawn(
    'bundle',
    ['exec', 'rails', 'server', '-u', 'webrick', '-b', 'localhost', '-p', String(port), '-P', pid],
    { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `http://localhost:${port}`;
  const redmine: Redmine = {
    url,
    log: () => said.join(''),
    stop: async () => {
      server.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
  const end = Date.now() + readyWithin;
  while (!(await answers(`${url}/login`))) {
    if (Date.now() < end && server.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      continue;
    }
    await redmine.stop();
    throw new Error(`Redmine did not answer\n${redmine.log()}`);
  }
  return redmine;
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}
