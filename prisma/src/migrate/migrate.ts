import { domainError } from '@congvu/schema/errors';
import pg from 'pg';
import { DataDirectoryError, newer } from '../embedded/data-directory-error.ts';
import { readMigrations, toMigrationList } from './migration-files.ts';
import { compareHistory } from './migration-history.ts';
import { schemaName, withSchemaEngine } from './schema-engine.ts';

/** Any number that no other lock of this database has: the letters "CVMG". */
const migrationLock = 0x43564d47;

/**
 * Brings the database to the newest migration and answers the names of those applied now, in order; none when it is there
 * already (then the engine is not even loaded). Two callers at once take turns, and the second finds nothing to do.
 *
 * The rows it leaves in `_prisma_migrations` are those of `prisma migrate deploy`.
 *
 * Errors (DataDirectoryError): DATA_DIRECTORY_NEWER when the database holds a migration that this release does not know;
 * DATA_DIRECTORY_UNUSABLE when an earlier one was cut off (a kill, a power cut) or edited since. A script's own failure is
 * thrown as it is and leaves those before it applied.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A start that is ended cuts the connection between two statements; the next one reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await applyPending(client, ownerUrl);
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

async function applyPending(client: pg.Client, ownerUrl: string): Promise<readonly string[]> {
  const migrations = await readMigrations();
  const { pending, unknown, failed, edited } = await compareHistory(client, migrations);
  const database = client.database ?? 'database';
  if (unknown.length > 0) throw newer(database, unknown.join(', '), migrations.at(-1)?.name ?? 'none');
  if (failed.length > 0) throw unusableHistory(database, `MIGRATION_FAILED (${failed.join(', ')})`);
  if (edited.length > 0) throw unusableHistory(database, `MIGRATION_EDITED (${edited.join(', ')})`);
  if (pending.length === 0) return [];
  // The engine writes its list into this schema before the first script runs.
  await client.query(`create schema if not exists ${schemaName}`);
  try {
    const answer = await withSchemaEngine(ownerUrl, (engine) =>
      engine.applyMigrations({
        migrationsList: toMigrationList(migrations),
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return answer.appliedMigrationNames;
  } catch (error) {
    // A script is one transaction, so the one that failed left nothing: once the cause is gone it can simply run again.
    await client.query(
      `update ${schemaName}._prisma_migrations set rolled_back_at = now()
        where finished_at is null and rolled_back_at is null`,
    );
    throw error;
  }
}

function unusableHistory(directory: string, reason: string): DataDirectoryError {
  return new DataDirectoryError(domainError('DATA_DIRECTORY_UNUSABLE', { directory, reason }));
}
