import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { browser } from 'wxt/browser';
import type { Language } from '../../locales/language.ts';
import { createProofKey, randomText } from './proof-key.ts';
import { discoverProvider, type ProviderFailure, readSubject, requestTokens, type TokenAnswer } from './provider.ts';
import { type Session, sessionItem } from './session-store.ts';

export const clientId = 'congvu-extension';

export type SignInFailure = ProviderFailure | { readonly code: 'SIGN_IN_CANCELLED' | 'SIGN_IN_FAILED' };

/**
 * Authorization code with proof key, in the browser's own sign-in window. Stores the session and returns it.
 *
 * SIGN_IN_CANCELLED: the person closed the window. SIGN_IN_FAILED: the answer carries another state or no code.
 */
export async function signIn(server: string, language: Language): Promise<Result<Session, SignInFailure>> {
  const provider = await discoverProvider(server);
  if (!provider.ok) return provider;
  const redirect = browser.identity.getRedirectURL();
  const key = await createProofKey();
  const state = randomText(16);
  const address = new URL(provider.value.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid offline_access',
    code_challenge: key.challenge,
    code_challenge_method: 'S256',
    state,
    // The provider may remember who signed in last; on a shared office machine the next person is someone else.
    prompt: 'login',
    ui_locales: language,
  }).toString();
  const code = readCode(await openWindow(address.href), redirect, state);
  if (!code.ok) return code;
  const tokens = await requestTokens(provider.value.token_endpoint, {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: code.value,
    redirect_uri: redirect,
    code_verifier: key.verifier,
  });
  if (!tokens.ok) return tokens;
  const subject = readSubject(tokens.value.id_token);
  if (subject === null) return fail({ code: 'SIGN_IN_FAILED' });
  const session: Session = {
    ...toTokens(tokens.value, Date.now()),
    server,
    subject,
    tokenEndpoint: provider.value.token_endpoint,
    revocationEndpoint: provider.value.revocation_endpoint ?? null,
    signInId: randomText(8),
  };
  await sessionItem.setValue(session);
  return ok(session);
}

/** `now` in milliseconds. */
export function toTokens(
  answer: TokenAnswer,
  now: number,
): Pick<Session, 'accessToken' | 'expiresAt' | 'refreshToken'> {
  return {
    accessToken: answer.access_token,
    expiresAt: now + answer.expires_in * 1000,
    refreshToken: answer.refresh_token ?? null,
  };
}

async function openWindow(url: string): Promise<string | null> {
  try {
    return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch {
    // The browser rejects for a closed window and for a page that failed to load; it gives no code to tell them apart.
    return null;
  }
}

/** The code of the redirect that answers exactly our request. */
export function readCode(
  address: string | null,
  redirect: string,
  state: string,
): Result<string, { readonly code: 'SIGN_IN_CANCELLED' | 'SIGN_IN_FAILED' }> {
  if (address === null) return fail({ code: 'SIGN_IN_CANCELLED' });
  const url = URL.parse(address);
  if (url === null || !address.startsWith(redirect)) return fail({ code: 'SIGN_IN_FAILED' });
  if (url.searchParams.get('error') === 'access_denied') return fail({ code: 'SIGN_IN_CANCELLED' });
  const code = url.searchParams.get('code');
  return code !== null && url.searchParams.get('state') === state ? ok(code) : fail({ code: 'SIGN_IN_FAILED' });
}
