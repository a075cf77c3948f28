import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { runCongvu } from './testing/run-congvu.ts';

test('lists every command, in Vietnamese first and in English when asked', async () => {
  const vietnamese = await runCongvu(['--help']);
  const english = await runCongvu(['help', '--lang', 'en']);
  for (const [name, { summary }] of Object.entries(commands)) {
    expect(vietnamese.out).toContain(`${name} `);
    expect(vietnamese.out).toContain(summary.vi);
    expect(english.out).toContain(summary.en);
  }
  expect(vietnamese.code).toBe(0);
});

test.each(Object.keys(commands))('explains %s without running it', async (name) => {
  const { code, out, err } = await runCongvu([name, '--help']);
  expect(out).toContain(`congvu ${name}`);
  expect(out.split('\n').length).toBeGreaterThan(3);
  expect(err).toBe('');
  expect(code).toBe(0);
});

test.each([
  ['no command', [], null],
  ['an unknown command', ['nope'], 'nope'],
  ['a name every object has', ['constructor'], 'constructor'],
  ['an unknown option', ['score', '--nope'], '--nope'],
  ['another language', ['score', '--lang', 'fr'], '--lang fr'],
  ['a token without its user', ['token', 'create'], '--user'],
  ['a token for an unknown scope', ['token', 'create', '--user', 'a', '--scopes', 'ALL'], '--scopes ALL'],
  [
    'a token that has ended already',
    ['token', 'create', '--user', 'a', '--scopes', 'UNIT_READ', '--expires', '2020-01-01'],
    '--expires 2020-01-01',
  ],
])('ends with 2 for %s', async (_name, words, argument) => {
  const { code, out, err } = await runCongvu(words);
  expect(code).toBe(2);
  if (argument === null) return;
  expect(out).toBe('');
  expect(err).toContain('congvu: USAGE_INVALID: ');
  expect(err).toContain(argument);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('names a bad value of the environment, and never shows it', async () => {
  const environment = { DATABASE_URL: 'mysql://root:secret@host/db' };
  const { code, err } = await runCongvu(['migrate'], { environment });
  expect(code).toBe(1);
  expect(err).toMatch(/^congvu: ENVIRONMENT_INVALID: .*DATABASE_URL/);
  expect(err).not.toContain('secret');
});

test('gives an error as one line of JSON to programs', async () => {
  const { err } = await runCongvu(['migrate', '--json', '--lang', 'en'], { environment: { PORT: '70000' } });
  expect(JSON.parse(err)).toEqual({ error: { code: 'ENVIRONMENT_INVALID', message: expect.stringContaining('PORT') } });
});

test('says in one line that a database cannot be reached, without its password', async () => {
  const environment = { DATABASE_URL: 'postgresql://congvu_api:secret@127.0.0.1:1/congvu' };
  const { code, err } = await runCongvu(['migrate'], { environment });
  expect(code).toBe(1);
  expect(err).toMatch(/^congvu: DATABASE_UNREACHABLE: .*ECONNREFUSED/);
  expect(err).not.toContain('secret');
});

test('refuses to seed a database that is not its own', async () => {
  const environment = { DATABASE_URL: 'postgresql://congvu_api@127.0.0.1:1/congvu' };
  expect((await runCongvu(['seed'], { environment })).err).toContain('DATABASE_URL');
  expect((await runCongvu(['seed'], { environment: { OIDC_ISSUER: 'https://sso.example' } })).err).toContain(
    'OIDC_ISSUER',
  );
});
