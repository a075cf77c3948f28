import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { browser } from 'wxt/browser';
import { requestTokens, revokeToken } from './provider.ts';
import { type Session, sessionItem } from './session-store.ts';
import { clientId, toTokens } from './sign-in.ts';

export type TokenFailure = { readonly code: 'UNAUTHENTICATED' | 'SERVER_UNREACHABLE' };

/** A token this close to its end is renewed first, so that it does not end on the way. Milliseconds. */
const renewBefore = 30_000;

/** The renewal under way: a refresh token is good once, so two renewals at a time would sign the person out. */
let renewal: Promise<Result<Session, TokenFailure>> | null = null;

/**
 * A session whose access token is valid now. Only the background calls this: one process, so one renewal at a time.
 *
 * `refused`: a token the server has just refused; where it is still the stored one it is renewed whatever its end says.
 */
export async function getSession(refused: string | null = null): Promise<Result<Session, TokenFailure>> {
  const session = await sessionItem.getValue();
  if (session === null) return fail({ code: 'UNAUTHENTICATED' });
  const isUsable = session.expiresAt - renewBefore > Date.now() && session.accessToken !== refused;
  if (isUsable) return ok(session);
  renewal ??= renew(session).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function renew(session: Session): Promise<Result<Session, TokenFailure>> {
  if (session.refreshToken === null) return endSession(session);
  const answer = await requestTokens(session.tokenEndpoint, {
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: session.refreshToken,
  });
  if (!answer.ok) {
    return answer.error.code === 'GRANT_REFUSED' ? endSession(session) : fail({ code: 'SERVER_UNREACHABLE' });
  }
  const tokens = toTokens(answer.value, Date.now());
  const renewed = { ...session, ...tokens, refreshToken: tokens.refreshToken ?? session.refreshToken };
  // A sign-out or another sign-in may have happened meanwhile; its word stands.
  if ((await sessionItem.getValue())?.signInId !== session.signInId) return fail({ code: 'UNAUTHENTICATED' });
  await sessionItem.setValue(renewed);
  return ok(renewed);
}

async function endSession(session: Session): Promise<Result<never, TokenFailure>> {
  if ((await sessionItem.getValue())?.signInId === session.signInId) await forgetEverything();
  return fail({ code: 'UNAUTHENTICATED' });
}

/** Forgets the session at once and revokes its refresh token in the background of it. */
export async function signOut(): Promise<void> {
  const session = await sessionItem.getValue();
  await forgetEverything();
  if (session?.refreshToken && session.revocationEndpoint !== null) {
    await revokeToken(session.revocationEndpoint, clientId, session.refreshToken);
  }
}

/** The session and all that was kept in memory under it, in one step: no screen is signed out beside a record that is still there. */
async function forgetEverything(): Promise<void> {
  await browser.storage.session.clear();
}
