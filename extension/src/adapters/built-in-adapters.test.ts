import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInAdapters } from './built-in-adapters.ts';

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  // Those of observed/ prove the interpreter and are not shipped.
  .filter((entry) => entry.isDirectory() && entry.name !== 'observed')
  .map(({ name }) => name);

describe('the built-in adapters', () => {
  it('are those of the folders', () => {
    expect(builtInAdapters.map(({ name }) => name).sort()).toEqual(folders.sort());
  });
});
