import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { readModels } from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * SQL that would bring the database to what prisma/models say; empty when they agree.
 *
 * It sees tables, columns, keys, indexes and enumerations; no policy, trigger, check, function or role.
 */
export async function diffFromDatabase(ownerUrl: string): Promise<string> {
  return diff(ownerUrl, { tag: 'schemaDatasource', files: await readModels(), configDir: '.' });
}

/** SQL that makes prisma/models from nothing: the draft of a first migration. The database is only connected to. */
export function diffFromEmpty(ownerUrl: string): Promise<string> {
  return diff(ownerUrl, { tag: 'empty' });
}

async function diff(ownerUrl: string, from: DiffTarget): Promise<string> {
  const files = await readModels();
  const answer = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const script = answer.stdout ?? '';
  return script.trim() === '-- This is an empty migration.' ? '' : script;
}
