import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chainEvents, type Subject, sheetsOf } from '../events/testing/chain-events.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { type Deliveries, startDeliveries } from './deliveries.ts';
import { receiverNetwork } from './receiver-network.ts';
import { fixedAnswers } from './testing/fixed-answers.ts';
import { openReceiver, type Receiver } from './testing/receiver.ts';

const PUBLIC = ['203.119.8.1'];
const network = {
  ...receiverNetwork(['inner.test']),
  lookup: fixedAnswers({
    'inner.test': [['127.0.0.1']],
    // Public when it is made and when it is looked at again, inside when it is connected to.
    'turning.test': [PUBLIC, PUBLIC, ['127.0.0.1']],
    'turned.test': [PUBLIC, ['10.0.0.1']],
  }),
};

let office: ApiOffice;
let receiver: Receiver;
let deliveries: Deliveries;
let sheets: readonly Subject[];

beforeAll(async () => {
  office = await openApiOffice(undefined, {}, network);
  sheets = await sheetsOf(office, 'H99.01.01');
});
beforeEach(async () => {
  receiver = await openReceiver();
  // No pause between two tries: how long they are is the schedule's, of which there is a test of its own.
  const { database } = office;
  const options = { database, network, log: console, pollMs: 30, timeOutMs: 400, retrySeconds: [0, 0] };
  deliveries = startDeliveries(options);
});
afterEach(async () => {
  await deliveries.close();
  await receiver.close();
  await office.ownerPool.query(`update congvu.webhook set state = 'DISABLED', disabled_reason = 'OWNER'`);
});
afterAll(() => office?.close());

const WEBHOOK = `id name url state disabledReason failedAttempts lastStatus lastError lastDeliveredAt previousSecretUntil revision
  failingSince setAsideCount setAside(first: 20) { edges { node { messageId event state attempts lastStatus lastError settledAt } } }
  attempts(first: 20) { edges { node { event messageId status error } } }`;

async function act(name: string, input: object, answer: string, userName = 'nhansu') {
  const type = /WebhookEvents$/.test(name)
    ? 'SetAsideEventsInput'
    : /^(pause|resume|rotate)/.test(name)
      ? 'WebhookCommandInput'
      : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer}
      ... on InvalidInputError { fields { path code message } } ... on WrongStateError { refusedIn: state } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name];
}

async function create(url: string, changes: object = {}) {
  const made = await act(
    'createWebhook',
    { name: 'Hệ thống lương', url, unit: 'H99', events: ['SCORE_CONFIRMED'], ...changes },
    `... on WebhookWithSecret { secret webhook { ${WEBHOOK} } }`,
  );
  return { ...made.webhook, secret: made.secret };
}
const createHere = (path = '/hook', changes: object = {}) =>
  create(`http://inner.test:${receiver.port}${path}`, changes);

async function stateOf(id: string) {
  const { data } = await office.as('nhansu')(`query Q($id: ID!) { node(id: $id) { ... on Webhook { ${WEBHOOK} } } }`, {
    id,
  });
  return data.node;
}

const confirm = (subjects: readonly Subject[]) => chainEvents(office, 'quanly', 'confirmPeriodSheet', subjects);
const untilReceived = (count: number) => expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(count);

