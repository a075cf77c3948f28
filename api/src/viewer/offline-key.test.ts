import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const keyOf = async (userName: string) =>
  (await office.as(userName)('{ viewer { offlineKey } }')).data.viewer.offlineKey;

test('a user has one key of 256 bits for ever, made at the first asking, also of many at once', async () => {
  const keys = await Promise.all(Array.from({ length: 6 }, () => keyOf('quanly')));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(keys[0], 'base64url')).toHaveLength(32);
  expect(await keyOf('quanly')).toBe(keys[0]);
  expect(await keyOf('chuyenvien')).not.toBe(keys[0]);
  // An account of nobody in service works offline too.
  expect(await keyOf('chutich')).toMatch(/^.{43}$/);
});

test('its making stands in the chain once, and the key in no statement, no log and no entry', async () => {
  office.statements.length = 0;
  const key = await keyOf('nhansu');
  await keyOf('nhansu');
  const { rows } = await office.ownerPool.query<{ payload: string }>(
    `select e.payload from congvu.audit_entry e join congvu.user_account a on a.id = e.actor_user_id
     where e.action = 'makeOfflineKey' and a.user_name = 'nhansu'`,
  );
  expect(rows).toEqual([{ payload: '{}' }]);
  const bytes = Buffer.from(key, 'base64url');
  const forms = [
    key,
    bytes.toString('hex'),
    bytes.toString('base64'),
    createHash('sha256').update(bytes).digest('hex'),
  ];
  const { rows: entries } = await office.ownerPool.query(
    `select coalesce(string_agg(e::text, ' '), '') as text from congvu.audit_entry e`,
  );
  for (const form of forms)
    expect([...office.statements, ...office.log, entries[0].text].join('\n')).not.toContain(form);
});

test('a personal token gets nothing, whatever its scopes', async () => {
  const { data } = await office.as('quanly')(
    `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatedPersonalToken { secret } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        name: 'kịch bản',
        scopes: ['TASK_READ', 'TOKEN_MANAGE'],
        expiresOn: '2026-12-31',
      },
    },
  );
  const answer = await office.withBearer(`Bearer ${data.createPersonalToken.secret}`)('{ viewer { offlineKey } }');
  expect(answer.data).toBeNull();
  expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  const nobody = await office.withBearer(null)('{ viewer { offlineKey } }');
  expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
