import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { forgetPage, keepPage, type PageState } from '../page-marks/page-state.ts';
import { type Session, sessionItem } from '../session/session-store.ts';
import { adaptersItem, managedAdaptersItem } from './adapter-store.ts';
import { followBrokenPages } from './broken-pages.ts';
import { fetchAdapters, keepManagedAdapters } from './fetch-adapters.ts';
import { followAdapters } from './follow-adapters.ts';
import { reportBrokenPage } from './report-adapter.ts';

const [adapter] = builtInAdapters;
if (!adapter) throw new Error('there are built-in adapters');

const session: Session = {
  server: 'http://127.0.0.1:4000',
  accessToken: 'access-1',
  expiresAt: Date.now() + 600_000,
  refreshToken: null,
  tokenEndpoint: 'http://127.0.0.1:4000/oidc/token',
  revocationEndpoint: null,
  subject: 'an',
  signInId: 'a',
};

/** What the server was asked, and what it answers: the other end of the network, which is not ours here. */
const asked: { readonly variables: Readonly<Record<string, unknown>> }[] = [];
const answerWith = (answer: unknown) =>
  vi.stubGlobal('fetch', async (_address: string, request: { readonly body: string }) => {
    asked.push(JSON.parse(request.body));
    return Response.json(answer);
  });
const published = (...contents: readonly unknown[]) => ({
  data: {
    publishedAdapters: contents.map((content) => ({
      name: 'x',
      version: 1,
      content,
      publishedAt: '2026-11-22T03:00:00Z',
    })),
  },
});

const page: PageState = {
  tabId: 7,
  frameId: 0,
  documentId: 'D1',
  origin: 'https://vanban.example.gov.vn',
  epoch: 1,
  host: 'vanban.example.gov.vn',
  path: '/qlvb/van-ban/12345',
  adapter: { name: 'vnpt-ioffice', version: 2 },
  kind: 'LIST',
  state: 'BROKEN',
  certainty: null,
  check: { found: 20, read: 3, secret: 1 },
  complete: true,
  rows: {},
};

beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = 0;
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('vi');
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  await sessionItem.setValue(session);
});

describe('the published adapters', () => {
  it('are kept for the pages, those that do not parse left out and told', async () => {
    answerWith(published(adapter, { ...adapter, name: 'later', version: 4, speaks: true }));
    expect(await fetchAdapters()).toEqual({ ok: true, value: { count: 1, leftOut: 1 } });
    expect(await browser.storage.local.get('adapters')).toMatchObject({
      adapters: { list: [adapter], leftOut: [{ name: 'later', version: 4 }] },
    });
    expect(asked[1]?.variables).toMatchObject({ input: { adapter: 'later', version: 4, host: 'extension', found: 0 } });
  });

  it('withdrawn are gone with the next answer; without an answer the last ones stand', async () => {
    answerWith(published(adapter));
    await fetchAdapters();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    expect(await fetchAdapters()).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } });
    expect((await adaptersItem.getValue()).list).toHaveLength(1);
    answerWith(published());
    await fetchAdapters();
    expect((await adaptersItem.getValue()).list).toEqual([]);
  });

  it('are not asked for while nobody is signed in', async () => {
    await sessionItem.setValue(null);
    answerWith(published(adapter));
    expect(await fetchAdapters()).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    expect(asked).toEqual([]);
  });

  it('are asked for at a sign-in, by the alarm of six hours, and at a start after more than that', async () => {
    await sessionItem.setValue(null);
    answerWith(published(adapter));
    followAdapters();
    await vi.waitFor(async () => expect(await browser.alarms.get('adapters')).toMatchObject({ periodInMinutes: 360 }));
    expect(asked).toHaveLength(0);
    await sessionItem.setValue(session);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await vi.waitFor(async () => expect((await adaptersItem.getValue()).fetchedAt).not.toBeNull());
    // A renewed token is no sign-in.
    await sessionItem.setValue({ ...session, accessToken: 'access-2' });
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'adapters', scheduledTime: 0, persistAcrossSessions: false });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await adaptersItem.setValue({ fetchedAt: Date.now() - 6 * 3_600_000, list: [], leftOut: [] });
    followAdapters();
    await vi.waitFor(() => expect(asked).toHaveLength(3));
  });

  it('of a policy are kept apart, and gone with it', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({ adapters: [JSON.stringify(adapter), '{'] } as never);
    await keepManagedAdapters();
    expect(await managedAdaptersItem.getValue()).toEqual({
      list: [adapter],
      leftOut: [{ name: 'unnamed', version: 1 }],
    });
    vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({} as never);
    await keepManagedAdapters();
    expect((await managedAdaptersItem.getValue()).list).toEqual([]);
  });
});

