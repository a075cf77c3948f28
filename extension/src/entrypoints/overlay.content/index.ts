import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isLanguage, languageOfBrowser } from '../../locales/language.ts';
import type { BackgroundToPageMessages, MessageResult } from '../../messaging/overlay-messages.ts';
import { createBackgroundLink } from '../../page/background-link.ts';
import { removeOldFrames, watchExtension } from '../../page/extension-watch.ts';
import { isSwitchedOn } from '../../page/is-switched-on.ts';
import { followKeptAdapters } from '../../page/kept-adapters.ts';
import { createLastingListeners } from '../../page/lasting-listeners.ts';
import { keepLiveMark } from '../../page/live-mark.ts';
import { keepOwnEvents } from '../../page/own-nodes.ts';
import { startOverlay } from '../../page/start-overlay.ts';

type Asked = {
  [Name in keyof BackgroundToPageMessages]: {
    readonly name: Name;
    readonly parameters: BackgroundToPageMessages[Name]['parameters'];
  };
}[keyof BackgroundToPageMessages];

/** A sandboxed document counts as the site it was loaded from; one that the page wrote has the site's origin and no address. */
const ownOrigin = (): string => (self.origin === 'null' ? location.origin : self.origin);

const accepted: MessageResult<{ accepted: true }> = { ok: true, value: { accepted: true } };

/** Registered by the background for sites that were switched on, never by the manifest. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_start',
  // WXT would post to the page that it runs, under our id.
  noScriptStartedPostMessage: true,
  async main() {
    if (import.meta.env.FIREFOX === true && !(await isSwitchedOn(ownOrigin()))) return;
    const stopped = new AbortController();
    // Before anything is waited for: the page's own scripts come next.
    keepOwnEvents(createLastingListeners(stopped.signal, () => undefined));
    keepLiveMark(stopped.signal);
    watchExtension(() => stopped.abort(), stopped.signal);
    removeOldFrames();
    // The person's choice, some milliseconds later; the notice is the only text of ours in the page, and it comes late.
    let language = languageOfBrowser(browser.i18n.getUILanguage());
    void browser.storage.local.get('language').then((chosen) => {
      if (isLanguage(chosen.language)) language = chosen.language;
    });
    const adapters = await followKeptAdapters(() => overlay.changeAdapters(), stopped.signal);
    const overlay = startOverlay({
      adapters: adapters.current,
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
          // A tab shows documents of several sites, each with a switch of its own.
          if (message.parameters.origin !== ownOrigin()) return;
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
