import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { createManifest } from '../../extension/manifest.ts';
import { read, repository, sourceFiles } from './repository.ts';

const output = join(repository, 'extension/.output/chrome-mv3');

/**
 * Uncompressed bytes. All of an extension's package; what runs in every page of a site that is switched on; what is added to it in
 * a page that no adapter knows; and what an administrator's click puts into the one page he teaches.
 */
const budget = { package: 2_500 * 1024, pages: { overlay: 40 * 1024, generic: 40 * 1024, builder: 80 * 1024 } };
/** Words by which a bundle shows what was bundled into it: React's and zod's own, Apollo's, a token. */
const guests = ['react.transitional.element', 'ZodError', '_zod', 'ApolloErrorMessageHandler', 'access_token'];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('what runs in a page keeps its budget, without a framework or a parser', () => {
  const bundles = filesIn(join(output, 'content-scripts'));
  expect(bundles.length).toBeGreaterThan(0);
  for (const bundle of bundles) {
    const name = basename(bundle, '.js') as keyof typeof budget.pages; // Any other name has no budget, and fails.
    expect(statSync(bundle).size, bundle).toBeLessThanOrEqual(budget.pages[name] ?? 0);
    const text = readFileSync(bundle, 'utf8');
    expect(
      guests.filter((guest) => text.includes(guest)),
      bundle,
    ).toEqual([]);
  }
  // Where they belong they are found by the same words, or the test above would find nothing anywhere.
  const others = filesIn(output).filter((file) => file.endsWith('.js') && !bundles.includes(file));
  const text = others.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(guests.filter((guest) => !text.includes(guest))).toEqual([]);
});

test('the whole package is at most 2.5 MB', () => {
  const size = filesIn(output).reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeLessThanOrEqual(budget.package);
});

/** What each browser is told at install, besides what the README explains for all. */
const differences = {
  chrome: { hosts: ['http://127.0.0.1:4000/*'], permissions: ['sidePanel'] },
  edge: { hosts: ['http://127.0.0.1:4000/*'], permissions: ['sidePanel'] },
  firefox: { hosts: ['http://127.0.0.1/*'], permissions: [] },
} as const;
const everywhere = ['storage', 'identity', 'scripting', 'activeTab', 'alarms', 'notifications'];

test.each(Object.entries(differences))(
  '%s: no host at install but the api, and no permission that is not explained',
  (browser, { hosts, permissions }) => {
    const manifest = createManifest(browser);
    expect(manifest.host_permissions).toEqual(hosts);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect([...(manifest.permissions ?? [])].sort()).toEqual([...everywhere, ...permissions].sort());
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    const explained = read('extension/README.md');
    for (const permission of manifest.permissions ?? []) expect(explained, permission).toContain(`\`${permission}\``);
    for (const host of manifest.host_permissions ?? []) expect(explained, host).toContain(`\`${host}\``);
  },
);

test('what was built asks for what is declared, and runs nothing by itself', () => {
  const built = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const declared = createManifest('chrome') as Record<string, unknown>;
  for (const key of ['permissions', 'host_permissions', 'optional_host_permissions', 'content_security_policy', 'key'])
    expect(built[key], key).toEqual(declared[key]);
  expect(built.content_scripts ?? []).toEqual([]);
});

test('each built-in adapter lies beside at least three saved pages', () => {
  const adapters = sourceFiles(/^extension\/src\/adapters\/[^/]+\/adapter\.json$/);
  expect(adapters.length).toBeGreaterThanOrEqual(2);
  for (const adapter of adapters) {
    const folder = adapter.replace('adapter.json', 'saved-pages/');
    expect(sourceFiles(/\.html$/).filter((path) => path.startsWith(folder)).length, adapter).toBeGreaterThanOrEqual(3);
  }
});
