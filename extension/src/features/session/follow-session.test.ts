import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { selectionItem } from '../open-document/panel-selection.ts';
import { answerAge, findAnswers, keepAnswers } from '../page-marks/answer-cache.ts';
import { followSession } from './follow-session.ts';
import { type Session, sessionItem } from './session-store.ts';

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
const chosen = { documentId: 'D1', epoch: 1, key: 1, employeeId: 'e1', document: null, problem: null };

const resume = vi.fn();
/** Tabs that were told to show their pages again. */
const asked: number[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = 0;
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }, { id: 8 }] as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (tabId: number) => {
    asked.push(tabId);
    throw new Error('Could not establish connection. Receiving end does not exist.');
  }) as never);
  await sessionItem.setValue(session);
  followSession(resume);
  await fill();
});

/** What a day leaves in the browser's memory, whichever feature put it there. */
async function fill(): Promise<void> {
  await selectionItem(7).setValue(chosen);
  await keepAnswers({ today: '2026-11-22', demonstration: true, documents: new Map([['d', []]]) }, answerAge());
  await browser.storage.session.set({
    offlineKey: { signInId: 'a', text: 'key' },
    'page:7:D1': { rows: [] },
    later: 1,
  });
}

const inMemory = async () => Object.keys(await browser.storage.session.get(null)).toSorted();

it('wipes everything the last person left when he signs out', async () => {
  await sessionItem.setValue(null);
  await vi.waitFor(async () => expect(await inMemory()).toEqual([]));
  expect((await findAnswers()).documents).toEqual({});
  expect(asked).toEqual([]);
  expect(resume).not.toHaveBeenCalled();
});

it('wipes it where somebody else signs in, and has the pages tell again what they show', async () => {
  await sessionItem.setValue({ ...session, subject: 'binh', signInId: 'b' });
  await vi.waitFor(async () => expect(await inMemory()).toEqual(['session']));
  await vi.waitFor(() => expect(asked).toEqual([7, 8]));
  expect(resume).toHaveBeenCalledOnce();
});

it('finishes the wiping that a worker did not live to do', async () => {
  await sessionItem.setValue(null);
  await vi.waitFor(async () => expect(await inMemory()).toEqual([]));
  await fill();
  followSession(resume);
  await vi.waitFor(async () => expect(await inMemory()).toEqual([]));
});

it('keeps it where only the token is renewed', async () => {
  await sessionItem.setValue({ ...session, accessToken: 'access-2' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await selectionItem(7).getValue()).toEqual(chosen);
  expect(Object.keys((await findAnswers()).documents)).toEqual(['d']);
});
