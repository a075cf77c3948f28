import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNonce, redeemNonce } from './nonce-store.ts';

const page = { tabId: 7, documentId: 'D1', epoch: 3 };

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

it('gives the page for a nonce once', async () => {
  const nonce = await createNonce(page);
  expect(await redeemNonce(nonce, 7)).toEqual(page);
  expect(await redeemNonce(nonce, 7)).toBeNull();
});

it('gives the page to one of two that present the nonce at the same time', async () => {
  const nonce = await createNonce(page);
  const answers = await Promise.all([redeemNonce(nonce, 7), redeemNonce(nonce, 7)]);
  expect(answers.filter((answer) => answer !== null)).toEqual([page]);
});

it('gives nothing to a frame in another tab, and the nonce is spent', async () => {
  const nonce = await createNonce(page);
  expect(await redeemNonce(nonce, 8)).toBeNull();
  expect(await redeemNonce(nonce, 7)).toBeNull();
});

it('gives nothing after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const nonce = await createNonce(page);
  vi.setSystemTime(Date.now() + 10_000);
  expect(await redeemNonce(nonce, 7)).toBeNull();
});

it('gives nothing for a guess', async () => {
  await createNonce(page);
  expect(await redeemNonce('toString', 7)).toBeNull();
});

it('makes nonces of at least 128 bits', async () => {
  expect((await createNonce(page)).length * 6).toBeGreaterThanOrEqual(128);
});
