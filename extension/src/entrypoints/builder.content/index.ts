import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createBuilderAnswers } from '../../features/adapter-builder/in-page/answer-panel.ts';
import { proposeGeneric } from '../../features/adapter-builder/in-page/propose-generic.ts';
import { type BuilderAnswer, type BuilderQuestion, builderPortName } from '../../messaging/builder-messages.ts';
import type { MessageResult } from '../../messaging/overlay-messages.ts';

/**
 * The adapter builder's part in a page: put into the frames of a tab only while an administrator teaches its page, and gone with
 * the panel that opened its port. No part of the overlay's bundle.
 */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  allFrames: true,
  noScriptStartedPostMessage: true,
  main() {
    const started = globalThis as { congvuBuilder?: true };
    // The panel puts the script in again whenever it begins: the one that is there answers.
    if (started.congvuBuilder) return;
    started.congvuBuilder = true;
    const serve = (port: ReturnType<typeof browser.runtime.connect>): void => {
      const isOurs = port.name === builderPortName && port.sender?.id === browser.runtime.id;
      // Only a page of ours connects by tabs.connect; a content script cannot.
      if (!isOurs || !port.sender?.url?.startsWith(browser.runtime.getURL('/'))) return;
      const { answers, stop } = createBuilderAnswers(proposeGeneric);
      port.onMessage.addListener((question: BuilderQuestion) => void answer(question));
      // Also where the extension is gone: its ports end with it.
      port.onDisconnect.addListener(stop);
      const answer = async ({ id, name, parameters }: BuilderQuestion): Promise<void> => {
        // Name and parameters belong together by the list of messages.
        const ask = answers[name] as (parameters: unknown) => Promise<MessageResult<unknown>>;
        // Some answer at once: what they throw is caught as well.
        const result = await (async () => ask(parameters))().catch(() => failed);
        postTo(port, { id, result });
      };
    };
    browser.runtime.onConnect.addListener(serve);
  },
});

const failed = { ok: false, error: { code: 'INTERNAL' } } as const;

const postTo = (port: ReturnType<typeof browser.runtime.connect>, answer: BuilderAnswer): void => {
  try {
    port.postMessage(answer);
  } catch {
    // The panel is closed or the extension gone by now: nobody waits for the answer.
  }
};
