import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededToday } from '../../test/testkit/database.ts';
import { loadExamples } from './docs/example.ts';
import { LIMITS } from './limits/limits.ts';
import { type ApiOffice, newKey, openApiOffice, post } from './testing/api-office.ts';

let office: ApiOffice;
let staffCode: string;
beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    "select e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'",
  );
  staffCode = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

const VIEWER = '{ viewer { userName } }';
const CARD = `query Card($code: String!) { employee(code: $code) { code name unit { name } assignment { title post }
  periodSheets(first: 8) { edges { node { period state score { display level total } } } }
  commendations(first: 5) { edges { node { title decidedOn } } }
  disciplineDecisions(first: 5) { edges { node { form effectiveTo active } } } } }`;

describe('who asks', () => {
  test('answers what is open to nobody, and UNAUTHENTICATED for all else', async () => {
    const ask = office.withBearer(null);
    expect((await ask('{ limits { depth } ruleSets { code } }')).errors).toEqual([]);
    const { data, errors } = await ask(VIEWER);
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', requestId: expect.any(String) });
  });

  test('tells an expired token, one of another issuer and an unknown one apart', async () => {
    const expired = await office.withBearer(`Bearer ${await office.tokenOf('quanly', { expiresIn: '-1m' })}`)(VIEWER);
    expect(expired).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' } }],
    });
    const foreign = await office.withBearer(
      `Bearer ${await office.tokenOf('quanly', { issuer: 'https://other.example' })}`,
    )(VIEWER);
    expect(foreign.errors[0]?.extensions).toMatchObject({ reason: 'TOKEN_FOREIGN_ISSUER' });
    const unknown = await office.withBearer('Bearer congvu_pat_0000000000000000000000000000000000000000000')(VIEWER);
    expect(unknown.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a personal token', () => {
  const create = `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { __typename
    ... on CreatedPersonalToken { secret token { id prefix scopes expiresAt revokedAt } } ... on InvalidInputError { fields { path code } } } }`;
  const revoke = `mutation M($input: RevokePersonalTokenInput!) { revokePersonalToken(input: $input) { __typename ... on PersonalToken { id revokedAt } } }`;
  const tokenFor = async (userName: string, scopes: string[], changes: object = {}) => {
    const input = { idempotencyKey: newKey(), name: 'Báo cáo', scopes, expiresOn: '2027-01-31', ...changes };
    return { input, ...(await office.as(userName)(create, { input })) };
  };

  test('reads within its scopes, only for a stated purpose, until it is revoked', async () => {
    const { input, data } = await tokenFor('nhansu', ['EMPLOYEE_READ', 'SCORE_READ']);
    const { secret, token } = data.createPersonalToken;
    expect(secret).toMatch(/^congvu_pat_[\w-]{43}$/);
    expect(secret.startsWith(token.prefix)).toBe(true);
    const again = await office.as('nhansu')(create, { input });
    expect(again.data.createPersonalToken).toMatchObject({ secret: null, token: { id: token.id } });

    const script = office.withBearer(`Bearer ${secret}`);
    const sheets = '{ periodSheets(first: 2) { edges { node { period } } } }';
    expect((await script(sheets)).errors[0]?.extensions).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect((await script(sheets, {}, { 'x-purpose': 'STATISTICS' })).errors).toEqual([]);
    expect(
      (await script('{ tasks(first: 1) { edges { node { id } } } }', {}, { 'x-purpose': 'STATISTICS' })).errors[0]
        ?.extensions.code,
    ).toBe('FORBIDDEN');
    expect(
      (await script('{ disciplineDecisions(first: 1) { edges { node { id } } } }', {}, { 'x-purpose': 'STATISTICS' }))
        .errors[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    const made = await script(create, { input: { ...input, idempotencyKey: newKey() } });
    expect(made.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const listed = await office.as('nhansu')('{ personalTokens { id name revokedAt } }');
    expect(listed.data.personalTokens.map((each: { id: string }) => each.id)).toContain(token.id);

    const other = await office.as('quanly')(revoke, { input: { idempotencyKey: newKey(), token: token.id } });
    expect(other.errors[0]?.extensions.code).toBe('NOT_FOUND');
    const revoked = await office.as('nhansu')(revoke, { input: { idempotencyKey: newKey(), token: token.id } });
    expect(revoked.data.revokePersonalToken.revokedAt).toBe('2026-11-22T01:00:00.000Z');
    expect((await script(VIEWER)).errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'TOKEN_REVOKED',
    });
  });

  test('ends within 366 days from today', async () => {
    const { data } = await tokenFor('nhansu', ['TASK_READ'], { expiresOn: '2028-01-01' });
    expect(data.createPersonalToken).toMatchObject({ fields: [{ path: '/expiresOn', code: 'OUT_OF_RANGE' }] });
  });
});

describe('what is too large', () => {
  const ask = (query: string, variables: object = {}) => office.as('nhansu')(query, variables);

  test('a query of 5 MB is refused before it is parsed', async () => {
    const answer = await ask(`{ viewer { userName } } #${'x'.repeat(5_000_000)}`);
    expect(answer).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'BODY_TOO_LARGE' } }],
    });
  });

  test('a query 30 deep is refused', async () => {
    const query = `{ viewer { units { ${'parent { '.repeat(28)} code ${'} '.repeat(28)} } } }`;
    const answer = await ask(query);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      reason: 'QUERY_TOO_DEEP',
      maximum: LIMITS.depth,
    });
    expect(answer.data).toBeNull();
  });

  test('depth hidden in fragments counts, and a fragment of itself ends', async () => {
    const deep = Array.from(
      { length: 9 },
      (_, index) => `fragment F${index} on Unit { parent { parent { ...F${index + 1} } } }`,
    ).join('\n');
    const hidden = await ask(`{ viewer { units { ...F0 } } } ${deep} fragment F9 on Unit { code }`);
    expect(hidden.errors[0]?.extensions.reason).toBe('QUERY_TOO_DEEP');
    const endless = await ask('{ viewer { units { ...F } } } fragment F on Unit { parent { ...F } }');
    expect(endless.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('too many aliases, root fields and tokens are refused', async () => {
    const aliases = Array.from({ length: LIMITS.aliases + 1 }, (_, index) => `a${index}: userName`).join(' ');
    expect((await ask(`{ viewer { ${aliases} } }`)).errors[0]?.extensions.reason).toBe('TOO_MANY_ALIASES');
    const roots = Array.from({ length: LIMITS.rootFields + 1 }, (_, index) => `a${index}: viewer { userName }`).join(
      ' ',
    );
    expect((await ask(`{ ${roots} }`)).errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'rootFields',
    });
    expect((await ask(`{ ${'viewer { userName } '.repeat(5_000)} }`)).errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('cost counts pages inside pages, also by variables', async () => {
    const query =
      'query Q($n: Int!) { employees(first: $n) { edges { node { periodSheets(first: $n) { edges { node { period } } } tasks(first: $n) { edges { node { title } } } } } } }';
    expect((await ask(query, { n: 100 })).errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      reason: 'QUERY_TOO_COSTLY',
    });
    const small = await ask(query, { n: 3 });
    expect(small.errors).toEqual([]);
    expect(small.extensions.limits).toMatchObject({
      depth: 7,
      aliases: 0,
      rootFields: 1,
      remaining: expect.any(Number),
    });
  });

  test.each([
    ['employees { edges { cursor } }'],
    ['employees(first: 0) { edges { cursor } }'],
    ['employees(first: 101) { edges { cursor } }'],
    ['employees(first: 1, last: 1) { edges { cursor } }'],
  ])('a list without a size of 1 to 100 is refused: %s', async (field) => {
    expect((await ask(`{ ${field} }`)).errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      reason: 'PAGE_SIZE_INVALID',
    });
  });

  test('more than 500 keys are refused', async () => {
    const keys = Array.from({ length: 501 }, (_, index) => `k${index}`);
    const identify = await ask('query Q($keys: [String!]!) { identify(keys: $keys) { key } }', { keys });
    expect(identify.errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'identifyKeys' });
  });

  test('requests beyond the rate are refused', async () => {
    const inspector = office.as('thanhtra');
    let last = await inspector('{ limits { depth } }');
    expect(last.extensions.limits?.remaining).toBe(LIMITS.requestsPerMinute - 1);
    const token = `Bearer ${await office.tokenOf('thanhtra')}`;
    await Promise.all(
      Array.from({ length: LIMITS.requestsPerMinute - 1 }, () =>
        post(office.url, { query: '{ limits { depth } }' }, { authorization: token }),
      ),
    );
    last = await inspector('{ limits { depth } }');
    expect(last).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }],
    });
  });

  test('the query `limits` names them all', async () => {
    const { data } = await ask(`{ limits { ${Object.keys(LIMITS).join(' ')} } __schema { description } }`);
    expect(data.limits).toEqual(LIMITS);
    for (const [name, maximum] of Object.entries(LIMITS))
      expect(data.__schema.description).toContain(`- ${name} ${maximum}: `);
  });
});

