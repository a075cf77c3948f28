import { pageReadingShape } from '@congvu/schema/page-reading';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { z } from 'zod';
import type { Handlers, Sender } from '../../messaging/answer-messages.ts';
import { dropSelection } from '../open-document/select-document.ts';
import { openPanel } from '../side-panel/open-panel.ts';
import { isSiteOn } from '../sites/site-grants.ts';
import { unbindEarlier } from './frame-ports.ts';
import { createNonce } from './nonce-store.ts';
import { addReading, findPage, keepPage } from './page-state.ts';
import { showMarks } from './show-marks.ts';

const epochShape = z.strictObject({ epoch: z.int().min(1) });

type PageHandlers = Pick<Handlers, 'overlay.requestNonce' | 'page.read' | 'page.withdraw' | 'page.openManualSearch'>;

/** What content scripts may ask. The page is untrusted: every parameter is parsed, and no answer holds a record. */
export const pageHandlers: PageHandlers = {
  'overlay.requestNonce': async (parameters, sender) => {
    const page = await findSender(sender);
    if (!page.ok) return page;
    const parsed = epochShape.safeParse(parameters);
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    return ok({ nonce: await createNonce({ ...page.value, epoch: parsed.data.epoch }) });
  },
  'page.read': async (parameters, sender) => {
    const page = await findSender(sender);
    if (!page.ok) return page;
    const parsed = pageReadingShape.safeParse(parameters);
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    const { tabId, documentId, origin } = page.value;
    const after = addReading(await findPage(tabId), parsed.data, documentId, origin);
    if (after === null) return ok({ accepted: true });
    const kept = keepPage(tabId, after);
    unbindEarlier(tabId, documentId, after.epoch);
    if (after.complete) void showMarks(tabId);
    await Promise.all([kept, dropSelection(tabId, documentId, after.epoch)]);
    return ok({ accepted: true });
  },
  'page.withdraw': async (parameters, sender) => {
    const page = await findSender(sender);
    if (!page.ok) return page;
    const parsed = epochShape.safeParse(parameters);
    if (!parsed.success) return fail({ code: 'INVALID_INPUT' });
    const { tabId, documentId } = page.value;
    unbindEarlier(tabId, documentId, parsed.data.epoch);
    await dropSelection(tabId, documentId, parsed.data.epoch);
    const known = await findPage(tabId);
    if (known !== null && (known.documentId !== documentId || known.epoch < parsed.data.epoch)) {
      await keepPage(tabId, null);
    }
    return ok({ accepted: true });
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

/** The tab's top document of a site that is on. */
async function findSender(
  sender: Sender,
): Promise<
  Result<{ readonly tabId: number; readonly documentId: string; readonly origin: string }, { readonly code: string }>
> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || sender.url === undefined) return fail({ code: 'FORBIDDEN' });
  if (!(await isSiteOn(sender.url))) return fail({ code: 'SITE_NOT_GRANTED' });
  // Firefox names no documents: there the tab and the epoch must do.
  return ok({ tabId, documentId: sender.documentId ?? `tab ${tabId}`, origin: new URL(sender.url).origin });
}
