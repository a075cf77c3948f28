import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { DISABLED_REASONS, FAILING_DAYS, RETRY_SECONDS } from './deliver.ts';
import { receiverNetwork } from './receiver-network.ts';
import { fixedAnswers } from './testing/fixed-answers.ts';

let office: ApiOffice;
const network = {
  ...receiverNetwork(['inner.test']),
  lookup: fixedAnswers({ 'receiver.test': [['203.119.8.1']], 'inside.test': [['10.0.0.8']] }),
};

beforeAll(async () => {
  office = await openApiOffice(undefined, {}, network);
});
afterEach(() => office.ownerPool.query(`update congvu.webhook set state = 'DISABLED', disabled_reason = 'OWNER'`));
afterAll(() => office?.close());

const REFUSED = `... on InvalidInputError { fields { path code message } } ... on WrongStateError { refusedIn: state }
  ... on StaleRevisionError { expected actual }`;

async function act(userName: string, name: string, input: object, answer = '... on Webhook { id state revision }') {
  const type = /^(pause|resume|rotate)/.test(name)
    ? 'WebhookCommandInput'
    : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${REFUSED} } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  return { result: data?.[name] ?? null, errors };
}
const create = (changes: object = {}, userName = 'nhansu') =>
  act(
    userName,
    'createWebhook',
    { name: 'Hệ thống lương', url: 'https://receiver.test/', unit: 'H99.01', events: ['LEVEL_DECIDED'], ...changes },
    '... on WebhookWithSecret { secret webhook { id url events state revision unit { code } } }',
  );

