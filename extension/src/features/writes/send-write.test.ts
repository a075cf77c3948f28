import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { WriteRequest } from '../../messaging/screen-messages.ts';
import { languageChoice } from '../../settings/language-choice.ts';
import { sessionItem } from '../session/session-store.ts';
import { discardWrite, replayWrites, sendWrite } from './send-write.ts';
import { queueItem, queueLimit } from './write-queue.ts';

const afterWrite = vi.fn(async () => undefined);
const write = (key: string): WriteRequest => ({
  operation: { documentId: 'a1', name: 'AssignTask', variables: { input: { idempotencyKey: key } } },
  idempotencyKey: key,
  label: `giao ${key}`,
});

/** The api as a network neighbour: each call is answered by the next of these; null is a lost network. */
function answerWith(...answers: (object | null)[]) {
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    keys.push(JSON.parse(String(request.body)).variables.input.idempotencyKey);
    const answer = answers.shift();
    if (answer === undefined || answer === null) throw new TypeError('network');
    return Response.json(answer);
  });
  return keys;
}

const done = { data: { assignTask: { __typename: 'Task', id: '1' } } };
const stale = { data: { assignTask: { __typename: 'StaleRevisionError', code: 'STALE_REVISION', message: '' } } };

function signInAs(subject: string) {
  return sessionItem.setValue({
    server: 'http://127.0.0.1:4000',
    accessToken: 'token',
    expiresAt: Date.now() + 600_000,
    refreshToken: null,
    tokenEndpoint: 'http://127.0.0.1:4000/oidc/token',
    revocationEndpoint: null,
    subject,
    signInId: subject,
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  await languageChoice.setValue('vi');
  await signInAs('an');
});

it('answers a write at once while the network is there', async () => {
  answerWith(done);
  expect(await sendWrite(write('key-00001'), afterWrite)).toEqual({
    ok: true,
    value: { state: 'ANSWERED', answer: done },
  });
  expect(afterWrite).toHaveBeenCalledOnce();
});

it('keeps a write while the network is lost and replays it under the same key', async () => {
  const keys = answerWith(null, done);
  expect(await sendWrite(write('key-00001'), afterWrite)).toEqual({ ok: true, value: { state: 'QUEUED', waiting: 1 } });
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(keys).toEqual(['key-00001', 'key-00001']);
  expect((await queueItem.getValue()).writes).toEqual([]);
});

it('sends a later write behind the earlier one that waits', async () => {
  const keys = answerWith(null, done, done);
  await sendWrite(write('key-00001'), afterWrite);
  await sendWrite(write('key-00002'), afterWrite);
  expect(keys).toEqual(['key-00001', 'key-00001', 'key-00002']);
});

it('sends nothing twice where two replays meet', async () => {
  const keys = answerWith(null, done);
  await sendWrite(write('key-00001'), afterWrite);
  await Promise.all([replayWrites(afterWrite), replayWrites(afterWrite)]);
  expect(keys).toEqual(['key-00001', 'key-00001']);
});

it('keeps a write that met a newer revision for the person to decide', async () => {
  answerWith(null, stale);
  await sendWrite(write('key-00001'), afterWrite);
  expect(await replayWrites(afterWrite)).toBe(0);
  expect((await queueItem.getValue()).writes).toMatchObject([{ state: 'CONFLICT', code: 'STALE_REVISION' }]);
  await discardWrite('key-00001');
  expect((await queueItem.getValue()).writes).toEqual([]);
});

it('never sends the writes of one person in the name of another', async () => {
  const keys = answerWith(null, done);
  await sendWrite(write('key-00001'), afterWrite);
  await signInAs('binh');
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(keys).toEqual(['key-00001']);
});

it('refuses a write without a session', async () => {
  await sessionItem.setValue(null);
  expect(await sendWrite(write('key-00001'), afterWrite)).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
});

it('says QUEUE_FULL above the limit, and forgets none that waits', async () => {
  answerWith();
  for (let count = 0; count < queueLimit; count++) await sendWrite(write(`key-${count}`), afterWrite);
  expect(await sendWrite(write('one-more'), afterWrite)).toEqual({ ok: false, error: { code: 'QUEUE_FULL' } });
  expect((await queueItem.getValue()).writes).toHaveLength(queueLimit);
});
