import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainEvents, sheetsOf } from '../events/testing/chain-events.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { startDeliveries } from './deliveries.ts';
import { receiverNetwork } from './receiver-network.ts';
import { fixedAnswers } from './testing/fixed-answers.ts';
import { openReceiver, type Receiver } from './testing/receiver.ts';

const network = { ...receiverNetwork(['inner.test']), lookup: fixedAnswers({ 'inner.test': [['127.0.0.1']] }) };

let office: ApiOffice;
let receiver: Receiver;

beforeAll(async () => {
  [office, receiver] = await Promise.all([openApiOffice(undefined, {}, network), openReceiver()]);
});
afterAll(async () => {
  await receiver?.close();
  await office?.close();
});

test('what a killed process delivered and did not say so is delivered again by another, as the same message', async () => {
  const input = {
    idempotencyKey: newKey(),
    name: 'Hệ thống lương',
    url: `http://inner.test:${receiver.port}/`,
    unit: 'H99',
    events: ['SCORE_CONFIRMED'],
  };
  const { data } = await office.as('nhansu')(
    'mutation M($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on WebhookWithSecret { webhook { id } } } }',
    { input },
  );
  const sheets = await sheetsOf(office, 'H99.01.01');
  const program = fileURLToPath(new URL('./testing/unsettled-process.ts', import.meta.url));
  const dying = spawn(process.execPath, [program, office.apiUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await chainEvents(office, 'quanly', 'confirmPeriodSheet', sheets.slice(0, 2));
    const [said] = await once(dying.stdout.setEncoding('utf8'), 'data');
    expect(said).toBe('delivered\n');
    expect(receiver.received).toHaveLength(1);
  } finally {
    dying.kill('SIGKILL');
    await once(dying, 'exit');
  }
  const { database } = office;
  const deliveries = startDeliveries({ database, network, log: console, pollMs: 30 });
  try {
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(3);
  } finally {
    await deliveries.close();
  }
  const [first, again, next] = receiver.received;
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(again?.body).toBe(first?.body);
  expect(next?.headers['webhook-id']).not.toBe(first?.headers['webhook-id']);
  const read = await office.as('nhansu')(
    'query Q($id: ID!) { node(id: $id) { ... on Webhook { attempts(first: 5) { totalCount } setAsideCount } } }',
    { id: data.createWebhook.webhook.id },
  );
  // The killed one's attempt was never noted.
  expect(read.data.node).toEqual({ attempts: { totalCount: 2 }, setAsideCount: 0 });
});
