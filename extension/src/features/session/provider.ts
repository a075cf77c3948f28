import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { z } from 'zod';

const addressShape = z.url({ protocol: /^https?$/ });

const discoveryShape = z.object({
  issuer: addressShape,
  authorization_endpoint: addressShape,
  token_endpoint: addressShape,
  revocation_endpoint: addressShape.optional(),
});

const tokenShape = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.int().min(1).default(300),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().optional(),
});

export type Provider = z.infer<typeof discoveryShape>;
export type TokenAnswer = z.infer<typeof tokenShape>;
/** GRANT_REFUSED: the provider answered no. The two others: it did not answer, or with something else. */
export type ProviderFailure = { readonly code: 'SERVER_UNREACHABLE' | 'SERVER_FAILED' | 'GRANT_REFUSED' };

const answerWithin = 10_000;

/** Reads the discovery document below `<server>/oidc` and checks that it speaks for that issuer. */
export async function discoverProvider(server: string): Promise<Result<Provider, ProviderFailure>> {
  const answer = await read(`${server}/oidc/.well-known/openid-configuration`, { method: 'GET' });
  if (!answer.ok) return answer;
  const provider = discoveryShape.safeParse(answer.value.body);
  return provider.success ? ok(provider.data) : fail({ code: 'SERVER_FAILED' });
}

/** Trades a code or a refresh token for tokens. */
export async function requestTokens(
  tokenEndpoint: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<TokenAnswer, ProviderFailure>> {
  const answer = await read(tokenEndpoint, { method: 'POST', body: new URLSearchParams(parameters) });
  if (!answer.ok) return answer;
  if (answer.value.status === 400 || answer.value.status === 401) return fail({ code: 'GRANT_REFUSED' });
  const tokens = tokenShape.safeParse(answer.value.body);
  return tokens.success ? ok(tokens.data) : fail({ code: 'SERVER_FAILED' });
}

/** Best effort: a server that cannot be reached lets the token run out by itself. */
export async function revokeToken(revocationEndpoint: string, clientId: string, token: string): Promise<void> {
  await read(revocationEndpoint, { method: 'POST', body: new URLSearchParams({ client_id: clientId, token }) });
}

async function read(
  address: string,
  request: RequestInit,
): Promise<Result<{ readonly status: number; readonly body: unknown }, ProviderFailure>> {
  try {
    const response = await fetch(address, {
      ...request,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithin),
    });
    if (response.status >= 500) return fail({ code: 'SERVER_UNREACHABLE' });
    return ok({ status: response.status, body: await response.json().catch(() => null) });
  } catch {
    // fetch tells a lost network, a refused certificate and a time-out by exceptions alone.
    return fail({ code: 'SERVER_UNREACHABLE' });
  }
}

const claimsShape = z.object({ sub: z.string().min(1) });

/**
 * The person's name at the provider. The token came from its token endpoint directly, so its signature need not be
 * checked (OpenID Connect Core, 3.1.3.7); null where it is absent or cannot be read.
 */
export function readSubject(idToken: string | undefined): string | null {
  const payload = idToken?.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims = claimsShape.safeParse(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
    return claims.success ? claims.data.sub : null;
  } catch {
    // Neither base64 nor JSON: as good as absent.
    return null;
  }
}
