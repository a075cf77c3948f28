import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { findProcess } from './process-identity.ts';
import { canTraverse } from './server-account.ts';
import { attachEmbedded, type EmbeddedServer, startEmbedded } from './start-embedded.ts';

/** An ordinary account that every system has. */
const nobody = { uid: 65_534, gid: 65_534, isOther: true };

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'congvu-embedded-'));
  endings.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function start(dataDir: string, sharedDir?: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, durable: false, ...(sharedDir === undefined ? {} : { sharedDir }) });
  endings.push(server.stop);
  return server;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query({ text, rowMode: 'array' });
    return answer.rows[0]?.[0];
  } finally {
    await client.end();
  }
}

function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

async function waitUntil(condition: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 200 && !condition(); turn++) await sleep(50);
  return condition();
}

/** Another process that starts the server and waits, as `congvu start` does. */
async function startElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<ChildProcess> {
  const module = JSON.stringify(join(import.meta.dirname, 'start-embedded.ts'));
  const program = `
    const { startEmbedded } = await import(${module});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn('node', ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
  endings.push(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('keeps what was stored over an orderly stop and a new start', async () => {
  const dataDir = newDirectory();
  const first = await start(dataDir);
  await ask(first.ownerUrl, 'create table kept as select 42 as value');
  await first.stop();
  const second = await start(dataDir);
  expect(await ask(second.ownerUrl, 'select value from kept')).toBe(42);
  expect(second.ownerUrl).toBe(first.ownerUrl);
});

test('gives the api and the identity provider roles that own nothing, create nothing and bypass no policy', async () => {
  const server = await start(newDirectory());
  const privileged = `select count(*)::int from pg_roles
    where rolname in ('congvu_owner', 'congvu_api', 'congvu_identity')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`;
  expect(await ask(server.superuserUrl, privileged)).toBe(0);
  expect(await ask(server.apiUrl, 'select current_user::text')).toBe('congvu_api');
  await expect(ask(server.apiUrl, 'create table mine ()')).rejects.toMatchObject({ code: '42501' });
  await expect(ask(server.identityUrl, 'create table mine ()')).rejects.toMatchObject({ code: '42501' });
});

test('listens on a unix socket alone and refuses a wrong password', async () => {
  const server = await start(newDirectory());
  expect(await ask(server.superuserUrl, 'show listen_addresses')).toBe('');
  const wrong = new URL(server.apiUrl);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('refuses a directory that another start serves, and lets others attach to it', async () => {
  const dataDir = newDirectory();
  expect(attachEmbedded({ dataDir })).toBeNull();
  const server = await start(dataDir);
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_UNUSABLE', payload: { reason: `LOCKED (process ${process.pid})` } },
  });
  expect(attachEmbedded({ dataDir })?.apiUrl).toBe(server.apiUrl);
  await server.stop();
  expect(attachEmbedded({ dataDir })).toBeNull();
});

test('refuses a directory of a newer PostgreSQL and changes nothing in it', async () => {
  const dataDir = newDirectory();
  mkdirSync(join(dataDir, 'cluster'));
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '99\n');
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_NEWER', payload: { found: 'PostgreSQL 99', supported: 'PostgreSQL 18' } },
  });
  expect(readFileSync(join(dataDir, 'cluster', 'PG_VERSION'), 'utf8')).toBe('99\n');
  expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test.each([
  ['an older PostgreSQL', '14\n', /^OLDER_VERSION/],
  ['the right version without its passwords', '18\n', /^CREDENTIALS_MISSING/],
])('refuses a directory of %s', async (_name, version, reason) => {
  const dataDir = newDirectory();
  mkdirSync(join(dataDir, 'cluster'));
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), version);
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_UNUSABLE', payload: { reason: expect.stringMatching(reason) } },
  });
});

test('says with the log why a damaged cluster does not start', async () => {
  const dataDir = newDirectory();
  const server = await start(dataDir);
  await server.stop();
  rmSync(join(dataDir, 'cluster', 'global'), { recursive: true });
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_UNUSABLE', payload: { reason: expect.stringMatching(/^SERVER_FAILED \(.+global/) } },
  });
});

test('refuses a DATA_DIR that is a file', async () => {
  const file = join(newDirectory(), 'file');
  writeFileSync(file, '');
  await expect(startEmbedded({ dataDir: file })).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_UNUSABLE', payload: { reason: expect.stringMatching(/^NOT_WRITABLE/) } },
  });
});

test('ends the server when the process that started it is killed, and starts again on the same data', async () => {
  const dataDir = newDirectory();
  const parent = await startElsewhere(dataDir);
  const pid = serverPid(dataDir);
  parent.kill('SIGKILL');
  expect(await waitUntil(() => findProcess(pid) === null)).toBe(true);
  const server = await start(dataDir);
  expect(await ask(server.apiUrl, 'select 1')).toBe(1);
});

test('ends a server that lost its keeper as well before starting again', async () => {
  const dataDir = newDirectory();
  const parent = await startElsewhere(dataDir);
  const orphan = serverPid(dataDir);
  const stat = readFileSync(`/proc/${orphan}/stat`, 'utf8');
  const keeper = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  // Stopped first: awake, the parent may end the server when it sees its keeper go.
  parent.kill('SIGSTOP');
  // The keeper's session holds the keeper and its watcher; the server is spared.
  const watchers = readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').trim().split(' ').map(Number);
  for (const pid of [keeper, ...watchers.filter((child) => child !== orphan)]) process.kill(pid, 'SIGKILL');
  parent.kill('SIGKILL');
  await sleep(200);
  expect(findProcess(orphan)).not.toBeNull();
  const server = await start(dataDir);
  expect(findProcess(orphan)).toBeNull();
  expect(await ask(server.apiUrl, 'select 1')).toBe(1);
});

test('starts where the number in a left-over postmaster.pid now belongs to another program', async () => {
  const dataDir = newDirectory();
  const server = await start(dataDir);
  await server.stop();
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'cluster')}\n`);
  const again = await start(dataDir);
  expect(await ask(again.apiUrl, 'select 1')).toBe(1);
});

