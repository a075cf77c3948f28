import { PERMISSIONS, type Permission } from '@congvu/schema/permission';
import { addDays, type LocalDate, parseLocalDate, toLocalDate } from '@congvu/schema/primitives/local-date';
import { readEnvironment } from '../environment.ts';
import { LONGEST_LIFE_DAYS } from '../identity/personal-token.ts';
import { bringUpToDate, databaseClient } from '../start/builds.ts';
import { withOwner } from '../start/database-source.ts';
import { type Command, type CommandInput, misuse, noteProgress, textOption } from './command.ts';

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
Mã không cho nhiều hơn quyền của người đó, và chỉ cho những quyền trong --scopes. --expires là ngày cuối còn dùng được, nhiều nhất một năm.
Quyền: ${PERMISSIONS.join(', ')}`,
    en: `Creates a personal access token for a user's scripts; it is shown this once only.
It gives no more than the user may do, and of that only what --scopes names. --expires is the last day it works, a year from now at most.
Scopes: ${PERMISSIONS.join(', ')}`,
  },
  run: async (input, terminal) => {
    if (input.words[0] !== 'create' || input.words.length > 1) throw misuse(input.words.join(' ') || 'token');
    const userName = getOption(input, 'user');
    const scopes = readScopes(getOption(input, 'scopes'));
    const expires = readEnd(getOption(input, 'expires'));
    const name = textOption(input, 'name') ?? 'congvu token create';
    const environment = readEnvironment();
    await bringUpToDate(databaseClient, noteProgress(terminal), new AbortController().signal);
    const { storeToken } = await import('./store-token.ts');
    const token = await withOwner(environment, (ownerUrl, { apiUrl }) =>
      storeToken(environment, { ownerUrl, apiUrl }, { userName, name, scopes, expires }),
    );
    terminal.print(terminal.isJson ? JSON.stringify({ token, user: userName, scopes, expires }) : token);
    return 0;
  },
};

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

/** Today at the earliest, in a year at the latest. */
function readEnd(text: string): LocalDate {
  const end = parseLocalDate(text);
  const today = toLocalDate(new Date());
  if (!end.ok || end.value < today || end.value > addDays(today, LONGEST_LIFE_DAYS)) throw misuse(`--expires ${text}`);
  return end.value;
}
