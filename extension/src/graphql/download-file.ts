import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { MessageResult } from '../messaging/overlay-messages.ts';
import { sendToBackground } from '../messaging/send-message.ts';
import { findLanguage } from '../settings/language-choice.ts';
import { findServer } from '../settings/server-address.ts';
import type { Purpose } from './post-operation.ts';

export type DownloadedFile = { readonly name: string; readonly content: Blob };

/** A dossier of a year is put together while it is sent; later than this the network counts as lost. Milliseconds. */
const answerWithin = 120_000;

/**
 * Fetches a file of the api (`path` begins with /files/) with the person's token, which never stands in an address, for the
 * purpose of the screen that offers it.
 *
 * Fails with UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, RATE_LIMITED, SERVER_UNREACHABLE or SERVER_FAILED.
 */
export async function downloadFile(
  path: string,
  purpose: Purpose,
): Promise<Result<DownloadedFile, { readonly code: string }>> {
  const { server } = await findServer();
  let refused: string | null = null;
  for (;;) {
    const token: MessageResult<{ readonly token: string }> = await sendToBackground('session.accessToken', { refused });
    if (!token.ok) return token;
    const response = await ask(`${server}${path}`, token.value.token, purpose);
    if (response === null) return fail({ code: 'SERVER_UNREACHABLE' });
    if (response.status !== 401 || refused !== null) return readResponse(response, path);
    refused = token.value.token;
  }
}

async function ask(address: string, token: string, purpose: Purpose): Promise<Response | null> {
  const headers = {
    authorization: `Bearer ${token}`,
    'accept-language': await findLanguage(),
    'x-client': 'extension/dashboard',
    'x-purpose': purpose,
  };
  const signal = AbortSignal.timeout(answerWithin);
  return fetch(address, { headers, credentials: 'omit', cache: 'no-store', redirect: 'error', signal }).catch(
    () => null,
  );
}

const codes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
};

async function readResponse(
  response: Response,
  path: string,
): Promise<Result<DownloadedFile, { readonly code: string }>> {
  if (!response.ok) return fail({ code: codes[response.status] ?? 'SERVER_FAILED' });
  const name = nameOf(response.headers.get('content-disposition')) ?? path.split('/').at(-1) ?? 'congvu';
  // A file that breaks off is no file.
  const content = await response.blob().catch(() => null);
  return content === null ? fail({ code: 'SERVER_UNREACHABLE' }) : ok({ name, content });
}

/** The name with diacritics (RFC 8187) where the header gives one, else the plain one. */
export function nameOf(header: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // Mangled on its way: the plain name is as good.
    }
  }
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1] ?? null;
}
