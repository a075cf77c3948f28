import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { browser } from 'wxt/browser';
import { targetOf } from '../../messaging/send-to-page.ts';
import type { PageSender } from '../page-marks/page-state.ts';

const genericScript = '/content-scripts/generic.js';

/** Puts the generic adapter beside the overlay of one document. NO_DOCUMENT where that is gone by now. */
export async function injectGeneric({
  tabId,
  documentId,
}: Pick<PageSender, 'tabId' | 'documentId'>): Promise<Result<{ readonly accepted: true }, { readonly code: string }>> {
  const target = targetOf(documentId);
  const place = 'frameId' in target ? { frameIds: [target.frameId] } : { documentIds: [target.documentId] };
  try {
    await browser.scripting.executeScript({ target: { tabId, ...place }, files: [genericScript as never] });
    return ok({ accepted: true });
  } catch {
    return fail({ code: 'NO_DOCUMENT' });
  }
}
