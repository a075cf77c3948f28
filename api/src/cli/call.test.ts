import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { runCongvu } from './testing/run-congvu.ts';

let office: ApiOffice;
let folder: string;
let environment: Record<string, string>;
let token: string;

beforeAll(async () => {
  office = await openApiOffice();
  folder = mkdtempSync(join(tmpdir(), 'congvu-call-'));
  environment = { PUBLIC_URL: new URL(office.url).origin };
  token = await office.tokenOf('quanly');
});
afterAll(async () => {
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PLAN =
  'mutation Plan($input: FixPeriodPlanInput!) { fixPeriodPlan(input: $input) { ... on PeriodPlan { fixedBy } } }';

describe('congvu call', () => {
  test('prints the answer of the running api as JSON', async () => {
    const words = ['call', '-', '--token', token];
    const { code, out, err } = await runCongvu(words, { environment, input: '{ viewer { userName } }' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ data: { viewer: { userName: 'quanly' } } });
  });

  test('acts with a new key where none is given, and ends with 1 where it is refused', async () => {
    const document = file('plan.graphql', PLAN);
    const variables = file('plan.json', JSON.stringify({ input: { unit: 'H99.01.01', period: '2026-12' } }));
    const words = ['call', document, '--variables', variables, '--token-file', file('token', `${token}\n`)];
    const done = await runCongvu(words, { environment });
    expect(done.err).toBe('');
    expect(JSON.parse(done.out).data.fixPeriodPlan).toMatchObject({ __typename: 'PeriodPlan' });
    const again = await runCongvu([...words, '--lang', 'en'], { environment });
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/^congvu: WRONG_STATE: .+\n$/);
    expect(JSON.parse(again.out).data.fixPeriodPlan).toMatchObject({ refusalCode: 'WRONG_STATE' });
  });

  test('keeps the key it is given', async () => {
    const input = { unit: 'H99.01.01', period: '2027-01', idempotencyKey: newKey() };
    const words = [
      'call',
      file('p.graphql', PLAN),
      '--variables',
      file('k.json', JSON.stringify({ input })),
      '--token',
      token,
    ];
    expect((await runCongvu(words, { environment })).code).toBe(0);
    expect((await runCongvu(words, { environment })).code).toBe(0);
  });

  test('tells an error in one line, and gives it as JSON to programs', async () => {
    const input = '{ accessEntries(first: 1) { nothing } }';
    const { code, err } = await runCongvu(['call', '-', '--token', token, '--json'], { environment, input });
    expect(code).toBe(1);
    expect(JSON.parse(err.split('\n')[0] ?? '')).toMatchObject({ error: { code: 'BAD_REQUEST' } });
    const refused = await runCongvu(['call', '-', '--token', 'congvu_pat_nobody'], {
      environment,
      input: '{ viewer { userName } }',
    });
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/^congvu: UNAUTHENTICATED: /) });
  });

  test('says that nothing answers', async () => {
    const words = ['call', '-', '--token', token, '--url', 'http://127.0.0.1:59998'];
    const { code, err } = await runCongvu(words, { environment, input: '{ viewer { userName } }' });
    expect(code).toBe(1);
    expect(err).toMatch(/^congvu: API_UNREACHABLE: .*127\.0\.0\.1:59998.*ECONNREFUSED/);
  });

  test.each([
    ['no document', ['call', '--token', 'x'], 'call'],
    ['a document that is not there', ['call', '/nowhere.graphql', '--token', 'x'], '/nowhere.graphql'],
    ['no token', ['call', '-'], '--token'],
  ])('ends with 2 for %s', async (_name, words, argument) => {
    const { code, err } = await runCongvu(words, { environment, input: '{ viewer { userName } }' });
    expect(code).toBe(2);
    expect(err).toContain(`USAGE_INVALID`);
    expect(err).toContain(argument);
  });

  test('ends with 2 for text that is no document', async () => {
    const { code, err } = await runCongvu(['call', '-', '--token', 'x'], { environment, input: 'query {' });
    expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
  });
});
