import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, repository, sourceFiles } from './repository.ts';

const output = join(repository, 'extension/.output/chrome-mv3');

test('the part that runs in a page is at most 40 kB, without a framework or a parser', () => {
  const bundles = readdirSync(join(output, 'content-scripts')).map((name) => join(output, 'content-scripts', name));
  expect(bundles.length).toBeGreaterThan(0);
  for (const bundle of bundles) {
    expect(statSync(bundle).size, bundle).toBeLessThanOrEqual(40 * 1024);
    const text = readFileSync(bundle, 'utf8');
    for (const guest of ['ZodError', 'react.element', 'ApolloClient', 'access_token'])
      expect(text).not.toContain(guest);
  }
});

test('the extension asks for no host at install but the api, and for no more than it explains', () => {
  const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as {
    readonly host_permissions: readonly string[];
    readonly permissions: readonly string[];
    readonly content_scripts?: readonly unknown[];
  };
  expect(manifest.host_permissions).toEqual(['http://127.0.0.1:4000/*']);
  expect(manifest.content_scripts ?? []).toEqual([]);
  const explained = read('extension/README.md');
  for (const permission of manifest.permissions) expect(explained, permission).toContain(`\`${permission}\``);
});

test('each built-in adapter lies beside at least three saved pages', () => {
  const adapters = sourceFiles(/^extension\/src\/adapters\/[^/]+\/adapter\.json$/);
  expect(adapters.length).toBeGreaterThanOrEqual(2);
  for (const adapter of adapters) {
    const folder = adapter.replace('adapter.json', 'saved-pages/');
    expect(sourceFiles(/\.html$/).filter((path) => path.startsWith(folder)).length, adapter).toBeGreaterThanOrEqual(3);
  }
});