describe('a report of a page that cannot be read', () => {
  const done = { data: { reportAdapter: { __typename: 'ReportedPage' } } };

  it('holds figures and the shape of the path, nothing of the page, and goes once a day', async () => {
    answerWith(done);
    await Promise.all([reportBrokenPage(page), reportBrokenPage({ ...page, path: '/qlvb/van-ban/999' })]);
    expect(asked.map(({ variables }) => variables)).toEqual([
      {
        input: {
          idempotencyKey: expect.any(String),
          adapter: 'vnpt-ioffice',
          version: 2,
          host: 'vanban.example.gov.vn',
          path: '/qlvb/van-ban/#',
          kind: 'LIST',
          found: 20,
          read: 3,
          secret: 1,
          extensionVersion: expect.any(String),
        },
      },
    ]);
    await reportBrokenPage({ ...page, adapter: { ...page.adapter, version: 3 } });
    expect(asked).toHaveLength(2);
  });

  it('is made again where the network was lost, and no more today where the server has enough', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    await reportBrokenPage(page);
    answerWith({ errors: [{ message: '', extensions: { code: 'LIMIT_EXCEEDED' } }] });
    await reportBrokenPage(page);
    expect(asked).toHaveLength(1);
    answerWith(done);
    await reportBrokenPage({ ...page, host: 'other.example.gov.vn' });
    expect(asked).toHaveLength(1);
  });

  it('is not made while nobody is signed in', async () => {
    await sessionItem.setValue(null);
    answerWith(done);
    await reportBrokenPage(page);
    expect(asked).toEqual([]);
  });
});

describe('the mark on the icon', () => {
  const badge: unknown[] = [];
  beforeEach(() => {
    badge.length = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(browser.action, 'getBadgeText').mockImplementation((async () => badge.at(-1) ?? '') as never);
    vi.spyOn(browser.action, 'setBadgeText').mockImplementation((async ({ text }: { text: string }) => {
      badge.push(text);
    }) as never);
    vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockImplementation((async () => undefined) as never);
    vi.spyOn(browser.action, 'setTitle').mockImplementation((async () => undefined) as never);
    answerWith({ data: { reportAdapter: { __typename: 'ReportedPage' } } });
    followBrokenPages();
    return () => vi.useRealTimers();
  });
  const settle = async () => {
    await vi.advanceTimersByTimeAsync(2_100);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };

  it('is set for the tab of a page that stays broken, and gives the tab its number back', async () => {
    await keepPage(page);
    await settle();
    await vi.waitFor(() => expect(badge).toEqual(['!']));
    await forgetPage(7, 'D1');
    await settle();
    await vi.waitFor(() => expect(badge).toEqual(['!', null]));
  });

  it.each([
    ['a page that is read after a moment', [page, { ...page, state: 'READ' as const }]],
    ['a page that only the generic adapter found', [{ ...page, certainty: 80 }]],
  ])('is not set for %s', async (_, pages) => {
    for (const one of pages) await keepPage({ ...one, tabId: 9, documentId: 'D9' });
    await settle();
    expect(badge).toEqual([]);
    expect(asked).toEqual([]);
  });
});
