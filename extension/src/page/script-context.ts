import { browser } from 'wxt/browser';

/**
 * What WXT hands to a content script's `main`, by its name and in place of its own (wxt.config.ts): that one announces each start to
 * the page by an event that bears our id, lets the page end the script by the same event, and weighs 3 kB.
 */
export class ContentScriptContext {
  readonly #ended = new AbortController();

  /** After an update or a removal the script has no extension any more. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.#ended.abort();
    return this.#ended.signal.aborted;
  }

  onInvalidated(act: () => void): void {
    this.#ended.signal.addEventListener('abort', act);
  }
}
