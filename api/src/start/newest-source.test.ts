import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from './newest-source.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-stale-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A file last written `minute` minutes after the test's own beginning of time. */
function write(path: string, minute: number): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, minute * 60, minute * 60);
  return file;
}

test('is stale where there is no output', () => {
  expect(isStale(join(folder, 'out.js'), [folder])).toBe(true);
});

test('is stale where any source is younger, however deep', () => {
  const output = write('out.js', 2);
  write('src/a.ts', 1);
  expect(isStale(output, [join(folder, 'src')])).toBe(false);
  write('src/deep/er/b.ts', 3);
  expect(isStale(output, [join(folder, 'src')])).toBe(true);
});

test('passes over tests, texts, dependencies and what is made, and sources that are not there', () => {
  const output = write('out.js', 2);
  for (const path of ['src/a.test.ts', 'src/README.md', 'src/node_modules/x.js', 'src/generated/y.ts']) write(path, 3);
  expect(isStale(output, [join(folder, 'src'), join(folder, 'missing')])).toBe(false);
});