describe('a webhook', () => {
  test.each([
    ['http://receiver.test/', 'NOT_HTTPS'],
    ['https://127.0.0.1/', 'PRIVATE'],
    ['https://10.0.0.1/', 'PRIVATE'],
    ['https://169.254.169.254/', 'PRIVATE'],
    ['https://[::1]/', 'PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'PRIVATE'],
    ['https://inside.test/', 'PRIVATE'],
    ['https://nowhere.test/', 'UNRESOLVED'],
    ['https://a:b@receiver.test/', 'USER_INFO'],
    ['https://receiver.test:25/', 'PORT'],
  ])('is refused at %s', async (url, _why) => {
    const { result } = await create({ url });
    expect(result).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: '/url', code: 'ADDRESS_REFUSED' }],
    });
    expect(result.fields[0].message).toMatch(/\p{L}/u);
    // Neither is what stands there already led inside.
    const made = (await create()).result.webhook;
    const changed = await act('nhansu', 'changeWebhook', { webhook: made.id, revision: 1, url });
    expect(changed.result).toMatchObject({ fields: [{ path: '/url', code: 'ADDRESS_REFUSED' }] });
  });

  test.each([
    ['no address at all', { url: 'receiver' }, '/url'],
    ['nothing to tell', { events: [] }, '/events'],
    ['no name', { name: ' ' }, '/name'],
  ])('is refused with %s', async (_what, changes, path) => {
    const { result } = await create(changes);
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path }] });
  });

  test.each(['quanly', 'lanhdao', 'chuyenvien'])('is made by no %s', async (userName) => {
    const { errors } = await create({}, userName);
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is made and kept by its owner alone, in a session', async () => {
    const { id } = (await create()).result.webhook;
    const { data } = await office.as('nhansu')(
      `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatedPersonalToken { secret } } }`,
      {
        input: {
          idempotencyKey: newKey(),
          name: 'Kịch bản',
          scopes: ['WEBHOOK_MANAGE', 'UNIT_READ'],
          expiresOn: '2027-01-31',
        },
      },
    );
    const script = office.withBearer(`Bearer ${data.createPersonalToken.secret}`);
    const listed = await script('{ webhooks(first: 10) { totalCount } }');
    expect(listed.data.webhooks.totalCount).toBeGreaterThan(0);
    const refused = await script(
      `mutation M($input: DisableWebhookInput!) { disableWebhook(input: $input) { __typename } }`,
      { input: { idempotencyKey: newKey(), webhook: id, revision: 1 } },
    );
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    // An administrator manages webhooks too, but his own.
    const other = await act('quantri', 'pauseWebhook', { webhook: id, revision: 1 });
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const seen = await office.as('quantri')('{ webhooks(first: 10) { edges { node { id } } } }');
    expect(seen.data.webhooks.edges).toEqual([]);
  });

  test('is refused over a unit that is another’s', async () => {
    await office.ownerPool.query(
      `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99.02')
       from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
    );
    try {
      const { errors, result } = await create();
      expect(result).toBeNull();
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
    } finally {
      await office.ownerPool.query(
        `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99')
         from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
      );
    }
  });

  test('shows its secret once, and nowhere else', async () => {
    const input = {
      idempotencyKey: newKey(),
      name: 'Một lần',
      url: 'https://receiver.test/once',
      unit: 'H99.01',
      events: ['LEVEL_DECIDED'],
    };
    const { result } = await create(input);
    const again = await create(input);
    expect(again.result.webhook).toEqual(result.webhook);
    expect(again.result.secret).toBeNull();
    const secret = Buffer.from(result.secret.slice('whsec_'.length), 'base64');
    const { rows } = await office.ownerPool.query<{ text: string }>(
      `select payload as text from congvu.audit_entry where entity = 'Webhook'
       union all select outcome::text from congvu.idempotency_key where mutation = 'createWebhook'`,
    );
    const kept = [...rows.map(({ text }) => text ?? ''), ...office.log, ...office.statements].join('\n');
    for (const form of [result.secret, secret.toString('hex'), secret.toString('base64')])
      expect(kept).not.toContain(form);
  });

  test('changes as its owner saw it', async () => {
    const { id } = (await create()).result.webhook;
    const named = await act('nhansu', 'changeWebhook', { webhook: id, revision: 1, name: 'Đổi tên' });
    expect(named.result).toMatchObject({ revision: 2 });
    const stale = await act('nhansu', 'pauseWebhook', { webhook: id, revision: 1 });
    expect(stale.result).toEqual({ __typename: 'StaleRevisionError', expected: 1, actual: 2 });
    const resumed = await act('nhansu', 'resumeWebhook', { webhook: id, revision: 2 });
    expect(resumed.result).toEqual({ __typename: 'WrongStateError', refusedIn: 'ACTIVE' });
    const disabled = await act('nhansu', 'disableWebhook', { webhook: id, revision: 2, reason: 'Không dùng nữa' });
    expect(disabled.result).toMatchObject({ state: 'DISABLED', revision: 3 });
    const tested = await act('nhansu', 'testWebhook', { webhook: id });
    expect(tested.result).toEqual({ __typename: 'WrongStateError', refusedIn: 'DISABLED' });
  });

  test('is one of ten at most', async () => {
    for (let count = 0; count < 10; count += 1) expect((await create()).errors).toEqual([]);
    const { errors } = await create();
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'webhooks', maximum: 10, given: 11 });
  });

  test('costs at most twelve statements to make, beside the transaction’s own', async () => {
    office.statements.length = 0;
    await create();
    const own = office.statements.filter(
      (text) => !/^(begin|commit|savepoint|release)/i.test(text) && !/name_actor|authenticate_/.test(text),
    );
    expect(own.length).toBeLessThanOrEqual(12);
  });
});

test('an event is tried five times within 37 minutes before it is set aside', () => {
  const minutes = RETRY_SECONDS.reduce((sum, each) => sum + each, 0) / 60;
  expect(RETRY_SECONDS).toEqual(RETRY_SECONDS.toSorted((one, other) => one - other));
  // As the api's descriptions and /docs say.
  expect([RETRY_SECONDS.length + 1, Math.ceil(minutes), FAILING_DAYS]).toEqual([5, 37, 3]);
  expect(DISABLED_REASONS).toContain('UNDELIVERABLE');
});
