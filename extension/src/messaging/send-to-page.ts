import { browser } from 'wxt/browser';
import type { BackgroundToPageMessages, MessageResult } from './overlay-messages.ts';

/** How `tabs.sendMessage` is told one document of a tab (see `documentIdOf`). */
export function targetOf(documentId: string): { readonly documentId: string } | { readonly frameId: number } {
  return documentId.startsWith('frame ') ? { frameId: Number(documentId.slice(6)) } : { documentId };
}

/** The background's end towards the content script of one document; without one, of all documents of the tab. NO_ANSWER where it is gone. */
export async function sendToPage<Name extends keyof BackgroundToPageMessages>(
  target: { readonly tabId: number; readonly documentId: string | null },
  name: Name,
  parameters: BackgroundToPageMessages[Name]['parameters'],
): Promise<MessageResult<unknown>> {
  try {
    const options = target.documentId === null ? {} : targetOf(target.documentId);
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
