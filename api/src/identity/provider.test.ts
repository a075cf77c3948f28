import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { extensionRedirectUris, GRAPHIQL_CLIENT_ID } from './clients.ts';
import { authorizationRequest, CookieBrowser, form } from './testing/cookie-browser.ts';
import { createAccount, extensionClient, type IdentityServer, startIdentityServer } from './testing/identity-server.ts';
import { exchange, obtainTokens, openSignInPage, requestTokens, signIn, type Tokens } from './testing/sign-in.ts';

const account = { userName: 'chuyenvien', password: 'mật khẩu đúng' };
let testDatabase: TestDatabase;
let identity: IdentityServer;
let subject: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  subject = await createAccount(testDatabase, account);
  identity = await startIdentityServer(testDatabase);
});

afterAll(async () => {
  await identity?.close();
  await testDatabase?.drop();
});

test('gives the extension a code by PKCE and for it a token that the api takes', async () => {
  const browser = new CookieBrowser();
  const { code, request } = await signIn(identity, browser, account);
  const response = await exchange(identity, code, request);
  expect(response.status).toBe(200);
  const tokens = (await response.json()) as Tokens;
  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    iss: identity.issuer,
    aud: 'congvu',
    sub: subject,
    client_id: 'congvu-extension',
  });
  expect(tokens.expires_in).toBe(15 * 60);
  expect(await identity.whoAmI(tokens.access_token)).toMatchObject({
    ok: true,
    identity: { userName: 'chuyenvien', clientId: 'congvu-extension', tokenScopes: null },
  });
});

test('gives the state back to exactly the registered address', async () => {
  const { request, address } = await openSignInPage(identity, new CookieBrowser());
  const browser = new CookieBrowser();
  const page = await openSignInPage(identity, browser);
  const end = await browser.visit(page.address, form(account));
  expect(end.address.startsWith(`${extensionClient.redirectUri}?`)).toBe(true);
  expect(new URL(end.address).searchParams.get('state')).toBe(page.request.state);
  expect(page.request.state).not.toBe(request.state);
  expect(page.address).not.toBe(address);
});

test('asks for no password while the session lasts, and sends no page', async () => {
  const browser = new CookieBrowser();
  await signIn(identity, browser, account);
  const end = await browser.visit(authorizationRequest(identity.issuer, extensionClient).address);
  expect(new URL(end.address).searchParams.get('code')).toBeTruthy();
});

test('consents for our own client where it asks for consent', async () => {
  const browser = new CookieBrowser();
  const page = await openSignInPage(identity, browser, { prompt: 'consent' });
  const end = await browser.visit(page.address, form(account));
  expect(new URL(end.address).searchParams.get('code')).toBeTruthy();
});

test.each([
  ['another redirect address', { redirect_uri: 'https://example.org/' }],
  ['no redirect address of ours under another path', { redirect_uri: `${extensionClient.redirectUri}elsewhere` }],
  ['an unknown client', { client_id: 'somebody' }],
])('sends nobody anywhere for %s', async (_name, changes) => {
  const { response, address, html } = await openSignInPage(identity, new CookieBrowser(), changes);
  expect(response.status).toBe(400);
  expect(address.startsWith(identity.origin)).toBe(true);
  expect(html).toContain('Không thể đăng nhập');
});

test.each([
  ['no PKCE', { code_challenge: null, code_challenge_method: null }],
  ['plain PKCE', { code_challenge_method: 'plain' }],
  ['the implicit flow', { response_type: 'token' }],
])('refuses a request with %s', async (_name, changes) => {
  const { address } = await openSignInPage(identity, new CookieBrowser(), changes);
  const answered = new URL(address.replace('#', '?')).searchParams;
  expect(answered.get('error')).toMatch(/invalid_request|unsupported_response_type/);
  expect(answered.get('code')).toBeNull();
});

test('refuses a code with another verifier', async () => {
  const { code, request } = await signIn(identity, new CookieBrowser(), account);
  const response = await exchange(identity, code, { ...request, verifier: 'x'.repeat(43) });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
});

