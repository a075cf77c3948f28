import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The public contract as text; committed, read by the extension's code generation and by reviewers. */
export function printedSchema(): string {
  return `# Printed from api/src by \`pnpm --filter @congvu/api run schema:print\`; never edited by hand.\n${printSchema(schema)}\n`;
}

if (import.meta.main) {
  const file = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
  await writeFile(file, printedSchema());
}
