import { createHash, randomBytes } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import { PERMISSIONS, type Permission } from '@congvu/schema/permission';
import { type LocalDate, parseLocalDate, toLocalDate } from '@congvu/schema/primitives/local-date';
import pg from 'pg';
import { readEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { withOwner } from '../start/database-source.ts';
import { type Command, type CommandInput, misuse, textOption } from './command.ts';

/** What a stranger, a leak scanner and our own bearer check recognise a token by. */
const TOKEN_PREFIX = 'congvu_pat_';
/** Characters of a token that are kept readable, so that its owner knows which one it is. */
const SHOWN_CHARACTERS = TOKEN_PREFIX.length + 4;

export const command: Command = {
  usage: 'create --user <tên đăng nhập|user name> --scopes <A,B> --expires <YYYY-MM-DD> [--name <…>] [--json]',
  options: {
    user: { type: 'string' },
    scopes: { type: 'string' },
    expires: { type: 'string' },
    name: { type: 'string' },
  },
  help: {
    vi: `Tạo mã truy cập cá nhân cho chương trình của một người dùng; mã chỉ hiện một lần này.
Mã không cho nhiều hơn quyền của người đó, và chỉ cho những quyền trong --scopes. --expires là ngày cuối còn dùng được.
Quyền: ${PERMISSIONS.join(', ')}`,
    en: `Creates a personal access token for a user's scripts; it is shown this once only.
It gives no more than the user may do, and of that only what --scopes names. --expires is the last day it works.
Scopes: ${PERMISSIONS.join(', ')}`,
  },
  run: async (input, terminal) => {
    if (input.words[0] !== 'create' || input.words.length > 1) throw misuse(input.words.join(' ') || 'token');
    const userName = getOption(input, 'user');
    const scopes = readScopes(getOption(input, 'scopes'));
    const expires = readEnd(getOption(input, 'expires'));
    const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
    const name = textOption(input, 'name') ?? 'congvu token create';
    await withOwner(readEnvironment(), (ownerUrl) => storeToken(ownerUrl, { userName, name, token, scopes, expires }));
    terminal.print(terminal.isJson ? JSON.stringify({ token, user: userName, scopes, expires }) : token);
    return 0;
  },
};

interface NewToken {
  readonly userName: string;
  readonly name: string;
  readonly token: string;
  readonly scopes: readonly Permission[];
  readonly expires: LocalDate;
}

/** Errors: NOT_FOUND where no active user has the name. */
async function storeToken(ownerUrl: string, { userName, name, token, scopes, expires }: NewToken): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const digest = createHash('sha256').update(token).digest('hex');
    await client.query('select congvu.create_personal_token($1, $2, $3, $4, $5, $6)', [
      userName,
      name,
      token.slice(0, SHOWN_CHARACTERS),
      digest,
      scopes,
      expires,
    ]);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_USER) {
      throw new Failure(domainError('NOT_FOUND'), error);
    }
    throw error;
  } finally {
    await client.end();
  }
}

/** Raised by `create_personal_token`. */
const NO_SUCH_USER = 'CV002';

function getOption(input: CommandInput, name: string): string {
  const value = textOption(input, name)?.trim();
  if (value === undefined || value === '') throw misuse(`--${name}`);
  return value;
}

function readScopes(text: string): readonly Permission[] {
  return text.split(',').map((word) => {
    const scope = PERMISSIONS.find((permission) => permission === word.trim().toUpperCase());
    if (scope === undefined) throw misuse(`--scopes ${word.trim()}`);
    return scope;
  });
}

function readEnd(text: string): LocalDate {
  const end = parseLocalDate(text);
  if (!end.ok || end.value < toLocalDate(new Date())) throw misuse(`--expires ${text}`);
  return end.value;
}
