import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { siteAdapterShape } from '@congvu/schema/adapter';
import { domainError } from '@congvu/schema/errors';
import { Failure } from '../failure.ts';
import { misuse } from './command.ts';

/** A version of an adapter in files: the layout of extension/src/adapters/<name>, so that one goes into the other. */
export interface AdapterFiles {
  readonly content: unknown;
  readonly savedPages: readonly { readonly name: string; readonly html: string; readonly expected: unknown }[];
}

const PAGE_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Reads a folder, or the folder of an adapter.json. Throws USAGE_INVALID naming what is not there, NOT_JSON. */
export async function readAdapterFolder(path: string): Promise<AdapterFiles> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) throw misuse(path);
  const folder = entry.isDirectory() ? path : dirname(path);
  const content = await readJson(entry.isDirectory() ? join(folder, 'adapter.json') : path);
  const pages = join(folder, 'saved-pages');
  const files = (await readdir(pages).catch((): string[] => [])).filter((file) => file.endsWith('.html')).sort();
  const savedPages = await Promise.all(
    files.map(async (file) => {
      const name = basename(file, '.html');
      const html = await readFile(join(pages, file), 'utf8');
      return { name, html, expected: await readJson(join(pages, `${name}.expected.json`)) };
    }),
  );
  return { content, savedPages };
}

/** Writes it, over what is there; answers the files written, in order. Other files of the folder stay. */
export async function writeAdapterFolder(
  folder: string,
  { content, savedPages }: AdapterFiles,
): Promise<readonly string[]> {
  // What the server says becomes names of files here.
  const odd = savedPages.find(({ name }) => !PAGE_NAME.test(name));
  if (odd !== undefined) throw new Failure(domainError('UNKNOWN_VALUE', { given: odd.name.slice(0, 80), allowed: [] }));
  await mkdir(join(folder, 'saved-pages'), { recursive: true });
  // The database keeps keys in an order of its own; the shape gives back the one people read.
  const known = siteAdapterShape.safeParse(content);
  const files: (readonly [string, string])[] = [['adapter.json', toText(known.success ? known.data : content)]];
  for (const { name, html, expected } of savedPages)
    files.push(
      [join('saved-pages', `${name}.html`), html],
      [join('saved-pages', `${name}.expected.json`), toText(expected)],
    );
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  return files.map(([file]) => join(folder, file));
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw misuse(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(domainError('NOT_JSON'));
  }
}
