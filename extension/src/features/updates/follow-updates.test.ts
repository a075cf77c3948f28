import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { siteList } from '../sites/site-list.ts';
import { followUpdates } from './follow-updates.ts';
import { applyUpdate, followReady, keepReady } from './update-ready.ts';

const site = 'http://localhost:4100';
const dashboard = () => browser.runtime.getURL('/dashboard.html');

/** One tab of a site that is on, without the script, and perhaps the dashboard. Answers the tabs into which the script was put. */
function openTabs(...others: readonly string[]): number[] {
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockResolvedValue([] as never);
  vi.spyOn(browser.scripting, 'registerContentScripts').mockResolvedValue(undefined as never);
  const injected: number[] = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async (script: {
    target: { tabId: number };
    files?: string[];
  }) => {
    if (script.files !== undefined) injected.push(script.target.tabId);
    return [{ frameId: 0, result: { origin: site, isLive: injected.includes(script.target.tabId) } }];
  }) as never);
  const tabs = [{ id: 1, url: `${site}/list` }, ...others.map((url, index) => ({ id: index + 2, url }))];
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
  return injected;
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
});

it('the first worker of a session gives open tabs the script and opens the dashboard again, without any event; the next does neither', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  const reload = vi.spyOn(browser.runtime, 'reload').mockImplementation(() => undefined);
  await siteList.setValue([site]);
  await keepReady('99.0');
  openTabs(dashboard());
  await applyUpdate();
  expect(reload).toHaveBeenCalledOnce();

  // The browser closes our screens, and empties the session's storage.
  const injected = openTabs();
  followUpdates();
  await vi.waitFor(() => expect(injected).toEqual([1]));
  expect(create.mock.calls).toEqual([[{ url: dashboard() }]]);
  expect(await hearReady()).toBe(false);

  await vi.waitFor(async () => expect(await browser.storage.session.get('tabsRecovered')).not.toEqual({}));
  const later = openTabs();
  followUpdates();
  // Far longer than the first one took.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(later).toEqual([]);
  expect(create).toHaveBeenCalledOnce();
});

it('a worker the browser gave up leaves everything to the next', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.runtime, 'reload').mockImplementation(() => undefined);
  await siteList.setValue([site]);
  openTabs(dashboard());
  await applyUpdate();

  const injected = openTabs();
  const query = vi.spyOn(browser.tabs, 'query').mockClear();
  // Nothing after this call of it runs.
  query.mockReturnValueOnce(new Promise(() => undefined) as never);
  followUpdates();
  await vi.waitFor(() => expect(query).toHaveBeenCalled());
  expect(injected).toEqual([]);

  followUpdates();
  await vi.waitFor(() => expect(injected).toEqual([1]));
  expect(create).toHaveBeenCalledOnce();
});

it('nothing is opened where only pages were open, or the browser replaced the version by itself', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.runtime, 'reload').mockImplementation(() => undefined);
  await keepReady('99.0');
  openTabs();
  await applyUpdate();
  followUpdates();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
  await vi.waitFor(async () => expect(await hearReady()).toBe(false));
  expect(create).not.toHaveBeenCalled();
});

/** What a screen that opens now is told about a waiting version. */
function hearReady(): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = followReady((isReady) => {
      resolve(isReady);
      queueMicrotask(() => stop());
    });
  });
}
