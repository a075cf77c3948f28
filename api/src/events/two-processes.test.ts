import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { subscribe } from './testing/event-reader.ts';

let office: ApiOffice;
let other: ChildProcess;
let url: string;

beforeAll(async () => {
  office = await openApiOffice();
  other = spawn(
    process.execPath,
    [fileURLToPath(new URL('./testing/api-process.ts', import.meta.url)), office.apiUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (other.stdout === null) throw new Error('Its output is a pipe.');
  const [port] = await once(createInterface(other.stdout), 'line');
  url = `http://127.0.0.1:${port}/graphql`;
});
afterAll(async () => {
  other?.kill('SIGKILL');
  await office?.close();
});

async function createToken(scopes: readonly string[]) {
  const { data } = await office.as('quanly')(
    `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) {
      ... on CreatedPersonalToken { secret token { id } } } }`,
    { input: { idempotencyKey: newKey(), name: 'Theo dõi', scopes, expiresOn: '2027-01-31' } },
  );
  return data.createPersonalToken;
}

const SUBSCRIPTION = 'subscription S { events { id type subject { ... on PeriodSheet { state period } } } }';

test('an act in one process is told by another, whose end ends its streams first', async () => {
  const { secret } = await createToken(['SCORE_READ', 'EMPLOYEE_READ', 'UNIT_READ']);
  const reader = await subscribe(url, `Bearer ${secret}`, SUBSCRIPTION);
  const { data } = await office.as('quanly')(
    `query Q { periodSheets(filter: { unit: "H99.01.01", period: "2026-11" }, first: 20) {
      edges { node { id revision role employee { code } criteria { code maximum } } } } viewer { employee { code } } }`,
  );
  const own = data.viewer.employee.code;
  const sheet = data.periodSheets.edges
    .map(({ node }: { node: { role: string; employee: { code: string } } }) => node)
    .find((node: { role: string; employee: { code: string } }) => node.role === 'STAFF' && node.employee.code !== own);
  const confirmed = await office.as('quanly')(
    `mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) { __typename
      ... on InvalidInputError { fields { path code } } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        sheet: sheet.id,
        revision: sheet.revision,
        criteria: sheet.criteria.map(({ code, maximum }: { code: string; maximum: string }) => ({
          code,
          points: maximum,
        })),
      },
    },
  );
  expect(confirmed.data.confirmPeriodSheet).toEqual({ __typename: 'PeriodSheet' });
  const frame = await reader.next();
  expect(frame).toMatchObject({
    answer: { data: { events: { type: 'SCORE_CONFIRMED', subject: { state: 'CONFIRMED', period: '2026-11' } } } },
  });

  const began = Date.now();
  other.kill('SIGTERM');
  expect(await reader.next()).toEqual({ complete: true });
  const [code] = await once(other, 'exit');
  expect(code).toBe(0);
  // Far below the ten seconds that requests in hand are given.
  expect(Date.now() - began).toBeLessThan(4_000);
});