describe('a webhook', () => {
  test('is told of events in order, signed, with ids alone', async () => {
    const { id, secret } = await createHere();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    await confirm(sheets.slice(0, 3));
    await untilReceived(3);
    const verifier = new Webhook(secret);
    const told = receiver.received.map(({ body, headers }) => verifier.verify(body, headers as Record<string, string>));
    expect(told).toMatchObject([
      { type: 'SCORE_CONFIRMED', period: '2026-10' },
      { type: 'SCORE_CONFIRMED', period: '2026-10' },
      { type: 'SCORE_CONFIRMED', period: '2026-10' },
    ]);
    const bodies = told as readonly { sequence: string; id: string }[];
    expect(bodies.map(({ sequence }) => Number(sequence))).toEqual(
      bodies.map(({ sequence }) => Number(sequence)).toSorted((one, other) => one - other),
    );
    expect(Object.keys(bodies[0] ?? {}).toSorted()).toEqual(['at', 'id', 'period', 'sequence', 'type']);
    expect(receiver.received[0]?.headers['webhook-id']).toBe(`evt_${bodies[0]?.sequence}`);
    expect(() => verifier.verify(`${receiver.received[0]?.body} `, receiver.received[0]?.headers as never)).toThrow();
    await expect.poll(async () => (await stateOf(id)).attempts.edges.length).toBe(3);
    expect(await stateOf(id)).toMatchObject({ lastStatus: 200, lastError: null, lastDeliveredAt: expect.any(String) });
  });

  test('is not told of what its owner may not see, nor of other units and types', async () => {
    await createHere('/narrow', { unit: 'H99.01.02' });
    await office.ownerPool.query(
      `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99.01')
       from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
    );
    try {
      await createHere('/agency', { unit: 'H99.01', events: ['SCORE_CONFIRMED', 'PETITION_FILED'] });
      await confirm((await sheetsOf(office, 'H99.02.01')).slice(0, 3));
      await chainEvents(office, 'quanly', 'confirmPeriodSheet', sheets.slice(0, 1), {
        period: '2026-10',
        state: 'CORRECTED',
      });
      await confirm(sheets.slice(0, 1));
      await untilReceived(1);
      await confirm((await sheetsOf(office, 'H99.01.02')).slice(0, 1));
      await untilReceived(3);
      expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(['/agency', '/agency', '/narrow']);
    } finally {
      await office.ownerPool.query(
        `update congvu.role_grant g set unit_id = (select id from congvu.unit where code = 'H99')
         from congvu.user_account a where a.id = g.user_id and a.user_name = 'nhansu'`,
      );
    }
  });

  test('is tried again with the same message until it arrives', async () => {
    receiver.answer({ status: 503 }, { status: 204 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 1));
    await untilReceived(2);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
    await expect.poll(async () => (await stateOf(id)).failedAttempts).toBe(0);
    const { attempts } = await stateOf(id);
    expect(attempts.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { event: 'SCORE_CONFIRMED', status: 204, error: null },
      { event: 'SCORE_CONFIRMED', status: 503, error: 'STATUS' },
    ]);
  });

  test('sets aside what is refused again and again, and goes on with those behind it', async () => {
    receiver.answer({ status: 500 }, { status: 500 }, { status: 500 }, { status: 200 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 2));
    await untilReceived(4);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(ids[3]).not.toBe(ids[0]);
    await expect.poll(async () => (await stateOf(id)).lastDeliveredAt).not.toBeNull();
    const held = { messageId: ids[0], event: 'SCORE_CONFIRMED', state: 'SET_ASIDE', attempts: 3, settledAt: null };
    expect(await stateOf(id)).toMatchObject({
      state: 'ACTIVE',
      failingSince: null,
      setAsideCount: 1,
      setAside: { edges: [{ node: { ...held, lastStatus: 500, lastError: 'STATUS' } }] },
    });
  });

  test('sends what was set aside again by hand, the same message, and once a time it is asked to', async () => {
    receiver.answer({ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }, { status: 204 });
    const { id, secret } = await createHere();
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(id)).setAsideCount).toBe(1);
    const [first] = receiver.received;
    const messages = [String(first?.headers['webhook-id'])];
    const again = () => act('resendWebhookEvents', { webhook: id, messages }, '... on Webhook { setAsideCount }');
    expect(await again()).toMatchObject({ setAsideCount: 1 });
    const one = async () => (await stateOf(id)).setAside.edges[0].node;
    await expect.poll(one).toMatchObject({ state: 'SET_ASIDE', attempts: 4, lastStatus: 500 });
    await again();
    await expect.poll(one).toMatchObject({ state: 'DELIVERED', attempts: 5, lastStatus: 204, lastError: null });
    expect(receiver.received).toHaveLength(5);
    const last = receiver.received[4];
    expect(last?.headers['webhook-id']).toBe(messages[0]);
    expect(last?.body).toBe(first?.body);
    expect(new Webhook(secret).verify(last?.body ?? '', last?.headers as never)).toMatchObject({ period: '2026-10' });
    expect(await again()).toMatchObject({ fields: [{ path: '/messages/0', code: 'UNKNOWN_VALUE' }] });
    expect(await stateOf(id)).toMatchObject({ setAsideCount: 0, failingSince: null });
  });

  test('forgets what its owner dismisses, and withholds what he may no longer see', async () => {
    receiver.answer({ status: 500 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 2));
    await expect.poll(async () => (await stateOf(id)).setAsideCount).toBe(2);
    const [second, first] = (await stateOf(id)).setAside.edges.map(({ node }: { node: { messageId: string } }) => node);
    const dismissed = { webhook: id, messages: [first.messageId] };
    expect(await act('dismissWebhookEvents', dismissed, '... on Webhook { setAsideCount }')).toMatchObject({
      setAsideCount: 1,
    });
    expect(await act('resendWebhookEvents', dismissed, '')).toMatchObject({ fields: [{ path: '/messages/0' }] });
    expect(await act('dismissWebhookEvents', { webhook: id, messages: ['evt_0; drop'] }, '')).toMatchObject({
      __typename: 'InvalidInputError',
    });
    // What it is about is another agency's now, as the webhook's unit was narrowed to one without it.
    await office.ownerPool.query(
      `update congvu.webhook set unit_id = (select id from congvu.unit where code = 'H99.02') where id = $1`,
      [(await office.ownerPool.query('select id from congvu.webhook order by created_at desc limit 1')).rows[0].id],
    );
    const before = receiver.received.length;
    await act('resendWebhookEvents', { webhook: id, messages: [second.messageId] }, '');
    const states = async () =>
      (await stateOf(id)).setAside.edges.map(({ node }: { node: { state: string } }) => node.state);
    await expect.poll(states).toEqual(['WITHHELD', 'DISMISSED']);
    expect(receiver.received).toHaveLength(before);
  });

  test('sends nothing again that is another’s, or while it is disabled', async () => {
    receiver.answer({ status: 500 }, { status: 500 }, { status: 500 }, { status: 410 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 2));
    await expect.poll(async () => (await stateOf(id)).state).toBe('DISABLED');
    const messages = (await stateOf(id)).setAside.edges.map(
      ({ node }: { node: { messageId: string } }) => node.messageId,
    );
    expect(messages).toHaveLength(1);
    expect(await act('resendWebhookEvents', { webhook: id, messages }, '')).toMatchObject({ refusedIn: 'DISABLED' });
    for (const name of ['resendWebhookEvents', 'dismissWebhookEvents']) {
      const { errors } = await office.as('quantri')(
        `mutation M($input: SetAsideEventsInput!) { ${name}(input: $input) { __typename } }`,
        { input: { idempotencyKey: newKey(), webhook: id, messages } },
      );
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
      const refused = await office.as('quanly')(
        `mutation M($input: SetAsideEventsInput!) { ${name}(input: $input) { __typename } }`,
        { input: { idempotencyKey: newKey(), webhook: id, messages } },
      );
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  test('holds everything while nobody is reached, and goes on where it stood', async () => {
    const { port } = receiver;
    await receiver.close();
    const { id } = await createHere();
    await confirm(sheets.slice(0, 2));
    await expect.poll(async () => (await stateOf(id)).failedAttempts).toBeGreaterThan(4);
    expect(await stateOf(id)).toMatchObject({ state: 'ACTIVE', lastError: 'UNREACHABLE', setAsideCount: 0 });
    expect((await stateOf(id)).failingSince).not.toBeNull();
    receiver = await openReceiver(port);
    await untilReceived(2);
    await expect.poll(async () => (await stateOf(id)).failingSince).toBeNull();
  });

  test('is disabled once nothing arrived for three days, waits for its owner, and goes on once resumed', async () => {
    receiver.answer({ status: 500 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(id)).setAsideCount).toBe(1);
    const failing = (since: string) =>
      office.ownerPool.query(`update congvu.webhook set failing_since = now() - $1::interval where state = 'ACTIVE'`, [
        since,
      ]);
    await failing('71 hours 59 minutes');
    await confirm(sheets.slice(1, 2));
    await expect.poll(async () => (await stateOf(id)).setAsideCount).toBe(2);
    expect(await stateOf(id)).toMatchObject({ state: 'ACTIVE' });
    await failing('72 hours');
    await confirm(sheets.slice(2, 3));
    await expect.poll(async () => (await stateOf(id)).state).toBe('DISABLED');
    expect(await stateOf(id)).toMatchObject({ disabledReason: 'UNDELIVERABLE', setAsideCount: 2, lastStatus: 500 });
    const { data } = await office.as('nhansu')('{ waiting { disabledWebhooks webhooksSetAside } }');
    expect(data.waiting).toEqual({ disabledWebhooks: 1, webhooksSetAside: 0 });
    expect(receiver.received).toHaveLength(9);
    const held = receiver.received[8]?.headers['webhook-id'];
    receiver.answer({ status: 200 });
    const { revision } = await stateOf(id);
    const resumed = await act('resumeWebhook', { webhook: id, revision }, '... on Webhook { state failingSince }');
    expect(resumed).toMatchObject({ state: 'ACTIVE', failingSince: null });
    await untilReceived(10);
    expect(receiver.received[9]?.headers['webhook-id']).toBe(held);
    const waits = await office.as('nhansu')('{ waiting { webhooksSetAside } }');
    expect(waits.data.waiting.webhooksSetAside).toBe(1);
  });

  test('is disabled at once by 410', async () => {
    receiver.answer({ status: 410 });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(id)).state).toBe('DISABLED');
    expect(await stateOf(id)).toMatchObject({ disabledReason: 'GONE', lastError: 'GONE' });
    expect(receiver.received).toHaveLength(1);
  });

  test('is not followed to where it sends', async () => {
    const inside = await openReceiver();
    receiver.answer({ status: 302, headers: { location: `http://127.0.0.1:${inside.port}/` } });
    const { id } = await createHere();
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(id)).setAsideCount).toBe(1);
    expect(await stateOf(id)).toMatchObject({ lastStatus: 302, lastError: 'REDIRECTED' });
    expect(inside.received).toEqual([]);
    await inside.close();
  });

  test('whose name leads inside afterwards is not sent to', async () => {
    const { id } = await create(`https://turned.test:${receiver.port}/`);
    const turning = await create(`https://turning.test:${receiver.port}/`);
    await confirm(sheets.slice(0, 1));
    for (const each of [id, turning.id]) {
      await expect.poll(async () => (await stateOf(each)).failedAttempts).toBeGreaterThan(3);
      expect(await stateOf(each)).toMatchObject({ state: 'ACTIVE', lastStatus: null, lastError: 'ADDRESS_REFUSED' });
    }
    expect(receiver.received).toEqual([]);
  });

  test('that keeps us waiting, or answers without end, is cut off', async () => {
    receiver.answer({ status: 200, afterMs: 2_000 });
    const slow = await createHere('/slow');
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(slow.id)).lastError).toBe('TIMED_OUT');
    // It was reached, so what hangs may be this message: those behind it are not held up for ever.
    await expect.poll(async () => (await stateOf(slow.id)).setAsideCount, { timeout: 5_000 }).toBe(1);
    await act('disableWebhook', { webhook: slow.id, revision: 1 }, '... on Webhook { state }');
    receiver.answer({ status: 200, body: 'x'.repeat(10_000_000) });
    const long = await createHere('/long');
    await confirm(sheets.slice(0, 1));
    await expect.poll(async () => (await stateOf(long.id)).lastStatus).toBe(200);
  });

  test('signs with both secrets for a day after a new one was made', async () => {
    const { id, secret } = await createHere();
    const made = await act(
      'rotateWebhookSecret',
      { webhook: id, revision: 1 },
      '... on WebhookWithSecret { secret webhook { previousSecretUntil revision } }',
    );
    expect(made.webhook).toMatchObject({ previousSecretUntil: expect.any(String), revision: 2 });
    await confirm(sheets.slice(0, 1));
    await untilReceived(1);
    const [message] = receiver.received;
    for (const key of [secret, made.secret]) {
      expect(new Webhook(key).verify(message?.body ?? '', message?.headers as never)).toMatchObject({
        type: 'SCORE_CONFIRMED',
      });
    }
  });

  test('sends nothing while it is paused, and what happened meanwhile afterwards', async () => {
    const { id } = await createHere();
    const paused = await act('pauseWebhook', { webhook: id, revision: 1 }, '... on Webhook { state revision }');
    expect(paused).toMatchObject({ state: 'PAUSED', revision: 2 });
    await confirm(sheets.slice(0, 1));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(receiver.received).toEqual([]);
    await act('resumeWebhook', { webhook: id, revision: 2 }, '... on Webhook { state }');
    await untilReceived(1);
  });

  test('sends a ping the way events go', async () => {
    const { id, secret } = await createHere();
    await createHere('/other');
    await act('testWebhook', { webhook: id }, '... on Webhook { state }');
    await untilReceived(1);
    const [message] = receiver.received;
    expect(message?.path).toBe('/hook');
    expect(new Webhook(secret).verify(message?.body ?? '', message?.headers as never)).toMatchObject({ type: 'PING' });
  });

  test('ends with its owner’s right to it', async () => {
    const { id } = await createHere();
    const set = (role: string) =>
      office.ownerPool.query(
        `update congvu.role_grant g set role = $1::congvu.role from congvu.user_account a
         where a.id = g.user_id and a.user_name = 'nhansu' and g.kind = 'GRANT'`,
        [role],
      );
    await set('LEADER');
    try {
      await confirm(sheets.slice(0, 1));
      const state = async () =>
        (
          await office.ownerPool.query(
            'select state, disabled_reason from congvu.webhook order by created_at desc limit 1',
          )
        ).rows[0];
      await expect.poll(async () => (await state()).state).toBe('DISABLED');
      expect(await state()).toMatchObject({ disabled_reason: 'RIGHT_ENDED' });
      expect(receiver.received).toEqual([]);
    } finally {
      await set('HR');
    }
    expect(await stateOf(id)).toMatchObject({ state: 'DISABLED' });
  });
});
