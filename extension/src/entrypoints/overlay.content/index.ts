import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { isLanguage, languageOfBrowser } from '../../locales/language.ts';
import type { BackgroundToPageMessages, MessageResult } from '../../messaging/overlay-messages.ts';
import { createBackgroundLink } from '../../page/background-link.ts';
import { isSwitchedOn } from '../../page/is-switched-on.ts';
import { startOverlay } from '../../page/start-overlay.ts';

type Asked = {
  [Name in keyof BackgroundToPageMessages]: {
    readonly name: Name;
    readonly parameters: BackgroundToPageMessages[Name]['parameters'];
  };
}[keyof BackgroundToPageMessages];

const accepted: MessageResult<{ accepted: true }> = { ok: true, value: { accepted: true } };

/** Registered by the background for sites that were switched on, never by the manifest. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_start',
  // WXT would post to the page that it runs, under our id.
  noScriptStartedPostMessage: true,
  async main(context) {
    if (import.meta.env.FIREFOX === true && !(await isSwitchedOn(location.origin))) return;
    const stopped = new AbortController();
    context.onInvalidated(() => stopped.abort());
    // The person's choice, some milliseconds later; the notice is the only text of ours in the page, and it comes late.
    let language = languageOfBrowser(browser.i18n.getUILanguage());
    void browser.storage.local.get('language').then((chosen) => {
      if (isLanguage(chosen.language)) language = chosen.language;
    });
    const overlay = startOverlay({
      adapters: builtInAdapters,
      link: createBackgroundLink(() => stopped.abort()),
      language: () => language,
      signal: stopped.signal,
    });
    const hear = (message: Asked, sender: { id?: string }, answer: (result: MessageResult<unknown>) => void): void => {
      if (sender.id !== browser.runtime.id || stopped.signal.aborted) return;
      switch (message.name) {
        case 'page.readDocument':
          answer(overlay.readDocument(message.parameters));
          return;
        case 'page.readAgain':
          overlay.readAgain();
          answer(accepted);
          return;
        case 'page.stop':
          stopped.abort();
          answer(accepted);
          return;
        default:
          message satisfies never;
      }
    };
    browser.runtime.onMessage.addListener(hear);
    stopped.signal.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(hear));
  },
});
