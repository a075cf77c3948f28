import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { readModels } from './migration-files.ts';
import { openSchemaEngine } from './schema-engine.ts';

/**
 * SQL that would bring the database to what prisma/models say; empty when they agree.
 *
 * It sees tables, columns, keys, indexes and enumerations; no policy, trigger, check, function or role.
 */
export function diffFromDatabase(ownerUrl: string): Promise<string> {
  return diff(ownerUrl, async () => ({ tag: 'schemaDatasource', files: await readModels(), configDir: '.' }));
}

/** SQL that makes prisma/models from nothing: the draft of a first migration. The database is only connected to. */
export function diffFromEmpty(ownerUrl: string): Promise<string> {
  return diff(ownerUrl, async () => ({ tag: 'empty' }));
}

async function diff(ownerUrl: string, from: () => Promise<DiffTarget>): Promise<string> {
  using engine = await openSchemaEngine(ownerUrl);
  const answer = await engine.diff({
    from: await from(),
    to: { tag: 'schemaDatamodel', files: await readModels() },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const script = answer.stdout ?? '';
  return script.trim() === '-- This is an empty migration.' ? '' : script;
}
