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

/** Waits, in ms, before a message goes out again: a worker that is just ending hears nothing and wakes nobody. */
const pauses = [50, 200, 800, 3_200];

const pause = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, null));

/**
 * Sends again where the worker was ended with the message in hand; every message of a page may arrive twice.
 *
 * Errors: NO_ANSWER after five tries, each given up after 10 s; EXTENSION_GONE where the extension was updated or removed under an open tab, after which
 * `onGone` has been called and nothing of ours may stay in the page; else the code of the background.
 */
export const createBackgroundLink = (onGone: () => void): BackgroundLink => ({
  async send(name, parameters) {
    for (const rest of [...pauses, 0]) {
      try {
        const answer = await Promise.race([browser.runtime.sendMessage({ name, parameters }), pause(answerTimeout)]);
        if (answer) return answer;
      } catch {
        // sendMessage throws for two reasons: nobody listens (the worker is being replaced), or our context has ended.
        if (!browser.runtime?.id) {
          onGone();
          return { ok: false, error: { code: 'EXTENSION_GONE' } };
        }
      }
      if (rest) await pause(rest);
    }
    return { ok: false, error: { code: 'NO_ANSWER' } };
  },
});
