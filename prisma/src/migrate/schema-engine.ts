import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { MigrationAdapter } from './migration-adapter.ts';

/** The PostgreSQL schema that holds all our tables, and Prisma's list of applied migrations. */
export const schemaName = 'congvu';

/**
 * Lends Prisma's own migration engine, compiled to WebAssembly and connected as `ownerUrl` says. The binary that its command
 * line would download is not reachable from an office's network.
 *
 * The connection is closed when `use` is done: a database with an open one cannot be copied or dropped.
 */
export async function withSchemaEngine<Result>(
  ownerUrl: string,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await instantiateOnce();
  // One connection: what a script sets for its session (search_path) holds for the engine's own statements as well.
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: `-c search_path=${schemaName},public` });
  const adapter = new MigrationAdapter(pool, { schema: schemaName });
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const ignoreLog = () => undefined;
    using engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, ignoreLog, bound);
    return await use(engine);
  } catch (error) {
    if (adapter.failure === null) throw error;
    throw new Error(`${adapter.failure.message}: ${error}`, { cause: adapter.failure });
  } finally {
    await pool.end();
  }
}

let instantiated: Promise<void> | null = null;

function instantiateOnce(): Promise<void> {
  instantiated ??= instantiate();
  return instantiated;
}

/** What the package's own entry does by importing the file as a module, which Node does not do without a flag. */
async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  // The engine reports a broken invariant here before it traps; without it the report itself fails.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwPanic } });
  // Node has the interface; its types come with the DOM's alone, which no package but the extension may see.
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyInterface };
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('the migration engine exports no __wbindgen_start');
  start();
}

interface WebAssemblyInterface {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
}

function throwPanic(message: string): never {
  throw new Error(`the migration engine failed: ${message}`);
}
