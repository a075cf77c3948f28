import type pg from 'pg';
import type { Migration } from './migration-files.ts';
import { schemaName } from './schema-engine.ts';

/** How the database's history compares with prisma/migrations. */
export interface HistoryComparison {
  /** In prisma/migrations and not yet in the database. */
  readonly pending: readonly string[];
  /** In the database and not known here: a newer release was used on it. */
  readonly unknown: readonly string[];
  /** Begun and not finished; an administrator must look. */
  readonly failed: readonly string[];
  /** Applied with another text than prisma/migrations hold now. */
  readonly edited: readonly string[];
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Reads Prisma's own list; a database without it has everything pending. */
export async function compareHistory(client: pg.Client, migrations: readonly Migration[]): Promise<HistoryComparison> {
  const applied = await readApplied(client);
  const byName = new Map(applied.map((row) => [row.migration_name, row]));
  const known = new Set(migrations.map((migration) => migration.name));
  return {
    pending: migrations.filter(({ name }) => !byName.has(name)).map(({ name }) => name),
    unknown: applied.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name),
    failed: applied.filter((row) => !row.finished).map((row) => row.migration_name),
    edited: migrations
      .filter(({ name, checksum }) => (byName.get(name)?.checksum ?? checksum) !== checksum)
      .map(({ name }) => name),
  };
}

async function readApplied(client: pg.Client): Promise<readonly AppliedRow[]> {
  const table = `${schemaName}._prisma_migrations`;
  const found = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table]);
  if (found.rows[0]?.found !== true) return [];
  const answer = await client.query<AppliedRow>(
    `select migration_name, checksum, finished_at is not null as finished
       from ${table} where rolled_back_at is null order by started_at`,
  );
  return answer.rows;
}
