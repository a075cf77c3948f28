import type { TrustedAnswer, TrustedOperation } from './trusted-operation.ts';

export type PostFailure = { readonly code: 'SERVER_UNREACHABLE' | 'SERVER_FAILED' | 'ABORTED' };
export type PostResult =
  | { readonly ok: true; readonly value: TrustedAnswer }
  | { readonly ok: false; readonly error: PostFailure };

/** Why a record is read: the api's whole list, for each screen states its own. */
export const purposes = [
  'EVALUATE',
  'CLASSIFY',
  'RESOLVE_PETITION',
  'COMMENDATION',
  'APPOINTMENT',
  'INSPECTION',
  'STATISTICS',
  'DISCIPLINE',
  'DATA_PROTECTION',
] as const;
export type Purpose = (typeof purposes)[number];

export type PostOptions = {
  /** Base address, without a slash at its end. */
  readonly server: string;
  readonly token: string;
  /** Sent as `x-client`: which screen asks, for the access log. */
  readonly client: 'extension/overlay' | 'extension/sidepanel' | 'extension/dashboard' | 'extension/options';
  /** The language of texts that the api writes. */
  readonly language: string;
  /** Why a person's record is read (`x-purpose`). */
  readonly purpose: Purpose;
  readonly signal?: AbortSignal;
};

/** The api answers a screen's query in well under this; later than this the network counts as lost. Milliseconds. */
const answerWithin = 15_000;

/**
 * Posts one trusted document. Never throws.
 *
 * SERVER_UNREACHABLE: no answer came, so a write may or may not have happened; its idempotency key makes a repetition
 * harmless. SERVER_FAILED: something answered that is not the api (a proxy, a 502).
 */
export async function postOperation(operation: TrustedOperation, options: PostOptions): Promise<PostResult> {
  const limits = [AbortSignal.timeout(answerWithin), ...(options.signal === undefined ? [] : [options.signal])];
  try {
    const response = await fetch(`${options.server}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-language': options.language,
        authorization: `Bearer ${options.token}`,
        'x-client': options.client,
        'x-purpose': options.purpose,
      },
      body: JSON.stringify({ documentId: operation.documentId, variables: operation.variables }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any(limits),
    });
    if (response.status >= 502 && response.status <= 504) return { ok: false, error: { code: 'SERVER_UNREACHABLE' } };
    const answer: unknown = await response.json();
    return isAnswer(answer) ? { ok: true, value: answer } : { ok: false, error: { code: 'SERVER_FAILED' } };
  } catch (reason) {
    if (options.signal?.aborted) return { ok: false, error: { code: 'ABORTED' } };
    return { ok: false, error: { code: reason instanceof SyntaxError ? 'SERVER_FAILED' : 'SERVER_UNREACHABLE' } };
  }
}

/** The class of the first top-level error, or null. */
export function topLevelCode(answer: TrustedAnswer): string | null {
  const extensions = answer.errors?.[0]?.extensions;
  return answer.errors === undefined || answer.errors.length === 0 ? null : (extensions?.code ?? 'INTERNAL');
}

function isAnswer(value: unknown): value is TrustedAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}
