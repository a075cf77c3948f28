import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { selectionItem } from '../open-document/panel-selection.ts';
import { forgetLostPage } from './forget-tab.ts';
import { findPage, forgetPage, keepPage, type PageState } from './page-state.ts';

const page: PageState = {
  documentId: 'D1',
  epoch: 1,
  origin: 'http://localhost:4100',
  host: 'localhost:4100',
  path: '/list',
  adapter: { name: 'vnpt-ioffice', version: 1 },
  kind: 'LIST',
  state: 'READ',
  complete: true,
  rows: {},
};
const chosen = { documentId: 'D1', epoch: 1, key: 1, employeeId: 'e1', document: null, problem: null };

beforeEach(async () => {
  fakeBrowser.reset();
  await forgetPage(7);
  await keepPage(7, page);
  await selectionItem(7).setValue(chosen);
});

it('forgets a page, and what was chosen on it, once its document is gone', async () => {
  const gone = new Error('Could not establish connection. Receiving end does not exist.');
  vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(gone);
  await forgetLostPage(7);
  expect(await findPage(7)).toBeNull();
  expect(await selectionItem(7).getValue()).toBeNull();
});

it('keeps a page whose document is still there, as after a change of address without a load', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  await forgetLostPage(7);
  expect(await findPage(7)).toEqual(page);
  expect(await selectionItem(7).getValue()).toEqual(chosen);
});

it('keeps what the new document told while the old one was asked for', async () => {
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async () => {
    await keepPage(7, { ...page, documentId: 'D2' });
    throw new Error('Could not establish connection. Receiving end does not exist.');
  }) as never);
  await forgetLostPage(7);
  expect((await findPage(7))?.documentId).toBe('D2');
});
