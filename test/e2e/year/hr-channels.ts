import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { type EventReader, subscribe } from '../../../api/src/events/testing/event-reader.ts';
import type { Clerk } from '../harness/command-line.ts';
import { actAs } from './hr-asking.ts';
import type { Token } from './hr-question.ts';
import { listAll } from './months.ts';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of an office's own, on this machine: WEBHOOK_HOSTS lets it be named. */
export async function openReceiver() {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}/congvu`, close: () => server.close() };
}

const EVENTS = `subscription { events(types: [SCORE_CORRECTED]) { id type period subject { __typename id } } }`;

/**
 * A score is corrected: a receiver is called with a signature that its secret proves, a subscriber hears the same, neither is told
 * the score; a revoked token ends the stream.
 */
export async function hearOfScore(hr: Clerk, manager: Clerk, token: Token): Promise<void> {
  const receiver = await openReceiver();
  let reader: EventReader | null = null;
  try {
    const { secret } = await actAs<{ readonly secret: string }>(hr.token, 'create-webhook', 'createWebhook', {
      name: 'Kho dữ liệu nhân sự',
      url: receiver.url,
      unit: 'H99',
      events: ['SCORE_CORRECTED'],
    });
    reader = await subscribe('http://127.0.0.1:4000/graphql', `Bearer ${token.secret}`, EVENTS);
    expect(reader.status).toBe(200);
    const sheet = await correctSheet(manager);
    const heard = await reader.next(20_000);
    expect(heard).toMatchObject({
      answer: { data: { events: { type: 'SCORE_CORRECTED', period: '2026-10', subject: { id: sheet } } } },
    });
    const call = await firstOf(receiver.calls);
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = call.headers;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${at}.${call.body}`).digest('base64');
    expect(String(signatures).split(' ')).toContain(`v1,${expected}`);
    const body = JSON.parse(call.body) as Readonly<Record<string, unknown>>;
    expect(body).toMatchObject({ type: 'SCORE_CORRECTED', period: '2026-10', id: sheet });
    expect(Object.keys(body).toSorted()).toEqual(['at', 'id', 'period', 'sequence', 'type']);

    await actAs(hr.token, 'revoke-token', 'revokePersonalToken', { token: token.id });
    await correctSheet(manager);
    const end = await reader.next(40_000);
    expect(JSON.stringify(end)).toContain('TOKEN_REVOKED');
  } finally {
    reader?.leave();
    receiver.close();
  }
}

async function firstOf(calls: readonly Call[]): Promise<Call> {
  for (let waited = 0; waited < 120; waited += 1) {
    const [call] = calls;
    if (call !== undefined) return call;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the receiver was not called');
}

interface Sheet {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly role: 'STAFF' | 'LEADER';
  readonly criteria: readonly { readonly code: string; readonly maximum: string }[];
}

/** The manager corrects a confirmed sheet of October in the bulk call, every criterion at its maximum. Answers its id. */
async function correctSheet(manager: Clerk): Promise<string> {
  const sheets = await listAll<Sheet>(manager, 'sheets', 'periodSheets', { unit: 'H99.01.01', period: '2026-10' });
  const sheet = sheets.find(
    ({ state, role }) => role === 'STAFF' && ['CONFIRMED', 'NOTIFIED', 'CORRECTED'].includes(state),
  );
  if (sheet === undefined) throw new Error('no confirmed sheet of October');
  const row = {
    sheet: sheet.id,
    revision: sheet.revision,
    criteria: sheet.criteria.map(({ code, maximum }) => ({ code, points: maximum })),
    reason: 'Đính chính theo biên bản kiểm tra hồ sơ',
  };
  const outcome = await actAs<{ readonly confirmed: number; readonly rows: readonly unknown[] }>(
    manager.token,
    'confirm-sheets',
    'confirmPeriodSheets',
    { mode: 'ALL_OR_NONE', rows: [row] },
  );
  expect(outcome.confirmed, JSON.stringify(outcome.rows)).toBe(1);
  return sheet.id;
}
