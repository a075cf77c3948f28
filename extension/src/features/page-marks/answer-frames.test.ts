import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { framePortName } from '../../messaging/overlay-messages.ts';
import { answerAge, keepAnswers } from './answer-cache.ts';
import { answerFrames } from './answer-frames.ts';
import { unbindEarlier } from './frame-ports.ts';
import { createNonce } from './nonce-store.ts';
import { addReading, findPage, keepPage } from './page-state.ts';
import { showMarks } from './show-marks.ts';

const own = 'chrome-extension://clediallbdobggmdcjbfboclflhlnofj';
const place = { adapter: { name: 'vnpt-ioffice', version: 1 }, host: 'localhost:4100', path: '/list' };
const origin = 'http://localhost:4100';
const page = { tabId: 7, documentId: 'D1', origin, epoch: 1 };
const row = { key: 1, number: '1/UBND', issuer: null, date: null, deadline: null, handlers: [] };

const documentKey = JSON.stringify(['1/UBND', null, null, 'localhost:4100']);

/** One end of a port as a page's frame holds it: what it posts goes to the background, what comes back is listed. */
function connect(url: string, tabId: number) {
  const received: { type: string }[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const disconnect = vi.fn();
  let onConnect: ((port: never) => void) | undefined;
  vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation((listener) => {
    onConnect = listener as never;
  });
  answerFrames();
  onConnect?.({
    name: framePortName,
    sender: { id: browser.runtime.id, url, tab: { id: tabId } },
    onMessage: { addListener: (listener: (message: unknown) => void) => listeners.push(listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (message: { type: string }) => received.push(message),
    disconnect,
  } as never);
  const post = (message: unknown) => {
    for (const listen of listeners) listen(message);
  };
  return { received, disconnect, post };
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${own}${path}`);
  const check = { found: 1, read: 1, secret: 0 };
  const reading = {
    ...place,
    epoch: 1,
    kind: 'LIST',
    state: 'READ',
    certainty: null,
    complete: true,
    removed: [],
    check,
  } as const;
  for (const documentId of ['D1', 'D2']) {
    const read = addReading(null, { ...reading, changed: [row] }, { tabId: 7, frameId: 0, documentId, origin });
    if (read !== null) await keepPage(read);
  }
  await keepAnswers({ today: '2026-11-22', demonstration: true, documents: new Map([[documentKey, []]]) }, answerAge());
});

it('gives the marks of a page to the frame that presents its nonce', async () => {
  const frame = connect(`${own}/frame.html`, 7);
  frame.post({ type: 'present', nonce: await createNonce(page), holder: origin });
  await vi.waitFor(() => expect(frame.received.map(({ type }) => type)).toEqual(['state', 'state', 'marks']));
  expect(frame.received[2]).toMatchObject({ changed: [{ key: 1, person: { state: 'NO_HANDLER' } }] });
});

it('posts nothing anew to a frame that shows it already', async () => {
  const frame = connect(`${own}/frame.html`, 7);
  frame.post({ type: 'present', nonce: await createNonce(page), holder: origin });
  await vi.waitFor(() => expect(frame.received).toHaveLength(3));
  await showMarks(7, 'D1');
  expect(frame.received).toHaveLength(3);
});

it.each([
  ['without a nonce', 7, 'guess', origin],
  ['with the nonce of another tab', 8, null, origin],
  ['that stands in a document of another origin', 7, null, 'http://127.0.0.2:4100'],
])('gives nothing to a frame %s', async (_name, tabId, guess, holder) => {
  const frame = connect(`${own}/frame.html`, tabId);
  const nonce = guess ?? (await createNonce(page));
  frame.post({ type: 'present', nonce, holder });
  await vi.waitFor(() => expect(frame.received).toEqual([{ type: 'refused' }]));
  frame.post({ type: 'card', key: 1, employeeId: 'e1' });
  await showMarks(7, 'D1');
  expect(frame.received).toEqual([{ type: 'refused' }]);
});

it('gives nothing to a frame of an epoch that is over', async () => {
  const frame = connect(`${own}/frame.html`, 7);
  frame.post({ type: 'present', nonce: await createNonce(page), holder: origin });
  await vi.waitFor(() => expect(frame.received).toHaveLength(3));
  unbindEarlier(7, 'D1', 2);
  await showMarks(7, 'D1');
  expect(frame.received).toHaveLength(3);
});

it('serves two documents of one tab, and goes on with the one when the other is over', async () => {
  const [first, second] = [connect(`${own}/frame.html`, 7), connect(`${own}/frame.html`, 7)];
  first.post({ type: 'present', nonce: await createNonce(page), holder: origin });
  second.post({ type: 'present', nonce: await createNonce({ ...page, documentId: 'D2' }), holder: origin });
  await vi.waitFor(() => expect([first.received.length, second.received.length]).toEqual([3, 3]));
  unbindEarlier(7, 'D1');
  for (const documentId of ['D1', 'D2']) {
    const known = await findPage(7, documentId);
    if (known !== null) await keepPage({ ...known, rows: { 2: { ...row, key: 2 } } });
  }
  await Promise.all([showMarks(7, 'D1'), showMarks(7, 'D2')]);
  expect(first.received).toHaveLength(3);
  expect(second.received.at(-1)).toMatchObject({ type: 'marks', changed: [{ key: 2 }], removed: [1] });
});

it('cuts off a frame that guesses, and whoever is no frame of ours', async () => {
  const guessing = connect(`${own}/frame.html`, 7);
  for (let tries = 0; tries <= 8; tries++) guessing.post({ type: 'present', nonce: `guess ${tries}`, holder: null });
  expect(guessing.disconnect).toHaveBeenCalledOnce();
  expect(connect('https://vanban.example/', 7).disconnect).toHaveBeenCalledOnce();
});
