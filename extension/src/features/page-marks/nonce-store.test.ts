import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNonce, redeemNonce } from './nonce-store.ts';

const page = { tabId: 7, documentId: 'D1', origin: 'https://vanban.example', epoch: 3 };
const place = { tabId: 7, holder: 'https://vanban.example' };

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

it('gives the page for a nonce once', async () => {
  const nonce = await createNonce(page);
  expect(await redeemNonce(nonce, place)).toEqual(page);
  expect(await redeemNonce(nonce, place)).toBeNull();
});

it('gives the page to one of two that present the nonce at the same time', async () => {
  const nonce = await createNonce(page);
  const answers = await Promise.all([redeemNonce(nonce, place), redeemNonce(nonce, place)]);
  expect(answers.filter((answer) => answer !== null)).toEqual([page]);
});

it('gives nothing to a frame in another tab, and the nonce is spent', async () => {
  const nonce = await createNonce(page);
  expect(await redeemNonce(nonce, { ...place, tabId: 8 })).toBeNull();
  expect(await redeemNonce(nonce, place)).toBeNull();
});

it('gives nothing to a frame in a document of another origin in the same tab', async () => {
  const nonce = await createNonce(page);
  expect(await redeemNonce(nonce, { ...place, holder: 'https://other.example' })).toBeNull();
  expect(await redeemNonce(nonce, place)).toBeNull();
});

it('takes the tab alone for enough where the browser tells no origin of who holds a frame', async () => {
  expect(await redeemNonce(await createNonce(page), { tabId: 7, holder: null })).toEqual(page);
});

it('gives nothing after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const nonce = await createNonce(page);
  vi.setSystemTime(Date.now() + 10_000);
  expect(await redeemNonce(nonce, place)).toBeNull();
});

it('gives nothing for a guess', async () => {
  await createNonce(page);
  expect(await redeemNonce('toString', place)).toBeNull();
});

it('makes nonces of at least 128 bits', async () => {
  expect((await createNonce(page)).length * 6).toBeGreaterThanOrEqual(128);
});
