import { createHash, randomBytes } from 'node:crypto';

/** A browser's part in a sign-in: it keeps cookies by path and follows redirects within one origin. */
export class CookieBrowser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  /** One request, redirects not followed. */
  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(address);
    const sent = [...this.#cookies].filter(([, cookie]) => pathname.startsWith(cookie.path));
    const headers = new Headers(init.headers);
    if (sent.length > 0) headers.set('cookie', sent.map(([name, { value }]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects until a page, or an address outside `origin`: then the redirect itself is the answer. */
  async visit(address: string, init: RequestInit = {}): Promise<{ response: Response; address: string }> {
    const { origin } = new URL(address);
    let response = await this.request(address, init);
    let current = address;
    for (
      let location = response.headers.get('location');
      location !== null;
      location = response.headers.get('location')
    ) {
      const next = new URL(location, current).href;
      if (!next.startsWith(`${origin}/`)) return { response, address: next };
      current = next;
      response = await this.request(current, { headers: init.headers ?? {} });
    }
    return { response, address: current };
  }

  /** The value of a cookie; empty where there is none. */
  cookie(name: string): string {
    return this.#cookies.get(name)?.value ?? '';
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8);
    const name = pair.slice(0, at);
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.#cookies.delete(name);
    else this.#cookies.set(name, { value: pair.slice(at + 1), path });
  }
}

export interface AuthorizationRequest {
  readonly address: string;
  readonly verifier: string;
  readonly state: string;
}

/** What a client sends to begin with; `changes` replaces parameters, null leaves one out. */
export function authorizationRequest(
  issuer: string,
  client: { readonly id: string; readonly redirectUri: string },
  changes: Readonly<Record<string, string | null>> = {},
): AuthorizationRequest {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('base64url');
  const parameters: Record<string, string | null> = {
    client_id: client.id,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return { address: `${issuer}/auth?${new URLSearchParams(given)}`, verifier, state };
}

/** Posts a form. */
export function form(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
