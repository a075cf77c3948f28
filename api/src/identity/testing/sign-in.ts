import { type AuthorizationRequest, authorizationRequest, CookieBrowser, form } from './cookie-browser.ts';
import { extensionClient, type IdentityServer } from './identity-server.ts';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

/** Opens the sign-in page; answers its address, where its form posts to, and its text. */
export async function openSignInPage(identity: IdentityServer, browser: CookieBrowser, changes = {}) {
  const request = authorizationRequest(identity.issuer, extensionClient, changes);
  const { response, address } = await browser.visit(request.address);
  return { request, response, address, html: await response.text() };
}

/** Signs in through the page; answers the code the client is given. */
export async function signIn(
  identity: IdentityServer,
  browser: CookieBrowser,
  account: { readonly userName: string; readonly password: string },
): Promise<{ readonly code: string; readonly request: AuthorizationRequest }> {
  const { request, address } = await openSignInPage(identity, browser);
  const end = await browser.visit(address, form({ userName: account.userName, password: account.password }));
  const code = new URL(end.address).searchParams.get('code');
  if (code === null) throw new Error(`signed in without a code: ${end.address}\n${await end.response.text()}`);
  return { code, request };
}

/** One request to the token endpoint, as the extension sends it. */
export function requestTokens(identity: IdentityServer, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${identity.issuer}/token`, form({ client_id: extensionClient.id, ...fields }));
}

export function exchange(identity: IdentityServer, code: string, request: AuthorizationRequest): Promise<Response> {
  return requestTokens(identity, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: extensionClient.redirectUri,
    code_verifier: request.verifier,
  });
}

/** The whole way from the page to the tokens. */
export async function obtainTokens(
  identity: IdentityServer,
  account: { readonly userName: string; readonly password: string },
): Promise<Tokens> {
  const { code, request } = await signIn(identity, new CookieBrowser(), account);
  const response = await exchange(identity, code, request);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Tokens;
}
