import { readdirSync } from 'node:fs';
import { siteAdapterShape } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { builtInAdapters } from './built-in-adapters.ts';

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the built-in adapters', () => {
  it('are those of the folders', () => {
    expect(builtInAdapters.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it.each(builtInAdapters)('$name has the shape of an adapter', (adapter) => {
    expect(siteAdapterShape.parse(adapter)).toEqual(adapter);
  });

  it.each(folders)('%s lies beside at least 3 saved pages', (name) => {
    const pages = readdirSync(new URL(`./${name}/saved-pages/`, import.meta.url));
    expect(pages.filter((file) => file.endsWith('.html')).length).toBeGreaterThanOrEqual(3);
  });
});
