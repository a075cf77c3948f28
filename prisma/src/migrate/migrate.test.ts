import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import type {} from '../../../test/testkit/test-server.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { diffFromDatabase, diffFromEmpty } from './schema-diff.ts';

const databases: string[] = [];
afterEach(async () => {
  for (const name of databases.splice(0))
    await run(inject('testServer').superuserUrl, `drop database ${name} with (force)`);
});

/** A database on which no migration has run. */
async function createEmptyDatabase(): Promise<string> {
  const { superuserUrl, ownerUrl } = inject('testServer');
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await run(superuserUrl, `create database ${name} template template0 owner congvu_owner`);
  databases.push(name);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('applies every migration in order once, and then nothing', async () => {
  const url = await createEmptyDatabase();
  const names = (await readMigrations()).map((migration) => migration.name);
  expect(names.length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual(names);
  expect(await migrate(url)).toEqual([]);
});

test('would see a column that the models do not have', async () => {
  const url = await createEmptyDatabase();
  await migrate(url);
  await run(url, 'alter table congvu.office add column surplus text');
  expect(await diffFromDatabase(url)).toContain('DROP COLUMN "surplus"');
});

test('drafts a first migration from the models', async () => {
  expect(await diffFromEmpty(inject('testServer').ownerUrl)).toContain('CREATE TABLE "employee"');
});

test('lets two callers at once take turns', async () => {
  const url = await createEmptyDatabase();
  const names = (await readMigrations()).map((migration) => migration.name);
  const answers = await Promise.all([migrate(url), migrate(url)]);
  expect(answers.map((applied) => applied.length).sort()).toEqual([0, names.length]);
});

test('leaves no connection behind, so that the database can be copied', async () => {
  const url = await createEmptyDatabase();
  await migrate(url);
  const name = new URL(url).pathname.slice(1);
  const copy = `${name}_copy`;
  await run(inject('testServer').superuserUrl, `create database ${copy} template ${name}`);
  databases.push(copy);
  expect(databases).toContain(copy);
});

test('keeps nothing of a script that failed and runs it again once the cause is gone', async () => {
  const url = await createEmptyDatabase();
  const { superuserUrl } = inject('testServer');
  const asSuperuser = new URL(superuserUrl);
  asSuperuser.pathname = new URL(url).pathname;
  await run(
    asSuperuser.href,
    `create function refuse() returns event_trigger language plpgsql as $$ begin raise 'no policies today'; end $$;
     create event trigger refuse_policies on ddl_command_start when tag in ('CREATE POLICY') execute function refuse()`,
  );
  await expect(migrate(url)).rejects.toThrow('no policies today');
  expect(await run(url, `select 1 from pg_policies where schemaname = 'congvu'`)).toEqual([]);
  await run(asSuperuser.href, 'drop event trigger refuse_policies');
  expect((await migrate(url)).length).toBeGreaterThan(0);
  expect(await diffFromDatabase(url)).toBe('');
});

test('refuses a database that a newer release migrated, and changes nothing', async () => {
  const url = await createEmptyDatabase();
  await migrate(url);
  await run(
    url,
    `insert into congvu._prisma_migrations (id, checksum, migration_name, finished_at)
     values ('${randomUUID()}', 'x', '29990101000000_later', now())`,
  );
  await expect(migrate(url)).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_NEWER', payload: { found: '29990101000000_later' } },
  });
});

test.each([
  ['edited since', `checksum = 'x'`, /^MIGRATION_EDITED \(\d{14}_/],
  ['begun and not finished', 'finished_at = null', /^MIGRATION_FAILED \(\d{14}_/],
])('refuses a database with a migration %s', async (_name, change, reason) => {
  const url = await createEmptyDatabase();
  await migrate(url);
  await run(
    url,
    `update congvu._prisma_migrations set ${change}
      where migration_name = (select max(migration_name) from congvu._prisma_migrations)`,
  );
  await expect(migrate(url)).rejects.toMatchObject({
    error: { code: 'DATA_DIRECTORY_UNUSABLE', payload: { reason: expect.stringMatching(reason) } },
  });
});
