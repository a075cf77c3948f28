import { readFile } from 'node:fs/promises';
import { readEnvironment } from '../environment.ts';
import { type ApiAccess, apiOrigin } from './ask-api.ts';
import { type CommandInput, type CommandOptions, misuse, type Terminal, textOption } from './command.ts';

/** Options of every command that asks a running api. */
export const apiOptions = {
  token: { type: 'string' },
  'token-file': { type: 'string' },
  url: { type: 'string' },
  purpose: { type: 'string' },
} as const satisfies CommandOptions;

export const apiOptionsUsage = '(--token <…> | --token-file <…>) [--url <http://…>] [--purpose EVALUATE]';

/** Reads them. A token in a file stays out of the list of processes. Throws USAGE_INVALID where there is none. */
export async function readApiAccess(input: CommandInput, terminal: Terminal): Promise<ApiAccess> {
  const file = textOption(input, 'token-file');
  const token = (file === null ? textOption(input, 'token') : await readText(file))?.trim();
  if (token === undefined || token === '') throw misuse('--token');
  const url = textOption(input, 'url')?.replace(/\/$/, '');
  return {
    url: url ?? apiOrigin(readEnvironment()),
    token,
    purpose: textOption(input, 'purpose'),
    locale: terminal.locale,
  };
}

/** A file's text. Throws USAGE_INVALID naming a file that cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw misuse(path);
  }
}

/** Standard input to its end. */
export async function readInput({ input }: Terminal): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
