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

/**
 * Errors: NO_ANSWER after 10 s; EXTENSION_GONE where the extension was updated or removed under an open tab, after which
 * `onGone` has been called and nothing of ours may stay in the page; else the code of the background.
 */
export const createBackgroundLink = (onGone: () => void): BackgroundLink => ({
  async send(name, parameters) {
    const answered = new AbortController();
    try {
      const answer = await Promise.race([
        browser.runtime.sendMessage({ name, parameters }),
        later(null, answerTimeout, answered.signal),
      ]);
      return answer ?? { ok: false, error: { code: 'NO_ANSWER' } };
    } catch {
      // sendMessage throws for two reasons: nobody listens (the worker is being replaced), or our context has ended.
      if (browser.runtime?.id) return { ok: false, error: { code: 'NO_ANSWER' } };
      onGone();
      return { ok: false, error: { code: 'EXTENSION_GONE' } };
    } finally {
      answered.abort();
    }
  },
});
