import { domainError } from '@congvu/schema/errors';
import type { Locale } from '@congvu/schema/texts';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';

/** Where a running api is asked, and as whom. */
export interface ApiAccess {
  /** Origin without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** Why records are read (header x-purpose); null leaves it to the api. */
  readonly purpose: string | null;
  readonly locale: Locale;
}

/** What the api answered: data, errors, or both. */
export interface ApiAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ApiError[];
}

interface ApiError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly reason?: string };
}

/** A refusal or an error in the api's own words, for one line on standard error. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
}

/** The origin of the api on this machine or where PUBLIC_URL says. */
export function apiOrigin({ publicUrl, host, port }: Environment): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Sends one operation. Throws API_UNREACHABLE where nothing of ours answers. */
export async function askApi(
  access: ApiAccess,
  body: { readonly query: string; readonly variables?: unknown; readonly operationName?: string },
): Promise<ApiAnswer> {
  const response = await request(`${access.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': access.locale,
      authorization: `Bearer ${access.token}`,
      'x-client': 'congvu/call',
      ...(access.purpose === null ? {} : { 'x-purpose': access.purpose }),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
    throw unreachable(access.url, String(response.status));
  }
  // A GraphQL answer by its two members; what lies below is shown as it came.
  const { data, errors } = answer as Partial<ApiAnswer>;
  return { data: data ?? null, errors: errors ?? [] };
}

/** One request; throws API_UNREACHABLE with the system's own code, such as ECONNREFUSED. */
export async function request(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause ?? error);
    throw unreachable(new URL(address).origin, reason);
  }
}

export function unreachable(url: string, reason: string): Failure {
  return new Failure(domainError('API_UNREACHABLE', { url, reason }));
}

/** What of an answer means that it was not done: errors, and root fields that answered a refusal. */
export function troublesOf(answer: ApiAnswer): readonly Trouble[] {
  const errors = answer.errors.map(({ message, extensions }) => ({
    code: extensions?.reason ?? extensions?.code ?? 'BAD_REQUEST',
    message,
  }));
  return [...errors, ...Object.values(answer.data ?? {}).flatMap(toRefusal)];
}

/** `refusalCode` and `refusalMessage` are asked for by `withRefusals`. */
function toRefusal(value: unknown): readonly Trouble[] {
  if (typeof value !== 'object' || value === null || !('refusalCode' in value)) return [];
  const message = 'refusalMessage' in value ? String(value.refusalMessage) : '';
  return [{ code: String(value.refusalCode), message }];
}
