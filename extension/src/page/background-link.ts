import { browser } from 'wxt/browser';
import type { MessageResult, PageMessages } from '../messaging/overlay-messages.ts';

/** The content script's end of the messages to the background. */
export type BackgroundLink = {
  send<Name extends keyof PageMessages>(
    name: Name,
    parameters: PageMessages[Name]['parameters'],
  ): Promise<MessageResult<PageMessages[Name]['result']>>;
};

const answerTimeout = 10_000;

const later = <Value>(value: Value, milliseconds: number, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(value), milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

/** Waits, in ms, before a message goes out again: a worker that is just ending hears nothing and wakes nobody. */
const pauses = [50, 200, 800, 3_200];

/**
 * Sends again where the worker was ended with the message in hand; every message of a page may arrive twice.
 *
 * Errors: NO_ANSWER after 10 s; EXTENSION_GONE where the extension was updated or removed under an open tab, after which
 * `onGone` has been called and nothing of ours may stay in the page; else the code of the background.
 */
export const createBackgroundLink = (onGone: () => void): BackgroundLink => ({
  async send(name, parameters) {
    for (const pause of [...pauses, 0]) {
      const answered = new AbortController();
      try {
        const answer = await Promise.race([
          browser.runtime.sendMessage({ name, parameters }),
          later(null, answerTimeout, answered.signal),
        ]);
        if (answer !== undefined) return answer ?? { ok: false, error: { code: 'NO_ANSWER' } };
      } catch {
        // sendMessage throws for two reasons: nobody listens (the worker is being replaced), or our context has ended.
        if (!browser.runtime?.id) {
          onGone();
          return { ok: false, error: { code: 'EXTENSION_GONE' } };
        }
      } finally {
        answered.abort();
      }
      if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return { ok: false, error: { code: 'NO_ANSWER' } };
  },
});
