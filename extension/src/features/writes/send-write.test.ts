import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { WriteRequest } from '../../messaging/screen-messages.ts';
import { languageChoice } from '../../settings/language-choice.ts';
import { sessionItem } from '../session/session-store.ts';
import { discardWrite, findKeeper } from './open-queue.ts';
import { replayWrites, sendWrite } from './send-write.ts';
import { queueItem, queueLimit } from './write-queue.ts';
import { readQueue } from './write-store.ts';

const afterWrite = vi.fn(async () => undefined);
const write = (key: string): WriteRequest => ({
  operation: { documentId: 'a1', name: 'AssignTask', variables: { input: { idempotencyKey: key } } },
  idempotencyKey: key,
  label: `giao ${key}`,
});

type Answer = object | null | ((key: string) => Promise<object>);

/** The api as a network neighbour: each call is answered by the next of these; null is a lost network. */
function answerWith(...answers: Answer[]) {
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const key: string = JSON.parse(String(request.body)).variables.input.idempotencyKey;
    keys.push(key);
    const answer = answers.shift();
    if (answer === undefined || answer === null) throw new TypeError('network');
    return Response.json(typeof answer === 'function' ? await answer(key) : answer);
  });
  return keys;
}

const done = { data: { assignTask: { __typename: 'Task', id: '1' } } };
const stale = { data: { assignTask: { __typename: 'StaleRevisionError', code: 'STALE_REVISION', message: '' } } };
const broken = { errors: [{ message: '', extensions: { code: 'INTERNAL' } }] };

async function signInAs(subject: string, signInId = subject) {
  await sessionItem.setValue({
    server: 'http://127.0.0.1:4000',
    accessToken: 'token',
    expiresAt: Date.now() + 600_000,
    refreshToken: null,
    tokenEndpoint: 'http://127.0.0.1:4000/oidc/token',
    revocationEndpoint: null,
    subject,
    signInId,
  });
  // As the server gives it: the same for the same person at each sign-in.
  const text = subject.charAt(0).repeat(43).replace(/.$/, 'A');
  await browser.storage.session.set({ offlineKey: { signInId, text } });
}

/** What lies on the disk for the person signed in, opened. */
async function kept() {
  const keeper = await findKeeper();
  return keeper === null ? null : (await readQueue(keeper)).writes;
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(browser.storage.local, 'getKeys').mockImplementation((async () =>
    Object.keys(await browser.storage.local.get(null))) as never);
  await languageChoice.setValue('vi');
  await signInAs('an');
});

it('answers a write at once while the network is there, and keeps nothing of it', async () => {
  answerWith(done);
  expect(await sendWrite(write('key-00001'), afterWrite)).toEqual({
    ok: true,
    value: { state: 'ANSWERED', answer: done },
  });
  expect(afterWrite).toHaveBeenCalledOnce();
  expect(await kept()).toEqual([]);
});

it('has a write on the disk before it is sent, so that a worker that ends while sending loses nothing', async () => {
  let onDisk: unknown = null;
  answerWith(async () => {
    onDisk = (await kept())?.map(({ id, state }) => [id, state]);
    return done;
  });
  await sendWrite(write('key-00001'), afterWrite);
  expect(onDisk).toEqual([['key-00001', 'WAITING']]);
});

it('keeps a write while the network is lost and replays it under the same key', async () => {
  const keys = answerWith(null, done);
  expect(await sendWrite(write('key-00001'), afterWrite)).toEqual({ ok: true, value: { state: 'QUEUED', waiting: 1 } });
  expect((await queueItem.getValue()).writes).toMatchObject([{ id: 'key-00001', state: 'WAITING' }]);
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(keys).toEqual(['key-00001', 'key-00001']);
  expect(await queueItem.getValue()).toMatchObject({ writes: [] });
  expect(await kept()).toEqual([]);
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

it('takes the same request once more, of a screen that got no answer, for the same write', async () => {
  const keys = answerWith(null, done);
  await sendWrite(write('key-00001'), afterWrite);
  expect(await sendWrite(write('key-00001'), afterWrite)).toMatchObject({ ok: true, value: { state: 'ANSWERED' } });
  expect(keys).toEqual(['key-00001', 'key-00001']);
  expect(await kept()).toEqual([]);
});

it('keeps a write that met a newer revision for the person to decide', async () => {
  answerWith(null, stale);
  await sendWrite(write('key-00001'), afterWrite);
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(await kept()).toMatchObject([{ state: 'CONFLICT', code: 'STALE_REVISION' }]);
  await discardWrite('key-00001');
  expect(await kept()).toEqual([]);
});

it('sends again later what met a fault of the server', async () => {
  answerWith(null, broken, done);
  await sendWrite(write('key-00001'), afterWrite);
  expect(await replayWrites(afterWrite)).toBe(1);
  expect(await replayWrites(afterWrite)).toBe(0);
});

it('tells a screen after 8 s that its write waits, and brings its answer home all the same', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const slow = Promise.withResolvers<object>();
    answerWith(() => slow.promise);
    const outcome = sendWrite(write('key-00001'), afterWrite);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await outcome).toEqual({ ok: true, value: { state: 'QUEUED', waiting: 1 } });
    slow.resolve(stale);
    await vi.waitFor(async () => expect(await kept()).toMatchObject([{ state: 'CONFLICT' }]));
  } finally {
    vi.useRealTimers();
  }
});

it('keeps the writes of one person out of another’s session, and sends them when their owner is back', async () => {
  const keys = answerWith(null, done);
  await sendWrite(write('key-00001'), afterWrite);
  await signInAs('binh');
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(await queueItem.getValue()).toMatchObject({ writes: [], unreadable: [], locked: 0 });
  expect(keys).toEqual(['key-00001']);
  await signInAs('an', 'another sign-in');
  expect(await replayWrites(afterWrite)).toBe(0);
  expect(keys).toEqual(['key-00001', 'key-00001']);
});

it('stops sending where somebody else signs in between two writes', async () => {
  const keys = answerWith(null);
  await sendWrite(write('key-00001'), afterWrite);
  keys.length = 0;
  await sendWrite(write('key-00002'), afterWrite);
  const sent = answerWith(async () => {
    await signInAs('binh');
    return done;
  });
  await replayWrites(afterWrite);
  expect(sent).toEqual(['key-00001']);
  await signInAs('an');
  expect((await kept())?.map(({ id }) => id)).toEqual(['key-00002']);
});

it('keeps a write whose session ends while it is sent: it goes out after the next sign-in', async () => {
  answerWith({ errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await sendWrite(write('key-00001'), afterWrite)).toMatchObject({ ok: true, value: { state: 'QUEUED' } });
  await signInAs('an', 'another sign-in');
  const keys = answerWith(done);
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
  expect(await kept()).toHaveLength(queueLimit);
}, 30_000);

it('sends a write all the same where it cannot be kept: the storage is full, and the network is there', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  answerWith(done, null);
  expect(await sendWrite(write('key-00001'), afterWrite)).toMatchObject({ ok: true, value: { state: 'ANSWERED' } });
  expect(await sendWrite(write('key-00002'), afterWrite)).toEqual({
    ok: false,
    error: { code: 'QUEUE_STORAGE_FULL' },
  });
});
