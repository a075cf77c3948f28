import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { selectionItem } from '../open-document/panel-selection.ts';
import { forgetLostPages } from './forget-tab.ts';
import { findPage, forgetPage, keepPage, type PageState, pagesOf } from './page-state.ts';

const page: PageState = {
  tabId: 7,
  frameId: 0,
  documentId: 'D1',
  epoch: 1,
  origin: 'http://localhost:4100',
  host: 'localhost:4100',
  path: '/list',
  adapter: { name: 'vnpt-ioffice', version: 1 },
  kind: 'LIST',
  state: 'READ',
  certainty: null,
  check: { found: 0, read: 0, secret: 0 },
  complete: true,
  rows: {},
};
const chosen = { documentId: 'D1', epoch: 1, key: 1, employeeId: 'e1', document: null, problem: null };

beforeEach(async () => {
  fakeBrowser.reset();
  await forgetPage(7, 'D1');
  await forgetPage(7, 'D2');
  await keepPage(page);
  await selectionItem(7).setValue(chosen);
});

it('forgets a page, and what was chosen on it, once its document is gone', async () => {
  const gone = new Error('Could not establish connection. Receiving end does not exist.');
  vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(gone);
  await forgetLostPages(7);
  expect(await findPage(7, 'D1')).toBeNull();
  expect(await selectionItem(7).getValue()).toBeNull();
});

it('keeps a page whose document is still there, as after a change of address without a load', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  await forgetLostPages(7);
  expect(await findPage(7, 'D1')).toEqual(page);
  expect(await selectionItem(7).getValue()).toEqual(chosen);
});

it('keeps what the new document told while the old one was asked for', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async () => {
    await keepPage({ ...page, documentId: 'D2' });
    throw new Error('Could not establish connection. Receiving end does not exist.');
  }) as never);
  await forgetLostPages(7);
  expect((await pagesOf(7)).map(({ documentId }) => documentId)).toEqual(['D2']);
});

it('forgets a frame that was closed, and neither the page around it nor what was chosen there', async () => {
  await keepPage({ ...page, documentId: 'D2', frameId: 5 });
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (_tab: number, _message: unknown, to: object) => {
    if ('documentId' in to && to.documentId === 'D2') throw new Error('Receiving end does not exist.');
  }) as never);
  await forgetLostPages(7);
  expect(await pagesOf(7)).toEqual([page]);
  expect(await selectionItem(7).getValue()).toEqual(chosen);
});