test('serves a DATA_DIR below a directory of mode 0700, also when root must hand the server to another account', async () => {
  const home = newDirectory();
  mkdirSync(join(home, 'private'), { mode: 0o700 });
  const dataDir = join(home, 'private', 'data');
  const sharedDir = join(newDirectory(), 'shared');
  // The shared one stands for /var/lib, which all may enter; mkdtemp makes its directories with mode 0700.
  chmodSync(join(sharedDir, '..'), 0o755);
  const first = await start(dataDir, sharedDir);
  expect(await ask(first.apiUrl, 'select 1')).toBe(1);
  const isRoot = process.getuid?.() === 0;
  expect(existsSync(join(dataDir, 'location.json'))).toBe(isRoot);
  expect(existsSync(join(dataDir, 'cluster'))).toBe(!isRoot);
  await first.stop();
  const second = await start(dataDir, sharedDir);
  expect(second.apiUrl).toBe(first.apiUrl);
});

test('serves an ordinary user below his home of mode 0700, with all of it left in that home', async () => {
  const home = newDirectory();
  chmodSync(home, 0o700);
  const dataDir = join(home, 'data');
  // Root takes an ordinary account where that could read this clone; anybody else is one himself.
  const isRoot = process.getuid?.() === 0 && canTraverse(nobody, import.meta.dirname);
  if (isRoot) chownSync(home, nobody.uid, nobody.gid);
  const child = await startElsewhere(dataDir, isRoot ? { uid: nobody.uid, gid: nobody.gid } : {});
  const urls = attachEmbedded({ dataDir });
  expect(await ask(urls?.apiUrl ?? '', 'select 1')).toBe(1);
  expect(existsSync(join(dataDir, 'location.json'))).toBe(false);
  expect(statSync(join(dataDir, 'cluster')).uid).toBe(statSync(home).uid);
  const server = serverPid(dataDir);
  child.kill('SIGKILL');
  expect(await waitUntil(() => findProcess(server) === null)).toBe(true);
});
