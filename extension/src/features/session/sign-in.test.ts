import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createProofKey } from './proof-key.ts';
import { sessionItem } from './session-store.ts';
import { readCode, signIn } from './sign-in.ts';

const server = 'http://127.0.0.1:4000';
/** Claims {"sub":"an-id"}, as the provider would sign them. */
const idToken = `e30.${btoa('{"sub":"an-id"}')}.signature`;
const redirect = 'https://clediallbdobggmdcjbfboclflhlnofj.chromiumapp.org/';

beforeEach(() => fakeBrowser.reset());

/** Stands for the browser's window and the provider behind it: neither is ours. */
function openWindowWith(answerTo: (authorization: URL) => string | undefined) {
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    if (address.endsWith('openid-configuration')) {
      return Response.json({
        issuer: `${server}/oidc`,
        authorization_endpoint: `${server}/oidc/auth`,
        token_endpoint: `${server}/oidc/token`,
      });
    }
    const body = request.body as URLSearchParams;
    const challenge = (await createProofKey(body.get('code_verifier') ?? '')).challenge;
    return challenge === seen?.searchParams.get('code_challenge') && body.get('code') === 'the-code'
      ? Response.json({ access_token: 'access', expires_in: 900, refresh_token: 'refresh', id_token: idToken })
      : Response.json({ error: 'invalid_grant' }, { status: 400 });
  });
  let seen: URL | undefined;
  vi.spyOn(browser.identity, 'getRedirectURL').mockReturnValue(redirect);
  vi.spyOn(browser.identity, 'launchWebAuthFlow').mockImplementation((async ({ url }: { url: string }) => {
    seen = new URL(url);
    const answer = answerTo(seen);
    if (answer === undefined) throw new Error('The user did not approve access.');
    return answer;
  }) as typeof browser.identity.launchWebAuthFlow);
}

it('trades the code for tokens with the verifier of its own challenge', async () => {
  openWindowWith((url) => `${redirect}?code=the-code&state=${url.searchParams.get('state')}`);
  const result = await signIn(server, 'vi');
  expect(result).toMatchObject({
    ok: true,
    value: { accessToken: 'access', refreshToken: 'refresh', server, subject: 'an-id' },
  });
  expect(await sessionItem.getValue()).toMatchObject({ accessToken: 'access' });
});

it('asks for the password even where the provider remembers somebody', async () => {
  let prompt: string | null = null;
  openWindowWith((url) => {
    prompt = url.searchParams.get('prompt');
    return undefined;
  });
  await signIn(server, 'vi');
  expect(prompt).toBe('login');
});

it('takes a closed window for a cancelled sign-in', async () => {
  openWindowWith(() => undefined);
  expect(await signIn(server, 'vi')).toEqual({ ok: false, error: { code: 'SIGN_IN_CANCELLED' } });
  expect(await sessionItem.getValue()).toBeNull();
});

it.each([
  ['another state', `${redirect}?code=the-code&state=forged`],
  ['no code', `${redirect}?state=s`],
  ['another address', 'https://elsewhere.example/?code=the-code&state=s'],
])('refuses an answer with %s', (_name, address) => {
  expect(readCode(address, redirect, 's')).toEqual({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
});
