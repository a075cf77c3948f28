import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const HOST = 'vb.example.gov.vn:8080';
let office: ApiOffice;
/** Two people of one phòng, and one of another sở whom its manager may not see. */
let own: { readonly id: string; readonly code: string };
let colleague: { readonly id: string; readonly code: string };
let stranger: { readonly id: string };

beforeAll(async () => {
  office = await openApiOffice();
  const { data } = await office.as('nhansu')(`{
    own: unit(code: "H99.01.01") { employees(first: 2) { edges { node { id code } } } }
    foreign: unit(code: "H99.02") { employees(first: 1) { edges { node { id } } } } }`);
  [own, colleague] = data.own.employees.edges.map(({ node }: { node: object }) => node);
  stranger = data.foreign.employees.edges[0].node;
});
afterAll(() => office?.close());

const RESULT = `__typename ... on DomainError { code } ... on InvalidInputError { fields { path code } }`;

async function remember(handler: string, employeeId: string, changes: object = {}, userName = 'quanly') {
  const answer = await office.as(userName)(
    `mutation M($input: RememberHandlerInput!) { rememberHandler(input: $input) { ${RESULT}
      ... on HandlerChoice { handler employee { id code } } } }`,
    { input: { idempotencyKey: newKey(), host: HOST, handler, employeeId, ...changes } },
  );
  return { result: answer.data?.rememberHandler, code: answer.errors[0]?.extensions.code };
}

async function forget(handler: string, userName = 'quanly') {
  const answer = await office.as(userName)(
    `mutation M($input: ForgetHandlerInput!) { forgetHandler(input: $input) { ${RESULT} ... on ForgottenHandler { host handler } } }`,
    { input: { idempotencyKey: newKey(), host: HOST, handler } },
  );
  return { result: answer.data?.forgetHandler, code: answer.errors[0]?.extensions.code };
}

async function choices(userName = 'quanly', host = HOST): Promise<Record<string, string>> {
  const { data, errors } = await office.as(userName)(
    'query Q($host: String!) { handlerChoices(host: $host) { handler employee { id code } } }',
    { host },
  );
  expect(errors).toEqual([]);
  return Object.fromEntries(
    data.handlerChoices.map((each: { handler: string; employee: { code: string } }) => [
      each.handler,
      each.employee.code,
    ]),
  );
}

test('a choice is kept for its host and user, is replaced by the next, and is forgotten', async () => {
  expect((await remember('u17', own.id)).result).toEqual({
    __typename: 'HandlerChoice',
    handler: 'u17',
    employee: own,
  });
  await remember(' u18 ', colleague.id);
  expect(await choices()).toEqual({ u17: own.code, u18: colleague.code });
  await remember('u17', colleague.id);
  expect(await choices()).toEqual({ u17: colleague.code, u18: colleague.code });
  expect(await choices('quanly', 'khac.example.gov.vn')).toEqual({});
  expect(await choices('nhansu')).toEqual({});
  expect((await forget('u17', 'nhansu')).code).toBe('NOT_FOUND');
  expect((await forget('u17')).result).toEqual({ __typename: 'ForgottenHandler', host: HOST, handler: 'u17' });
  expect((await forget('u17')).code).toBe('NOT_FOUND');
  expect(await choices()).toEqual({ u18: colleague.code });
  await remember('u17', own.id);
  expect((await choices()).u17).toBe(own.code);
});

test('a person one may not see is as if absent, when chosen and afterwards', async () => {
  expect((await remember('u30', stranger.id)).code).toBe('NOT_FOUND');
  expect((await remember('u30', 'khong-phai')).code).toBe('NOT_FOUND');
  await remember('u31', stranger.id, {}, 'nhansu');
  expect(Object.keys(await choices('nhansu'))).toEqual(['u31']);
  await office.ownerPool.query(
    `update congvu.role_grant g set revoked_at = '2026-11-01' from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
  );
  // The connections that carry his name keep his scopes for five seconds; a transaction names him afresh, a new one too.
  await new Promise((resolve) => setTimeout(resolve, 5_200));
  expect(await choices('nhansu')).toEqual({});
  await office.ownerPool.query(
    `update congvu.role_grant g set revoked_at = null from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
  );
});

test.each([
  ['/handler', 'TOO_LONG', { handler: 'a'.repeat(121) }],
  ['/handler', 'REQUIRED', { handler: '  ' }],
  ['/handler', 'UNKNOWN_VALUE', { handler: 'a\nb' }],
  ['/host', 'UNKNOWN_VALUE', { host: 'https://vb.example.gov.vn/' }],
])('is refused at %s (%s)', async (path, code, changes) => {
  expect((await remember('u40', own.id, changes)).result.fields).toEqual([{ path, code }]);
});

test('many are read with the statements of one, and end at the limit', async () => {
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `select id from congvu.user_account where user_name = 'lanhdao'`,
  );
  await office.ownerPool.query(
    `insert into congvu.handler_choice (user_id, host, handler, employee_id, chosen_at)
     select $1, $2, 'h' || n, e.id, now() from generate_series(1, $3) n
     cross join (select id from congvu.employee where code = $4) e`,
    [rows[0]?.id, HOST, LIMITS.handlerChoices, own.code],
  );
  office.statements.length = 0;
  expect(Object.keys(await choices('lanhdao'))).toHaveLength(LIMITS.handlerChoices);
  expect(
    office.statements.filter((text) => text.includes('handler_choice') || text.includes('congvu.employee')).length,
  ).toBe(2);
  expect((await remember('moi', own.id, {}, 'lanhdao')).code).toBe('LIMIT_EXCEEDED');
  expect((await remember('h1', colleague.id, {}, 'lanhdao')).result.__typename).toBe('HandlerChoice');
  await forget('h2', 'lanhdao');
  expect((await remember('moi', own.id, {}, 'lanhdao')).result.__typename).toBe('HandlerChoice');
});

test('the chain says who was chosen and not by which id of the page', async () => {
  await remember('nguyen.van.a', own.id);
  const { rows } = await office.ownerPool.query(
    `select entity_id, payload from congvu.audit_entry where action = 'rememberHandler' order by sequence desc limit 1`,
  );
  expect(JSON.parse(rows[0].payload)).toEqual({ host: HOST, employee: own.code });
  expect(rows[0].entity_id).not.toContain('nguyen');
});
