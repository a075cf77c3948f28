import { browser } from 'wxt/browser';
import type { MessageResult, PageMessages } from './overlay-messages.ts';
import type { ScreenMessages } from './screen-messages.ts';

export type BackgroundMessages = PageMessages & ScreenMessages;
export type BackgroundMessageName = keyof BackgroundMessages;

/** Sign-in waits for a person; everything else answers within this, or the worker is gone. Milliseconds. */
const answerWithin = 20_000;
const withoutLimit: ReadonlySet<BackgroundMessageName> = new Set(['session.signIn']);

/**
 * Sends one message to the background and awaits its answer.
 *
 * Never throws: NO_ANSWER where the background is gone or late, ABORTED where `signal` fired first.
 */
export async function sendToBackground<Name extends BackgroundMessageName>(
  name: Name,
  parameters: BackgroundMessages[Name]['parameters'],
  signal?: AbortSignal,
): Promise<MessageResult<BackgroundMessages[Name]['result']>> {
  if (signal?.aborted) return { ok: false, error: { code: 'ABORTED' } };
  const ended = Promise.withResolvers<MessageResult<never>>();
  const abort = () => ended.resolve({ ok: false, error: { code: 'ABORTED' } });
  signal?.addEventListener('abort', abort, { once: true });
  const timer = withoutLimit.has(name)
    ? undefined
    : setTimeout(() => ended.resolve({ ok: false, error: { code: 'NO_ANSWER' } }), answerWithin);
  try {
    const answer = browser.runtime.sendMessage({ name, parameters }).catch(() => undefined);
    const first: unknown = await Promise.race([answer, ended.promise]);
    // The background's answering end, the only one that answers, returns a result of this very shape.
    return isResult(first)
      ? (first as MessageResult<BackgroundMessages[Name]['result']>)
      : { ok: false, error: { code: 'NO_ANSWER' } };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function isResult(value: unknown): value is MessageResult<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
