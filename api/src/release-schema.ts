import { copyFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const inSchema = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url));

export const RELEASED_SCHEMA = inSchema('schema.released.graphql');
export const DECIDED_CHANGES = inSchema('breaking-changes.json');

/** At a release: what is printed becomes what later changes are held against, and nothing breaks it yet. */
if (import.meta.main) {
  await copyFile(inSchema('schema.graphql'), RELEASED_SCHEMA);
  await writeFile(DECIDED_CHANGES, '[]\n');
}
