import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { CookieBrowser, form } from './testing/cookie-browser.ts';
import { createAccount, extensionClient, type IdentityServer, startIdentityServer } from './testing/identity-server.ts';
import { openSignInPage } from './testing/sign-in.ts';

const account = { userName: 'chuyenvien', password: 'mật khẩu đúng' };
let testDatabase: TestDatabase;
let identity: IdentityServer;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await createAccount(testDatabase, account);
  identity = await startIdentityServer(testDatabase);
});

afterAll(async () => {
  await identity?.close();
  await testDatabase?.drop();
});

test('refuses a wrong password and an unknown user with the same words', async () => {
  const answers = await Promise.all(
    [
      { userName: account.userName, password: 'sai' },
      { userName: 'không có ai', password: 'sai' },
    ].map(async (attempt) => {
      const browser = new CookieBrowser();
      const { address } = await openSignInPage(identity, browser);
      const { response } = await browser.visit(address, form(attempt));
      return { status: response.status, html: await response.text() };
    }),
  );
  for (const { status, html } of answers) {
    // An error status would make the browser give up the extension's sign-in.
    expect(status).toBe(200);
    expect(html).toContain('data-code="WRONG_PASSWORD"');
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('sai"');
  }
  const refusals = answers.map(({ html }) => /role="alert"[^>]*>([^<]*)/.exec(html)?.[1]);
  expect(refusals[0]).toBe(refusals[1]);
  expect(refusals[0]).toContain('không đúng');
  const browser = new CookieBrowser();
  const { address } = await openSignInPage(identity, browser, { ui_locales: 'en' });
  const { response } = await browser.visit(address, form({ userName: account.userName, password: 'sai' }));
  expect(/role="alert"[^>]*>([^<]*)/.exec(await response.text())?.[1]).toContain('wrong');
  const { rows } = await testDatabase.ownerPool.query(
    "select from congvu.oidc_record where model in ('AccessToken', 'RefreshToken')",
  );
  expect(rows).toEqual([]);
});

test('refuses whoever was struck off, with the right password too', async () => {
  await createAccount(testDatabase, { userName: 'nghihuu', password: 'mật khẩu đúng', active: false });
  const browser = new CookieBrowser();
  const { address } = await openSignInPage(identity, browser);
  const { response } = await browser.visit(address, form({ userName: 'nghihuu', password: 'mật khẩu đúng' }));
  expect(await response.text()).toContain('data-code="WRONG_PASSWORD"');
});

test('reads no password after ten wrong ones, whoever types it, until the window ends', async () => {
  const guarded = { userName: 'bitancong', password: 'mật khẩu đúng' };
  await createAccount(testDatabase, guarded);
  const attempt = async (password: string) => {
    const browser = new CookieBrowser();
    const { address } = await openSignInPage(identity, browser);
    const end = await browser.visit(address, form({ userName: guarded.userName, password }));
    return end.address.startsWith(extensionClient.redirectUri) ? 'signed in' : end.response.text();
  };
  for (let count = 0; count < 10; count += 1) await attempt(`sai ${count}`);
  const refused = await attempt(guarded.password);
  expect(refused).toContain('data-code="WRONG_PASSWORD"');
  expect(refused).toMatch(/\d+ giây/);
  await testDatabase.ownerPool.query("update congvu.oidc_record set expires_at = now() where model = 'SignInThrottle'");
  expect(await attempt(guarded.password)).toBe('signed in');
});

test('shows its page in Vietnamese, in English where asked, and tells a demonstration from an office', async () => {
  const vietnamese = await openSignInPage(identity, new CookieBrowser());
  expect(vietnamese.html).toContain('<html lang="vi">');
  expect(vietnamese.html).toContain('Mật khẩu');
  expect(vietnamese.html).not.toContain('hư cấu');
  const english = await openSignInPage(identity, new CookieBrowser(), { ui_locales: 'en-GB vi' });
  expect(english.html).toContain('<html lang="en">');
  const demonstration = await startIdentityServer(testDatabase, { demonstration: true });
  try {
    const { html } = await openSignInPage(demonstration, new CookieBrowser());
    expect(html).toContain('Bản trình diễn — dữ liệu hư cấu');
    expect(html).toContain('<code>quanly</code>');
  } finally {
    await demonstration.close();
  }
});

test('sends a page without scripts that no other page may frame', async () => {
  const { response, html } = await openSignInPage(identity, new CookieBrowser(), {
    login_hint: '"><script>alert(1)</script>',
  });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  // The answer to the form leads to the client, and Chromium holds that redirect to the policy as well.
  expect(policy).toContain(extensionClient.redirectUri);
  expect(html).not.toContain('<script');
  const style = await fetch(`${identity.origin}/oidc/sign-in.css`);
  expect(style.headers.get('content-type')).toContain('text/css');
});

test('keeps a form that comes without its sign-in out', async () => {
  const { address } = await openSignInPage(identity, new CookieBrowser());
  const stranger = await new CookieBrowser().visit(address, form(account));
  expect(stranger.response.status).toBe(400);
  expect(await stranger.response.text()).toContain('đã hết hạn');
});
