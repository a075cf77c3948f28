import { browser } from 'wxt/browser';
import type { MessageResult, PageMessages } from './overlay-messages.ts';
import type { ScreenMessages } from './screen-messages.ts';

export type BackgroundMessages = PageMessages & ScreenMessages;
export type BackgroundMessageName = keyof BackgroundMessages;

/** Sign-in waits for a person; everything else answers within this, or the worker is gone. Milliseconds. */
const answerWithin = 20_000;
const withoutLimit: ReadonlySet<BackgroundMessageName> = new Set(['session.signIn']);

/** Not to be done twice: the sign-in window would open again, the new version would be replaced by itself. */
const once: ReadonlySet<BackgroundMessageName> = new Set(['session.signIn', 'update.apply']);
/** Waits before a message goes out again, in milliseconds: a worker that is just ending hears nothing and wakes nobody. */
const pauses: readonly number[] = [50, 200, 800, 3_200];

/**
 * Sends one message to the background and awaits its answer. Where the worker is ended before it answers, the message goes
 * out again and wakes the next: every other message than those of `once` does nothing more when it is done twice.
 *
 * Never throws: NO_ANSWER where the background is gone or late, ABORTED where `signal` fired first.
 */
export async function sendToBackground<Name extends BackgroundMessageName>(
  name: Name,
  parameters: BackgroundMessages[Name]['parameters'],
  signal?: AbortSignal,
): Promise<MessageResult<BackgroundMessages[Name]['result']>> {
  if (signal?.aborted) return { ok: false, error: { code: 'ABORTED' } };
  let isEnded = false;
  const ended = Promise.withResolvers<MessageResult<never>>();
  const abort = () => ended.resolve({ ok: false, error: { code: 'ABORTED' } });
  signal?.addEventListener('abort', abort, { once: true });
  const timer = withoutLimit.has(name)
    ? undefined
    : setTimeout(() => ended.resolve({ ok: false, error: { code: 'NO_ANSWER' } }), answerWithin);
  try {
    const answer = ask(name, parameters, once.has(name) ? [] : pauses, () => isEnded);
    const first: unknown = await Promise.race([answer, ended.promise]);
    isEnded = true;
    // The background's answering end, the only one that answers, returns a result of this very shape.
    return isResult(first)
      ? (first as MessageResult<BackgroundMessages[Name]['result']>)
      : { ok: false, error: { code: 'NO_ANSWER' } };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function ask(
  name: BackgroundMessageName,
  parameters: unknown,
  waits: readonly number[],
  isEnded: () => boolean,
): Promise<unknown> {
  // It rejects where the worker ended with the message in hand, and is undefined where nobody heard it.
  const answer: unknown = await browser.runtime.sendMessage({ name, parameters }).catch(() => undefined);
  const [pause, ...later] = waits;
  if (isResult(answer) || pause === undefined) return answer;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return isEnded() ? undefined : ask(name, parameters, later, isEnded);
}

function isResult(value: unknown): value is MessageResult<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