describe('trusted documents', () => {
  const file = new URL('../../extension/generated/persisted-documents.json', import.meta.url);
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

  test('are all the extension may send', async () => {
    const token = `Bearer ${await office.tokenOf('quanly', { clientId: 'congvu-extension' })}`;
    const arbitrary = await post(office.url, { query: VIEWER }, { authorization: token });
    expect(arbitrary).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    const unknown = await post(office.url, { documentId: '0'.repeat(64) }, { authorization: token });
    expect(unknown).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    const [documentId] =
      Object.entries(documents).find(([, text]) => /^query \w+ *\{ *viewer/.test(text)) ??
      Object.entries(documents)[0] ??
      [];
    const trusted = await post(office.url, { documentId }, { authorization: token });
    expect(trusted.errors.filter((error) => error.message.includes('document'))).toEqual([]);
    expect(trusted.status).not.toBe(400);
  });

  test('are all valid against the schema', async () => {
    const { parse, validate } = await import('graphql');
    const { schema } = await import('./schema.ts');
    const wrong = Object.values(documents).flatMap((text) =>
      validate(schema, parse(text)).map((error) => error.message),
    );
    expect(wrong).toEqual([]);
  });
});

describe('errors', () => {
  test('of ours are masked, logged and carry the id of the request', async () => {
    await office.ownerPool.query('alter table congvu.catalogue_version rename to catalogue_version_away');
    try {
      const answer = await office.as('nhansu')(
        '{ products(first: 1) { edges { node { code } } } }',
        {},
        { 'x-request-id': 'request-of-a-test', 'accept-language': 'en' },
      );
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors[0]?.extensions).toMatchObject({ code: 'INTERNAL', requestId: 'request-of-a-test' });
      expect(JSON.stringify(answer.errors)).not.toContain('catalogue');
      expect(answer.headers.get('x-request-id')).toBe('request-of-a-test');
      expect(office.log.join('\n')).toContain('catalogue_version');
    } finally {
      await office.ownerPool.query('alter table congvu.catalogue_version_away rename to catalogue_version');
    }
  });

  test('speak Vietnamese unless English is asked for', async () => {
    const ask = (language: string) =>
      office.as('quanly')('{ employee(code: "AB9999") { code } }', {}, { 'accept-language': language });
    expect((await ask('fr, de')).errors[0]?.message).toBe('Không tìm thấy.');
    expect((await ask('en-GB, vi')).errors[0]?.message).toBe('Not found.');
  });

  test('name what is wrong with a document as BAD_REQUEST', async () => {
    for (const query of ['{ nothing }', '{ viewer {', 'query Q($a: Int!) { viewer { id } }']) {
      expect((await office.as('quanly')(query)).errors[0]?.extensions.code).toBe('BAD_REQUEST');
    }
    const badDate = await office.as('quanly')(
      '{ units(first: 1, filter: { openOn: "tomorrow" }) { edges { cursor } } }',
    );
    expect(badDate.errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', reason: 'NOT_A_DATE' });
    const badPeriod = await office.as('lanhdao')('{ ranking(unit: "H99.01", period: "2026-13") { total } }');
    expect(badPeriod.errors[0]?.extensions).toMatchObject({ reason: 'NOT_A_PERIOD' });
    const badUnit = await office.as('quanly')('{ employees(first: 1, filter: { unit: "H00" }) { edges { cursor } } }');
    expect(badUnit.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the access log', () => {
  const entries = async (code: string) => {
    const { rows } = await office.ownerPool.query<{
      kind: string;
      purpose: string;
      screen: string | null;
      read_by: string;
    }>(
      `select a.kind, a.purpose, a.screen, a.read_by from congvu.access_entry a join congvu.employee e on e.id = a.employee_id
       where e.code = $1 and a.request_id like 'access-%' order by a.id`,
      [code],
    );
    return rows;
  };

  test('gets one entry for an opened card with all that was read of it', async () => {
    const headers = { 'x-request-id': 'access-card', 'x-client': 'extension/sidepanel', 'x-purpose': 'CLASSIFY' };
    const card = await office.as('nhansu')(CARD, { code: staffCode }, headers);
    expect(card.errors).toEqual([]);
    const [last] = (await entries(staffCode)).slice(-1);
    expect(last).toMatchObject({
      kind: 'commendation+discipline+sheet',
      purpose: 'CLASSIFY',
      screen: 'extension/sidepanel',
    });
    const own = await office.as('chuyenvien')('{ accessEntries(first: 1) { edges { node { readBy kind purpose } } } }');
    expect(own.data.accessEntries.edges[0].node).toEqual({
      readBy: last?.read_by,
      kind: last?.kind,
      purpose: 'CLASSIFY',
    });
  });

  test('gets one entry a person for a page of marks, and none for one’s own record', async () => {
    const before = (await entries(staffCode)).length;
    const query = 'query Q($keys: [String!]!) { identify(keys: $keys) { matches { code } } }';
    const marks = await office.as('quanly')(
      query,
      { keys: [staffCode, 'chuyenvien', staffCode] },
      { 'x-request-id': 'access-marks' },
    );
    expect(marks.data.identify).toHaveLength(3);
    expect((await entries(staffCode)).slice(before)).toMatchObject([{ kind: 'mark', purpose: 'STATISTICS' }]);
    await office.as('chuyenvien')(CARD, { code: staffCode }, { 'x-request-id': 'access-own0' });
    expect(await entries(staffCode)).toHaveLength(before + 1);
  });

  test('is read by who may, of others', async () => {
    const query = 'query Q($code: String) { accessEntries(employee: $code, first: 1) { edges { node { id } } } }';
    expect((await office.as('nhansu')(query, { code: staffCode })).errors).toEqual([]);
    expect((await office.as('quanly')(query, { code: staffCode })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('holds back a response whose reading could not be logged', async () => {
    await office.ownerPool.query('revoke insert on congvu.access_entry from congvu_api');
    try {
      const answer = await office.as('nhansu')(CARD, { code: staffCode });
      expect(answer.data).toBeNull();
      expect(answer.errors[0]?.extensions.code).toBe('INTERNAL');
    } finally {
      await office.ownerPool.query('grant insert on congvu.access_entry to congvu_api');
    }
  });
});

describe('statements', () => {
  const BESIDES = /name_actor|access_entry|authenticate_subject/;
  const count = async (userName: string, query: string, variables: object) => {
    await office.as(userName)(query, variables);
    office.statements.length = 0;
    const answer = await office.as(userName)(query, variables);
    expect(answer.errors).toEqual([]);
    return office.statements.filter((text) => !BESIDES.test(text)).length;
  };

  test('of a card and of a page of marks are at most two', async () => {
    expect(await count('nhansu', CARD, { code: staffCode })).toBeLessThanOrEqual(2);
    expect(
      await count('nhansu', 'query Q($keys: [String!]!) { identify(keys: $keys) { matches { code level } } }', {
        keys: [staffCode],
      }),
    ).toBe(1);
  });

  test('are as many for one row of a list as for fifty', async () => {
    const query = `query Q($n: Int!) { employees(first: $n) { edges { node { name unit { name }
      periodSheets(first: 3) { edges { node { period criteria { selfPoints } score { level explanation { items { task { title product { name } } } } } } } }
      commendations(first: 2) { edges { node { title } } } tasks(first: 2) { edges { node { title documents { number } events { kind } } } } } } } }`;
    const one = await count('nhansu', query, { n: 1 });
    expect(await count('nhansu', query, { n: 50 })).toBe(one);
  });
});

test('GraphiQL has the examples as its tabs, and the page comes from our own origin', async () => {
  const page = await (await fetch(office.url, { headers: { accept: 'text/html' } })).text();
  for (const { query } of loadExamples(seededToday)) expect(page).toContain(JSON.stringify(query).slice(1, 40));
  expect(page).toContain('/graphql/sign-in.js');
  expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
  const script = await fetch(`${office.url}/sign-in.js`);
  expect(script.headers.get('content-type')).toContain('javascript');
});
