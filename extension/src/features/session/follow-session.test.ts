import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { selectionItem } from '../open-document/panel-selection.ts';
import { findAnswers, keepAnswers } from '../page-marks/answer-cache.ts';
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

beforeEach(async () => {
  fakeBrowser.reset();
  await sessionItem.setValue(session);
  followSession();
  await selectionItem(7).setValue(chosen);
  await keepAnswers({ today: '2026-11-22', demonstration: true }, new Map(), new Map([['d', []]]));
});

it('wipes what the last person saw when he signs out', async () => {
  await sessionItem.setValue(null);
  await vi.waitFor(async () => {
    expect((await findAnswers()).documents).toEqual({});
    expect(await selectionItem(7).getValue()).toBeNull();
  });
});

it('wipes it where somebody else signs in', async () => {
  await sessionItem.setValue({ ...session, subject: 'binh', signInId: 'b' });
  await vi.waitFor(async () => expect(await selectionItem(7).getValue()).toBeNull());
});

it('keeps it where only the token is renewed', async () => {
  await sessionItem.setValue({ ...session, accessToken: 'access-2' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await selectionItem(7).getValue()).toEqual(chosen);
  expect(Object.keys((await findAnswers()).documents)).toEqual(['d']);
});
