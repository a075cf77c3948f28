import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteAdapterShape } from '@congvu/schema/adapter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { runCongvu } from './testing/run-congvu.ts';

/** A built-in adapter with its saved pages: what is exported must be able to take its place. */
const builtIn = new URL('../../../extension/src/adapters/single-page-list/', import.meta.url).pathname;
let office: ApiOffice;
let folder: string;
let tokens: Record<string, string>;

beforeAll(async () => {
  office = await openApiOffice();
  folder = await mkdtemp(join(tmpdir(), 'congvu-adapter-'));
  tokens = { quantri: await office.tokenOf('quantri'), quanly: await office.tokenOf('quanly') };
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await office?.close();
});

const run = (words: readonly string[], userName = 'quantri') =>
  runCongvu([...words, '--token', tokens[userName] ?? '', '--lang', 'en'], {
    environment: { PUBLIC_URL: new URL(office.url).origin },
  });

/** The built-in adapter as a folder of the office's own, in a version. */
async function ownFolder(name: string, version: number): Promise<string> {
  const path = join(folder, `${name}-${version}`);
  await cp(builtIn, path, { recursive: true });
  const content = JSON.parse(await readFile(join(path, 'adapter.json'), 'utf8'));
  await writeFile(join(path, 'adapter.json'), JSON.stringify({ ...content, name, version }));
  return path;
}

test('saves a folder, publishes it, lists it, withdraws it', async () => {
  const path = await ownFolder('cua-so', 1);
  expect(await run(['adapter', 'save', path, '--note', 'first'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^cua-so {2}v1 {2}- {2}!0 {2}/),
  });
  expect((await run(['adapter', 'publish', 'cua-so', '1', '--unit', 'H99.01'])).out).toContain('H99.01=v1');
  expect((await run(['adapter', 'publish', 'cua-so', '1'])).out).toMatch(/\*=v1/);
  const { adapters } = JSON.parse((await run(['adapter', 'list', '--json'])).out);
  expect(adapters).toMatchObject([{ name: 'cua-so', latestVersion: 1, openReports: 0 }]);
  expect((await run(['adapter', 'withdraw', 'cua-so'])).out).not.toMatch(/\*=v1/);
});

test('exports what was saved in the layout of the built-in adapters, the latest version or another', async () => {
  const second = await ownFolder('cua-so', 2);
  await rm(join(second, 'saved-pages'), { recursive: true });
  await run(['adapter', 'save', join(second, 'adapter.json'), '--note', 'without pages']);
  const to = join(folder, 'exported');
  const { code, out } = await run(['adapter', 'export', 'cua-so', '--version', '1', '--to', to]);
  expect(code).toBe(0);
  const pages = (await readdir(join(builtIn, 'saved-pages'))).toSorted();
  expect((await readdir(join(to, 'saved-pages'))).toSorted()).toEqual(pages);
  expect(out.trimEnd().split('\n')).toHaveLength(pages.length + 1);
  for (const file of pages) {
    const [was, is] = await Promise.all([builtIn, to].map((root) => readFile(join(root, 'saved-pages', file), 'utf8')));
    if (file.endsWith('.html')) expect(is).toBe(was);
    else expect(JSON.parse(is ?? '')).toEqual(JSON.parse(was ?? ''));
  }
  const text = await readFile(join(to, 'adapter.json'), 'utf8');
  const original = JSON.parse(await readFile(join(builtIn, 'adapter.json'), 'utf8'));
  expect(siteAdapterShape.parse(JSON.parse(text))).toEqual(siteAdapterShape.parse({ ...original, name: 'cua-so' }));
  // In the order people write it, not in the database's.
  expect(Object.keys(JSON.parse(text)).slice(0, 3)).toEqual(['name', 'version', 'title']);
  await run(['adapter', 'export', 'cua-so', '--to', to]);
  expect(JSON.parse(await readFile(join(to, 'adapter.json'), 'utf8')).version).toBe(2);
});

test('lists reports of pages that could not be read', async () => {
  await office.as('chuyenvien')(
    'mutation M($input: ReportAdapterInput!) { reportAdapter(input: $input) { __typename } }',
    {
      input: {
        idempotencyKey: newKey(),
        adapter: 'cua-so',
        version: 1,
        host: 'vb.example.gov.vn',
        path: '/qlvb/12',
        kind: 'LIST',
        found: 9,
        read: 2,
        secret: 1,
        extensionVersion: '1.0.0',
      },
    },
  );
  expect((await run(['adapter', 'reports'])).out).toBe(
    '2026-11-22  cua-so v1  vb.example.gov.vn/qlvb/#  LIST  2/9 (1)  ×1\n',
  );
  expect((await run(['adapter', 'reports', '--closed'])).out).toBe('');
  expect((await run(['adapter', 'list'])).out).toContain('!1');
});

describe('says in one line each what is refused', () => {
  test.each([
    ['a version that another saved', ['save', 'FOLDER', '--note', 'x'], 'STALE_REVISION'],
    ['an unknown adapter', ['export', 'khong-co', '--to', 'FOLDER'], 'NOT_FOUND'],
    ['a version that is not there', ['export', 'cua-so', '--version', '9', '--to', 'FOLDER'], 'NOT_FOUND'],
    ['a version without three pages', ['publish', 'cua-so', '2'], 'SAVED_PAGES_TOO_FEW: /version: '],
    ['what is not published', ['withdraw', 'cua-so'], 'WRONG_STATE'],
    ['an unknown unit', ['publish', 'cua-so', '1', '--unit', 'H00'], 'NOT_FOUND'],
  ])('%s', async (_name, words, code) => {
    const path = join(folder, 'cua-so-1');
    const { code: exit, err, out } = await run(['adapter', ...words.map((word) => (word === 'FOLDER' ? path : word))]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain(`congvu: ${code}`);
  });

  test('and who may not', async () => {
    const { code, err } = await run(['adapter', 'list'], 'quanly');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^congvu: FORBIDDEN: .+\n$/) });
  });
});

describe('is not understood', () => {
  test.each([
    ['for another verb', ['delete', 'cua-so'], 'delete'],
    ['without a note', ['save', '/tmp'], '--note'],
    ['for a folder that is not there', ['save', '/khong/co', '--note', 'x'], '/khong/co'],
    ['for a version that is no number', ['publish', 'cua-so', 'moi'], 'moi'],
    ['without a name', ['export'], 'export'],
    ['for a word too many', ['list', 'tat-ca'], 'tat-ca'],
  ])('%s', async (_name, words, argument) => {
    const { code, err } = await run(['adapter', ...words]);
    expect(code).toBe(2);
    expect(err).toContain(argument);
  });
});