test('takes a code once, also from two requests at the same instant', async () => {
  const { code, request } = await signIn(identity, new CookieBrowser(), account);
  const answers = await Promise.all([exchange(identity, code, request), exchange(identity, code, request)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('rotates refresh tokens, and withdraws all of them when a used one comes back', async () => {
  const first = await obtainTokens(identity, account);
  const refresh = (token: string) => requestTokens(identity, { grant_type: 'refresh_token', refresh_token: token });
  const answer = await refresh(first.refresh_token);
  expect(answer.status).toBe(200);
  const second = (await answer.json()) as Tokens;
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await identity.whoAmI(second.access_token)).toMatchObject({ ok: true });
  expect((await refresh(first.refresh_token)).status).toBe(400);
  // Whoever holds the stolen one and whoever holds the right one: neither gets any further.
  expect((await refresh(second.refresh_token)).status).toBe(400);
});

test('keeps sessions, refresh tokens and keys over a restart', async () => {
  const browser = new CookieBrowser();
  const before = await startIdentityServer(testDatabase);
  const { code, request } = await signIn(before, browser, account);
  const tokens = (await (await exchange(before, code, request)).json()) as Tokens;
  await before.close();
  const after = await startIdentityServer(testDatabase, { port: before.server.port });
  try {
    expect(await after.whoAmI(tokens.access_token)).toMatchObject({ ok: true });
    const end = await browser.visit(authorizationRequest(after.issuer, extensionClient).address);
    expect(new URL(end.address).searchParams.get('code')).toBeTruthy();
    const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    expect((await requestTokens(after, fields)).status).toBe(200);
  } finally {
    await after.close();
  }
});

test('ends the session and what it gave when one signs out', async () => {
  const browser = new CookieBrowser();
  const { code, request } = await signIn(identity, browser, account);
  const tokens = (await (await exchange(identity, code, request)).json()) as Tokens;
  const parameters = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: extensionClient.redirectUri,
  });
  const asked = await browser.visit(`${identity.issuer}/session/end?${parameters}`);
  const html = await asked.response.text();
  expect(html).toContain('Bạn có muốn đăng xuất khỏi Công vụ không?');
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const end = await browser.visit(`${identity.issuer}/session/end/confirm`, form({ xsrf, logout: 'yes' }));
  expect(end.address).toBe(extensionClient.redirectUri);
  expect((await openSignInPage(identity, browser)).html).toContain('name="password"');
  const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  expect((await requestTokens(identity, fields)).status).toBe(400);
});

test('withdraws a refresh token that its client gives back', async () => {
  const browser = new CookieBrowser();
  const { code, request } = await signIn(identity, browser, account);
  const tokens = (await (await exchange(identity, code, request)).json()) as Tokens;
  const revoked = await fetch(
    `${identity.issuer}/token/revocation`,
    form({ client_id: extensionClient.id, token: tokens.refresh_token }),
  );
  expect(revoked.status).toBe(200);
  const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  expect((await requestTokens(identity, fields)).status).toBe(400);
});

test('keeps no secret that whoever reads its tables could use', async () => {
  const browser = new CookieBrowser();
  const { code, request } = await signIn(identity, browser, account);
  const tokens = (await (await exchange(identity, code, request)).json()) as Tokens;
  // A sign-in that is under way beside a session knows of that session.
  await openSignInPage(identity, browser, { prompt: 'login' });
  const { rows } = await testDatabase.ownerPool.query<{ text: string }>(
    "select string_agg(record::text, ' ') as text from congvu.oidc_record record where model <> 'SignInThrottle'",
  );
  const text = rows[0]?.text ?? '';
  expect(text).toContain('RefreshToken');
  expect(text).toContain('Interaction');
  for (const secret of [code, tokens.refresh_token, browser.cookie('congvu_session')]) {
    expect(secret).toMatch(/^[\w-]{20,}$/);
    expect(text).not.toContain(secret);
  }
});

test('signs GraphiQL in on our own origin', async () => {
  const browser = new CookieBrowser();
  const client = { id: GRAPHIQL_CLIENT_ID, redirectUri: `${identity.origin}/graphql` };
  const page = await browser.visit(authorizationRequest(identity.issuer, client).address);
  const posted = await browser.request(page.address, form(account));
  const resumed = await browser.request(new URL(posted.headers.get('location') ?? '', identity.origin).href);
  expect(resumed.headers.get('location')).toMatch(new RegExp(`^${client.redirectUri}\\?code=`));
});

test('answers the extension across origins, and no other page', async () => {
  const { code, request } = await signIn(identity, new CookieBrowser(), account);
  const ask = (origin: string) =>
    fetch(`${identity.issuer}/token`, {
      ...form({
        client_id: extensionClient.id,
        grant_type: 'authorization_code',
        code,
        redirect_uri: extensionClient.redirectUri,
        code_verifier: request.verifier,
      }),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
  expect((await ask('https://example.org')).status).toBe(400);
  const id = /^https:\/\/(\w+)/.exec(extensionClient.redirectUri)?.[1];
  const allowed = await ask(`chrome-extension://${id}`);
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(`chrome-extension://${id}`);
  const firefox = 'moz-extension://5f0c9a3e-6d1b-4f53-9a56-0f6f2c1d7e21';
  // The code is used up by now: refused for that, and readable to the extension.
  expect((await ask(firefox)).headers.get('access-control-allow-origin')).toBe(firefox);
  expect((await ask(`${firefox}.example`)).headers.get('access-control-allow-origin')).toBeNull();
});

test('the address where a sign-in ends follows from the id in each browser', () => {
  expect(extensionRedirectUris({ chromium: 'a'.repeat(32), firefox: 'congvu@congvu.example' })).toEqual([
    `https://${'a'.repeat(32)}.chromiumapp.org/`,
    'https://e192df0d36bffa2cf8d83a0fca1b0d9c3de28c5b.extensions.allizom.org/',
  ]);
});

test('names one address in its discovery, whatever host a request claims', async () => {
  const response = await fetch(`${identity.issuer}/.well-known/openid-configuration`);
  const discovery = (await response.json()) as Record<string, string>;
  expect(discovery.issuer).toBe(identity.issuer);
  expect(discovery.authorization_endpoint).toBe(`${identity.issuer}/auth`);
  expect(discovery.token_endpoint).toBe(`${identity.issuer}/token`);
  const { port } = new URL(identity.origin);
  const elsewhere = await fetch(`http://localhost:${port}/oidc/.well-known/openid-configuration`, {
    redirect: 'manual',
  });
  expect(elsewhere.status).toBe(307);
  expect(elsewhere.headers.get('location')).toBe(`${identity.issuer}/.well-known/openid-configuration`);
});
