import { browser } from 'wxt/browser';
import type { BackgroundToPageMessages, MessageResult } from './overlay-messages.ts';

/** The background's end towards the content script of one document. NO_ANSWER where the page is gone. */
export async function sendToPage<Name extends keyof BackgroundToPageMessages>(
  target: { readonly tabId: number; readonly documentId: string | null },
  name: Name,
  parameters: BackgroundToPageMessages[Name]['parameters'],
): Promise<MessageResult<unknown>> {
  try {
    const options = target.documentId === null ? { frameId: 0 } : { documentId: target.documentId };
    const answer: unknown = await browser.tabs.sendMessage(target.tabId, { name, parameters }, options);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
      // Untrusted beyond its outer shape: the caller parses `value`.
      return answer as MessageResult<unknown>;
    }
  } catch {
    // The tab was closed or has no content script of ours: the same to every caller.
  }
  return { ok: false, error: { code: 'NO_ANSWER' } };
}
