import { pageReadingShape } from '@congvu/schema/page-reading';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { z } from 'zod';
import type { Handlers, Sender } from '../../messaging/answer-messages.ts';
import { documentIdOf, isSandboxed, originOfPage } from '../../messaging/sender.ts';
import { dropSelectionOf } from '../open-document/panel-selection.ts';
import { openPanel } from '../side-panel/open-panel.ts';
import { injectGeneric } from '../site-adapters/inject-generic.ts';
import { isSiteOn } from '../sites/site-grants.ts';
import { forgetDocument, forgetLostPages } from './forget-tab.ts';
import { unbindEarlier } from './frame-ports.ts';
import { createNonce } from './nonce-store.ts';
import { addReading, findPage, forgetPage, keepPage, type PageSender, pagesOf } from './page-state.ts';
import { showMarks } from './show-marks.ts';

const epochShape = z.strictObject({ epoch: z.int().min(1) });

type PageMessage =
  | 'overlay.requestNonce'
  | 'page.read'
  | 'page.withdraw'
  | 'page.needGeneric'
  | 'page.openManualSearch';
type PageHandlers = Pick<Handlers, PageMessage>;

/** What content scripts may ask. The page is untrusted: every parameter is parsed, and no answer holds a record. */
export const pageHandlers: PageHandlers = {
  'overlay.requestNonce': async (parameters, sender) => {
    const page = await findSender(sender);
    if (!page.ok) return page;
    const parsed = epochShape.safeParse(parameters);
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    const { tabId, documentId, origin } = page.value;
    return ok({ nonce: await createNonce({ tabId, documentId, origin, epoch: parsed.data.epoch }) });
  },
  'page.read': async (parameters, sender) => {
    const parsed = pageReadingShape.safeParse(parameters);
    // Of a sandboxed page nothing is read; that it cannot be read is what it may tell.
    const page = await findSender(sender, parsed.data?.state === 'BROKEN');
    if (!page.ok) return page;
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    const { tabId, documentId } = page.value;
    const before = await findPage(tabId, documentId);
    const after = addReading(before, parsed.data, page.value);
    if (after === null) return ok({ accepted: true });
    const kept = keepPage(after);
    unbindEarlier(tabId, documentId, after.epoch);
    if (after.complete) void showMarks(tabId, documentId);
    if (before === null) void forgetReplaced(page.value);
    await Promise.all([kept, dropSelectionOf(tabId, documentId, after.epoch)]);
    return ok({ accepted: true });
  },
  'page.withdraw': async (parameters, sender) => {
    const page = await findSender(sender);
    if (!page.ok) return page;
    const parsed = epochShape.safeParse(parameters);
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    const { tabId, documentId } = page.value;
    const { epoch } = parsed.data;
    unbindEarlier(tabId, documentId, epoch);
    await dropSelectionOf(tabId, documentId, epoch);
    const known = await findPage(tabId, documentId);
    if (known !== null && known.epoch < epoch) await forgetPage(tabId, documentId);
    return ok({ accepted: true });
  },
  'page.needGeneric': async (_parameters, sender) => {
    const page = await findSender(sender);
    return page.ok ? injectGeneric(page.value) : page;
  },
  'page.openManualSearch': (_parameters, sender) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return Promise.resolve(fail({ code: 'FORBIDDEN' }));
    // At once, within the person's own click; the panel shows the search where the page cannot be read.
    const opened = openPanel(tabId);
    return opened.then(
      () => ok({ accepted: true as const }),
      () => fail({ code: 'NOT_ALLOWED' }),
    );
  },
};

/** A document of a site that is on, in whatever frame of the tab. Sandboxed ones have no origin, and may say nothing but `mayBeSandboxed`. */
async function findSender(
  sender: Sender,
  mayBeSandboxed = false,
): Promise<Result<PageSender, { readonly code: string }>> {
  const tabId = sender.tab?.id;
  const origin = originOfPage(sender);
  if (tabId === undefined || origin === null) return fail({ code: 'FORBIDDEN' });
  if (isSandboxed(sender) && !mayBeSandboxed) return fail({ code: 'FORBIDDEN' });
  if (!(await isSiteOn(origin))) return fail({ code: 'SITE_NOT_GRANTED' });
  return ok({ tabId, frameId: sender.frameId ?? 0, documentId: documentIdOf(sender), origin });
}

/** A document that tells its first: the one before it in the same frame is gone, and with a tab's top document all that it held. */
async function forgetReplaced({ tabId, frameId, documentId }: PageSender): Promise<void> {
  const replaced = (await pagesOf(tabId)).filter((page) => page.frameId === frameId && page.documentId !== documentId);
  await Promise.all(replaced.map((page) => forgetDocument(tabId, page.documentId)));
  if (frameId === 0) await forgetLostPages(tabId);
}
