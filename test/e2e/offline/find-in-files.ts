import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Where in a browser's profile these words stand, in UTF-8 or UTF-16, composed or decomposed: `<file>: <word>`. Databases
 * keep what was deleted until they are packed, so deleted text is found too.
 */
export async function findInFiles(directory: string, words: readonly string[]): Promise<readonly string[]> {
  const forms = words.flatMap((word) =>
    (['NFC', 'NFD'] as const).flatMap((form) =>
      (['utf8', 'utf16le'] as const).map((encoding) => ({ word, bytes: Buffer.from(word.normalize(form), encoding) })),
    ),
  );
  const found: string[] = [];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    const words = new Set(forms.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => word));
    found.push(...[...words].map((word) => `${relative(directory, path)}: ${word}`));
  }
  return found;
}
