import { randomUUID } from 'node:crypto';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { type Database, openDatabase } from '@congvu/prisma/database';
import { seedDemonstration } from '@congvu/prisma/seed';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestServerUrls } from './test-server.ts';

export interface TestDatabase {
  /** What the api holds: the role that owns nothing, every statement in the name of an actor. */
  readonly database: Database;
  /** The owner's way in, past the row policies: for arranging and for looking at what was stored. */
  readonly ownerPool: pg.Pool;
  readonly urls: { readonly ownerUrl: string; readonly apiUrl: string; readonly identityUrl: string };
  /** Closes both and removes the database. */
  drop(): Promise<void>;
}

/** The day on which every seeded test database stands still. */
export const seededToday = '2026-11-22' as LocalDate;

/** A migrated database without rows, for one test file. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createFromTemplate(inject('testServer'), 'congvu');
}

/**
 * A database with the demonstration of @congvu/prisma/seed as of `seededToday`, its year not played: tests play it
 * themselves, each from the same beginning. Seeded once in a run, then copied.
 */
export async function createSeededDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  await seedTemplateOnce(server);
  return createFromTemplate(server, seededTemplate);
}

const seededTemplate = 'congvu_seeded';

async function seedTemplateOnce(server: TestServerUrls): Promise<void> {
  await asSuperuser(server, async (client) => {
    // Test files run in several workers: the first seeds, the others wait for it.
    await client.query("select pg_advisory_lock(hashtext('seeded template'))");
    const found = await client.query('select from pg_database where datname = $1', [seededTemplate]);
    if (found.rowCount !== 0) return;
    const unfinished = `${seededTemplate}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished} template congvu owner congvu_owner`);
    const url = onDatabase(server.ownerUrl, unfinished);
    await seedDemonstration(url, { today: seededToday, withYear: false });
    await stopClock(url);
    await client.query(`alter database ${unfinished} rename to ${seededTemplate}`);
  });
}

/** The database's day stands still with the seed's, or what a test sees would depend on the day it runs. */
async function stopClock(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `create or replace function congvu.today() returns date language sql stable parallel safe return date '${seededToday}'`,
    );
  } finally {
    await client.end();
  }
}

async function createFromTemplate(server: TestServerUrls, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(server, (client) =>
    client.query(`create database ${name} template ${template} owner congvu_owner strategy file_copy`),
  );
  const urls = {
    ownerUrl: onDatabase(server.ownerUrl, name),
    apiUrl: onDatabase(server.apiUrl, name),
    identityUrl: onDatabase(server.identityUrl, name),
  };
  const ownerPool = new pg.Pool({ connectionString: urls.ownerUrl, max: 4, options: '-c search_path=congvu,public' });
  // A pool's end() resolves before the server has let go; dropping the database then cuts what lingers.
  ownerPool.on('error', () => undefined);
  ownerPool.on('connect', (client) => client.on('error', () => undefined));
  const database = openDatabase({ url: urls.apiUrl, poolSize: 4, auditSigner: createEphemeralSigner() });
  const drop = async () => {
    await Promise.all([database.close(), ownerPool.end()]);
    await asSuperuser(server, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { database, ownerPool, urls, drop };
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asSuperuser<Result>(
  server: TestServerUrls,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
