import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { MessageResult } from '../../messaging/overlay-messages.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { findLanguage } from '../../settings/language-choice.ts';
import { findServer } from '../../settings/server-address.ts';

/** Bytes the api takes; a larger file is not sent at all. */
export const mostBytes = 33_554_432;

/** Sending 32 MB over a slow line of an office takes minutes; later than this the network counts as lost. Milliseconds. */
const answerWithin = 300_000;

const codes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  413: 'BODY_TOO_LARGE',
  429: 'RATE_LIMITED',
};

/**
 * Sends a file with the person's token and answers under which identifier the api keeps it for a day.
 *
 * Fails with BODY_TOO_LARGE, UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, SERVER_UNREACHABLE or SERVER_FAILED.
 */
export async function uploadFile(file: File): Promise<Result<string, { readonly code: string }>> {
  if (file.size > mostBytes) return fail({ code: 'BODY_TOO_LARGE' });
  const { server } = await findServer();
  let refused: string | null = null;
  for (;;) {
    const token: MessageResult<{ readonly token: string }> = await sendToBackground('session.accessToken', { refused });
    if (!token.ok) return token;
    const response = await put(`${server}/files/upload?name=${encodeURIComponent(file.name)}`, token.value.token, file);
    if (response === null) return fail({ code: 'SERVER_UNREACHABLE' });
    if (response.status !== 401 || refused !== null) return readAnswer(response);
    refused = token.value.token;
  }
}

async function put(address: string, token: string, file: File): Promise<Response | null> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
    'accept-language': await findLanguage(),
    'x-client': 'extension/dashboard',
  };
  const signal = AbortSignal.timeout(answerWithin);
  return fetch(address, {
    method: 'PUT',
    body: file,
    headers,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal,
  }).catch(() => null);
}

async function readAnswer(response: Response): Promise<Result<string, { readonly code: string }>> {
  const answer: unknown = await response.json().catch(() => null);
  const read = (name: string) =>
    typeof answer === 'object' && answer !== null ? (Reflect.get(answer, name) as unknown) : undefined;
  const [id, code] = [read('id'), read('code')];
  if (response.ok && typeof id === 'string') return ok(id);
  return fail({ code: typeof code === 'string' ? code : (codes[response.status] ?? 'SERVER_FAILED') });
}
