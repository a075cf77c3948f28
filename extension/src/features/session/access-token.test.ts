import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getSession, signOut } from './access-token.ts';
import { type Session, sessionItem } from './session-store.ts';

const fresh: Session = {
  server: 'http://127.0.0.1:4000',
  accessToken: 'access-1',
  expiresAt: Date.now() + 600_000,
  refreshToken: 'refresh-1',
  tokenEndpoint: 'http://127.0.0.1:4000/oidc/token',
  revocationEndpoint: 'http://127.0.0.1:4000/oidc/token/revocation',
  subject: 'an-id',
  signInId: 'a',
};

/** The provider is a network neighbour, which we do not own here; each answer is what the real one sends. */
function answerWith(status: number, body: unknown) {
  const requests: URLSearchParams[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    requests.push(request.body as URLSearchParams);
    return new Response(JSON.stringify(body), { status });
  });
  return requests;
}

beforeEach(() => fakeBrowser.reset());

it('refuses without a session', async () => {
  expect(await getSession()).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
});

it('gives a token that is still good without asking anyone', async () => {
  const requests = answerWith(500, {});
  await sessionItem.setValue(fresh);
  expect(await getSession()).toMatchObject({ ok: true, value: { accessToken: 'access-1' } });
  expect(requests).toHaveLength(0);
});

it('renews once for many callers and stores the rotated refresh token', async () => {
  const requests = answerWith(200, { access_token: 'access-2', expires_in: 900, refresh_token: 'refresh-2' });
  await sessionItem.setValue({ ...fresh, expiresAt: Date.now() + 1_000 });
  const answers = await Promise.all([getSession(), getSession(), getSession()]);
  expect(answers.every((answer) => answer.ok && answer.value.accessToken === 'access-2')).toBe(true);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.get('refresh_token')).toBe('refresh-1');
  expect((await sessionItem.getValue())?.refreshToken).toBe('refresh-2');
});

it('renews a token that the server has just refused', async () => {
  answerWith(200, { access_token: 'access-2', expires_in: 900, refresh_token: 'refresh-2' });
  await sessionItem.setValue(fresh);
  expect(await getSession('access-1')).toMatchObject({ ok: true, value: { accessToken: 'access-2' } });
});

it('does not renew again for a late caller whose refused token is already replaced', async () => {
  const requests = answerWith(200, { access_token: 'access-3', expires_in: 900 });
  await sessionItem.setValue({ ...fresh, accessToken: 'access-2' });
  expect(await getSession('access-1')).toMatchObject({ ok: true, value: { accessToken: 'access-2' } });
  expect(requests).toHaveLength(0);
});

it('signs out where the provider refuses the refresh token', async () => {
  answerWith(400, { error: 'invalid_grant' });
  await sessionItem.setValue({ ...fresh, expiresAt: 0 });
  expect(await getSession()).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
  expect(await sessionItem.getValue()).toBeNull();
});

it('keeps the session where the provider cannot be reached', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('network');
  });
  await sessionItem.setValue({ ...fresh, expiresAt: 0 });
  expect(await getSession()).toEqual({ ok: false, error: { code: 'SERVER_UNREACHABLE' } });
  expect(await sessionItem.getValue()).not.toBeNull();
});

it('does not bring a session back that was signed out during its renewal', async () => {
  vi.stubGlobal('fetch', async () => {
    await sessionItem.setValue(null);
    return new Response(JSON.stringify({ access_token: 'access-2', expires_in: 900 }));
  });
  await sessionItem.setValue({ ...fresh, expiresAt: 0 });
  expect(await getSession()).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } });
  expect(await sessionItem.getValue()).toBeNull();
});

it('forgets the session at sign-out and revokes the refresh token', async () => {
  const requests = answerWith(200, {});
  await sessionItem.setValue(fresh);
  await signOut();
  expect(await sessionItem.getValue()).toBeNull();
  expect(requests[0]?.get('token')).toBe('refresh-1');
});

it('leaves nothing in the browser’s memory that was kept under the session', async () => {
  answerWith(200, {});
  await sessionItem.setValue(fresh);
  await browser.storage.session.set({ 'page:7:D1': { rows: [] }, queue: { writes: [] } });
  await signOut();
  expect(await browser.storage.session.get(null)).toEqual({});
});
