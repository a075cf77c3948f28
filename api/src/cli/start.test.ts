import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/testkit/database.ts';
import { repositoryRoot } from '../environment.ts';
import { endLeftovers, postmasterOf, spawnStart, untilGone } from './testing/start-process.ts';

// A first start seeds a province and may build the extension, on a machine that does other things too.
const SLOW = 180_000;

let dataDirectory: string;

beforeAll(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'congvu-start-'));
});

afterEach(endLeftovers);

afterAll(() => {
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** A busy machine may need a second question; a system that is not ready never answers so. */
async function expectReady(address: string): Promise<void> {
  const ask = async () => (await fetch(new URL('/readyz', address))).status;
  await expect.poll(ask, { timeout: 20_000 }).toBe(200);
}

describe('on an embedded database of its own', () => {
  test('comes up from nothing, says so in one line, and ends with TERM', {
    timeout: SLOW,
  }, async () => {
    const started = await spawnStart({ dataDirectory }).whenReady();
    const { ready } = started;
    expect(ready).toEqual({
      ready: true,
      pid: started.child.pid,
      graphql: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/),
      documents: expect.stringMatching(/^http:\/\/localhost:\d+\/$/),
      extension: 'extension/.output/chrome-mv3',
    });
    expect(existsSync(join(repositoryRoot, ready.extension, 'manifest.json'))).toBe(true);
    expect(started.err()).toContain('chrome://extensions');
    expect(started.err()).toContain('quanly');
    const { origin } = new URL(ready.graphql);
    expect((await fetch(`${origin}/livez`)).status).toBe(200);
    await expectReady(origin);
    expect((await fetch(ready.documents)).status).toBeLessThan(500);
    const discovery = await fetch(`${origin}/oidc/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: `${origin}/oidc` });

    const postmaster = postmasterOf(dataDirectory);
    process.kill(ready.pid, 'SIGTERM');
    expect(await started.exited).toBe(0);
    expect(started.out().trimEnd().split('\n')).toHaveLength(1);
    await untilGone(postmaster);
  });

  test('comes up again on the same data after KILL, and seeds nothing twice', { timeout: SLOW }, async () => {
    const first = await spawnStart({ dataDirectory }).whenReady();
    const postmaster = postmasterOf(dataDirectory);
    process.kill(first.ready.pid, 'SIGKILL');
    await untilGone(postmaster);
    const second = await spawnStart({ dataDirectory }).whenReady();
    await expectReady(second.ready.graphql);
    expect(second.err()).not.toContain('nạp dữ liệu trình diễn');
    process.kill(second.ready.pid, 'SIGINT');
    expect(await second.exited).toBe(0);
  });

  test('ends itself and the database when whoever started it is killed', { timeout: SLOW }, async () => {
    const started = await spawnStart({ dataDirectory, underShell: true }).whenReady();
    expect(started.ready.pid).not.toBe(started.child.pid);
    const postmaster = postmasterOf(dataDirectory);
    started.child.kill('SIGKILL');
    await untilGone(started.ready.pid);
    await untilGone(postmaster);
  });

  test('leaves a running one alone where its port or its data are taken', { timeout: SLOW }, async () => {
    const running = await spawnStart({ dataDirectory }).whenReady();
    const { port } = new URL(running.ready.graphql);
    const elsewhere = mkdtempSync(join(tmpdir(), 'congvu-start-'));
    try {
      const samePort = await spawnStart({ dataDirectory: elsewhere, environment: { PORT: port } }).ended();
      expect(samePort).toMatchObject({ code: 1, out: '' });
      expect(samePort.err).toContain(`congvu: PORT_TAKEN: `);
      expect(samePort.err).toContain(port);
      expect(readdirSync(elsewhere)).toEqual([]);
      const sitePort = new URL(running.ready.documents).port;
      const sameSite = await spawnStart({
        dataDirectory: elsewhere,
        environment: { DOCUMENTS_PORT: sitePort },
      }).ended();
      expect(sameSite).toMatchObject({ code: 1, out: '' });
      expect(sameSite.err).toContain('congvu: PORT_TAKEN: ');
      const sameData = await spawnStart({ dataDirectory }).ended();
      expect(sameData).toMatchObject({ code: 1, out: '' });
      expect(sameData.err).toContain('congvu: DATA_DIRECTORY_UNUSABLE: ');
      await expectReady(running.ready.graphql);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
      process.kill(running.ready.pid, 'SIGTERM');
    }
    expect(await running.exited).toBe(0);
  });
});

test('ends with 0 and leaves nothing where TERM comes in the middle of a first start', { timeout: SLOW }, async () => {
  const half = mkdtempSync(join(tmpdir(), 'congvu-start-'));
  try {
    const started = spawnStart({ dataDirectory: half });
    await expect.poll(started.err, { timeout: 60_000 }).toContain('nạp dữ liệu trình diễn');
    await delay(300);
    const postmaster = postmasterOf(half);
    started.child.kill('SIGTERM');
    expect(await started.ended()).toMatchObject({ code: 0, out: '' });
    await untilGone(postmaster);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
});

describe('refuses in one line, changing nothing,', () => {
  test.each([
    ['HOST_NOT_LOOPBACK', { HOST: '0.0.0.0' }],
    ['HOST_NOT_LOOPBACK', { PUBLIC_URL: 'https://congvu.example' }],
    ['DATABASE_UNREACHABLE', { DATABASE_URL: 'postgresql://congvu_api:secret@127.0.0.1:1/congvu' }],
    ['ENVIRONMENT_INVALID', { PORT: 'http' }],
  ])('with %s for %j', async (code, environment) => {
    const untouched = mkdtempSync(join(tmpdir(), 'congvu-start-'));
    try {
      const ended = await spawnStart({ dataDirectory: untouched, environment }).ended();
      expect(ended).toMatchObject({ code: 1, out: '' });
      const errors = ended.err
        .trimEnd()
        .split('\n')
        .filter((line) => line.startsWith('congvu: '));
      expect(errors).toEqual([expect.stringContaining(`congvu: ${code}: `)]);
      expect(ended.err).not.toContain('secret');
      expect(readdirSync(untouched)).toEqual([]);
    } finally {
      rmSync(untouched, { recursive: true, force: true });
    }
  });
});

test('seeds nothing and runs no provider of its own where an issuer is named', { timeout: SLOW }, async () => {
  const empty = mkdtempSync(join(tmpdir(), 'congvu-start-'));
  try {
    // Named so, the embedded database may serve other machines too; and the issuer may be away while we start.
    const environment = { OIDC_ISSUER: 'http://127.0.0.1:1/realm', HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1' };
    const started = await spawnStart({ dataDirectory: empty, environment }).whenReady();
    expect(started.err()).not.toContain('hư cấu');
    expect(started.ready.graphql).toBe('http://127.0.0.1/graphql');
    process.kill(started.ready.pid, 'SIGTERM');
    expect(await started.exited).toBe(0);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});

describe("on an office's own database", () => {
  test('seeds nothing, runs no provider, and names the first steps', { timeout: SLOW }, async () => {
    const office = await createTestDatabase();
    try {
      const started = await spawnStart({
        dataDirectory,
        environment: { DATABASE_URL: office.urls.apiUrl, DATABASE_OWNER_URL: office.urls.ownerUrl },
      }).whenReady();
      const { origin } = new URL(started.ready.graphql);
      await expectReady(origin);
      expect((await fetch(`${origin}/oidc/.well-known/openid-configuration`)).status).toBe(404);
      expect(started.err()).toContain('congvu migrate');
      expect(started.err()).toContain('OIDC_ISSUER');
      expect(started.err()).not.toContain('hư cấu');
      process.kill(started.ready.pid, 'SIGTERM');
      expect(await started.exited).toBe(0);
      const { rows } = await office.ownerPool.query('select from congvu.employee limit 1');
      expect(rows).toHaveLength(0);
    } finally {
      await office.drop();
    }
  });
});
