import { createHash, randomBytes } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import type { Locale } from '@congvu/schema/texts';
import { Failure } from '../failure.ts';
import { GRAPHIQL_CLIENT_ID } from '../identity/clients.ts';
import { PROVIDER_PATH } from '../identity/paths.ts';
import { request } from './ask-api.ts';

export interface Session {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** More pages than a sign-in has. */
const MOST_STEPS = 10;

/**
 * Signs in at the embedded provider as a browser does: authorization code with PKCE, the form with user name and
 * password, the code exchanged for a token. Null where the address has no such provider.
 *
 * Throws API_UNREACHABLE, WRONG_PASSWORD.
 */
export async function signInByForm(
  origin: string,
  who: { readonly userName: string; readonly password: string; readonly locale: Locale },
): Promise<Session | null> {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${origin}/graphql`;
  const parameters = new URLSearchParams({
    client_id: GRAPHIQL_CLIENT_ID,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ui_locales: who.locale,
  });
  const visit = new Visit(redirectUri);
  const form = await visit.go(`${origin}${PROVIDER_PATH}/auth?${parameters}`);
  if (form.code === null && !form.ok) return null;
  const fields = new URLSearchParams({ userName: who.userName, password: who.password });
  const { code } = form.code === null ? await visit.go(form.address, fields) : form;
  if (code === null) throw new Failure(domainError('WRONG_PASSWORD', { retryAfterSeconds: null }));
  const response = await request(`${origin}${PROVIDER_PATH}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: GRAPHIQL_CLIENT_ID,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) return null;
  // The token endpoint's answer by RFC 6749, 5.1.
  const answer = (await response.json()) as { readonly access_token: string; readonly expires_in: number };
  return { token: answer.access_token, expiresIn: answer.expires_in };
}

interface Stop {
  readonly address: string;
  readonly ok: boolean;
  /** The code, where the way ended at the client's own address. */
  readonly code: string | null;
}

/** Follows redirects with the provider's cookies until a page or the client's address. */
class Visit {
  readonly #cookies = new Map<string, string>();
  readonly #end: string;

  constructor(end: string) {
    this.#end = end;
  }

  async go(from: string, fields: URLSearchParams | null = null): Promise<Stop> {
    let address = from;
    let body = fields;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (address.startsWith(`${this.#end}?`)) {
        return { address, ok: true, code: new URL(address).searchParams.get('code') };
      }
      const response = await request(address, {
        method: body === null ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === null ? {} : { body }),
      });
      for (const line of response.headers.getSetCookie()) this.#keep(line);
      const location = response.headers.get('location');
      if (location === null) return { address, ok: response.ok, code: null };
      address = new URL(location, address).href;
      body = null;
    }
    return { address, ok: false, code: null };
  }

  #keep(line: string): void {
    const pair = line.split(';', 1)[0] ?? '';
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    if (value === '') this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), value);
  }
}
