import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createGenericLoader, offerGeneric } from '../../page/generic/load-generic.ts';
import { injectGeneric } from './inject-generic.ts';

const executeScript = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(executeScript as never);
});

it.each([
  ['by the browser’s own name of it', 'D1', { tabId: 7, documentIds: ['D1'] }],
  ['by its place in the tab in Firefox', 'frame 4', { tabId: 7, frameIds: [4] }],
])('puts the script into the one document that asked, %s', async (_, documentId, target) => {
  expect(await injectGeneric({ tabId: 7, documentId })).toEqual({ ok: true, value: { accepted: true } });
  expect(executeScript).toHaveBeenCalledWith({ target, files: ['/content-scripts/generic.js'] });
});

it('answers NO_DOCUMENT where the document is gone', async () => {
  executeScript.mockRejectedValue(new Error('No document with id D1'));
  expect(await injectGeneric({ tabId: 7, documentId: 'D1' })).toEqual({ ok: false, error: { code: 'NO_DOCUMENT' } });
});

it('asks once a document, and again after a refusal', async () => {
  const follow = vi.fn();
  const send = vi.fn().mockResolvedValueOnce({ ok: false, error: { code: 'NO_ANSWER' } });
  send.mockImplementation(async () => {
    offerGeneric(follow);
    return { ok: true, value: { accepted: true } };
  });
  const load = createGenericLoader({ send });
  expect(await load()).toBeNull();
  expect(await Promise.all([load(), load()])).toEqual([follow, follow]);
  expect(send.mock.calls).toEqual([
    ['page.needGeneric', {}],
    ['page.needGeneric', {}],
  ]);
});
