import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';

/** prisma/migrations, append-only. */
const migrationsDirectory = join(import.meta.dirname, '../../migrations');
const modelsDirectory = join(import.meta.dirname, '../../models');

/** One step of the data model's history. `checksum` is what the engine records: SHA-256 of the script, in hexadecimal. */
export interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

/** All migrations, oldest first: a name begins with its time. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(migrationsDirectory, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}

/** The migrations in the engine's words. */
export function toMigrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

/** The Prisma schema: every file of prisma/models. */
export async function readModels(): Promise<SchemaContainer[]> {
  const names = (await readdir(modelsDirectory)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(modelsDirectory, name);
      return { path, content: await readFile(path, 'utf8') };
    }),
  );
}
