import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  finishSites,
  isSiteOn,
  onPermissionsRemoved,
  reconcileSites,
  switchSiteOff,
  switchSiteOn,
} from './site-grants.ts';
import { parseOrigin, patternOf, siteList } from './site-list.ts';

const site = 'http://localhost:4100';

/** What is open in the tabs that one may look into: the site itself, and another site that holds a frame of it twice. */
const documents: Record<number, object[]> = {
  1: [
    { frameId: 0, result: { origin: site, isLive: false } },
    { frameId: 4, result: { origin: 'http://localhost:4000', isLive: false } },
  ],
  2: [
    { frameId: 0, result: { origin: 'http://localhost:4000', isLive: false } },
    { frameId: 5, result: { origin: site, isLive: false } },
    { frameId: 6, result: { origin: site, isLive: true } },
  ],
};

/** The browser's permissions and registered scripts, which the fake browser does not keep. */
function keepGrants(...granted: string[]) {
  const patterns = new Set(granted.map((origin) => `${origin}/*`));
  const scripts = new Map<string, { id: string; matches?: string[] }>();
  const asked = (origins: string[] | undefined) => origins?.every((pattern) => patterns.has(pattern)) ?? true;
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async (p: { origins?: string[] }) =>
    asked(p.origins)) as never);
  vi.spyOn(browser.permissions, 'remove').mockImplementation((async (p: { origins?: string[] }) => {
    for (const pattern of p.origins ?? []) patterns.delete(pattern);
    return true;
  }) as never);
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation((async (filter?: { ids?: string[] }) =>
    [...scripts.values()].filter(({ id }) => filter?.ids?.includes(id) ?? true)) as never);
  vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation((async (list: { id: string }[]) => {
    for (const script of list) {
      if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
      scripts.set(script.id, script);
    }
  }) as never);
  vi.spyOn(browser.scripting, 'updateContentScripts').mockImplementation((async (list: { id: string }[]) => {
    for (const script of list) scripts.set(script.id, script);
  }) as never);
  vi.spyOn(browser.scripting, 'unregisterContentScripts').mockImplementation((async (filter: { ids: string[] }) => {
    for (const id of filter.ids) scripts.delete(id);
  }) as never);
  const injected: { tabId: number; frameIds?: number[] }[] = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async (script: {
    target: { tabId: number };
    files?: string[];
  }) => {
    if (script.files !== undefined) injected.push(script.target);
    return documents[script.target.tabId];
  }) as never);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([
    { id: 1, url: `${site}/list` },
    { id: 2, url: 'http://localhost:4000/' },
    { id: 3 },
  ] as never);
  return { patterns, scripts, injected };
}

beforeEach(() => fakeBrowser.reset());

it('runs on a granted site alone: registered for it, and injected into its open documents where it does not run yet', async () => {
  const { scripts, injected } = keepGrants(site);
  expect(await switchSiteOn(site)).toEqual({ ok: true, value: site });
  expect([...scripts.values()].map((script) => script.matches)).toEqual([[`${site}/*`]]);
  expect(injected).toEqual([
    { tabId: 1, frameIds: [0] },
    { tabId: 2, frameIds: [5] },
  ]);
  expect([...scripts.values()]).toMatchObject([{ allFrames: true, matchOriginAsFallback: true }]);
  expect(await isSiteOn(`${site}/list?page=2`)).toBe(true);
});

it('gives open tabs the script after a death of the worker amid it', async () => {
  const { injected } = keepGrants(site);
  const query = vi.spyOn(browser.tabs, 'query');
  // The worker dies while it asks for the tabs: nothing after that call runs.
  query.mockReturnValueOnce(new Promise(() => undefined) as never);
  void switchSiteOn(site);
  await vi.waitFor(() => expect(query).toHaveBeenCalled());
  expect(injected).toEqual([]);
  await finishSites();
  expect(injected.map(({ tabId }) => tabId)).toEqual([1, 2]);
  await finishSites();
  expect(injected).toHaveLength(2);
});

it('refuses a site that the browser did not grant', async () => {
  const { scripts } = keepGrants();
  expect(await switchSiteOn(site)).toEqual({ ok: false, error: { code: 'SITE_NOT_GRANTED' } });
  expect(scripts.size).toBe(0);
  expect(await isSiteOn(`${site}/list`)).toBe(false);
});

it('gives everything back when a site is switched off', async () => {
  const { patterns, scripts } = keepGrants(site);
  await switchSiteOn(site);
  await switchSiteOff(site);
  expect([patterns.size, scripts.size, await siteList.getValue()]).toEqual([0, 0, []]);
  expect(await isSiteOn(`${site}/list`)).toBe(false);
});

it('takes the script away where the permission was taken back in the browser’s settings', async () => {
  const { patterns, scripts } = keepGrants(site);
  await switchSiteOn(site);
  patterns.clear();
  await onPermissionsRemoved([`${site}/*`]);
  expect([scripts.size, await siteList.getValue()]).toEqual([0, []]);
});

it('removes at start what is registered and not on the list', async () => {
  const { scripts } = keepGrants(site);
  scripts.set('overlay http://gone.example', { id: 'overlay http://gone.example' });
  await siteList.setValue([site]);
  await reconcileSites();
  expect([...scripts.keys()]).toEqual([`overlay ${site}`]);
});

it('keeps a site that is switched on while the worker looks at all sites after an install', async () => {
  const { scripts } = keepGrants(site);
  // The look has read the list, and the browser takes its time to name what is registered.
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation((async (filter?: {
    ids?: string[];
  }) => {
    if (filter === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    return [...scripts.values()].filter(({ id }) => filter?.ids?.includes(id) ?? true);
  }) as never);
  const looking = reconcileSites();
  const [switched] = await Promise.all([switchSiteOn(site), switchSiteOn(site), looking]);
  expect(switched).toEqual({ ok: true, value: site });
  expect([...scripts.keys()]).toEqual([`overlay ${site}`]);
  expect(await siteList.getValue()).toEqual([site]);
});

it('takes a registration that is there already for its own', async () => {
  const { scripts } = keepGrants(site);
  const listed = vi.spyOn(browser.scripting, 'getRegisteredContentScripts');
  scripts.set(`overlay ${site}`, { id: `overlay ${site}` });
  // Another worker registered it between the look and the act.
  listed.mockImplementationOnce((async () => []) as never);
  expect(await switchSiteOn(site)).toEqual({ ok: true, value: site });
  expect([...scripts.keys()]).toEqual([`overlay ${site}`]);
});

it('asks for one port where the browser tells ports apart, and for the host where it does not', () => {
  expect(patternOf(site, true)).toBe('http://localhost:4100/*');
  expect(patternOf(site, false)).toBe('http://localhost/*');
  expect(patternOf('https://vanban.example', false)).toBe('https://vanban.example/*');
});

it.each([
  ['https://vanban.example/qlvb/main?x=1', 'https://vanban.example'],
  [' http://localhost:4100 ', 'http://localhost:4100'],
  ['javascript:alert(1)', null],
  ['chrome://settings', null],
  ['vanban', null],
])('reads the site of %j as %j', (typed, origin) => {
  expect(parseOrigin(typed)).toBe(origin);
});
