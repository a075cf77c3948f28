import { type DocumentReading, documentReadingShape, type RowKey } from '@congvu/schema/page-reading';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { sendToPage } from '../../messaging/send-to-page.ts';
import { findPage } from '../page-marks/page-state.ts';
import { type PanelSelection, selectionItem } from './panel-selection.ts';

/**
 * Reads one document from a page of the tab and makes it what the side panel shows.
 *
 * `key` null: the document the page itself is about. Fails with NO_PAGE, NO_ANSWER, STALE_PAGE, NO_DOCUMENT,
 * ADAPTER_BROKEN; the selection then carries the code.
 */
export async function selectDocument(
  { tabId, documentId }: { readonly tabId: number; readonly documentId: string },
  key: RowKey | null,
  employeeId: string | null,
): Promise<Result<DocumentReading, { readonly code: string }>> {
  const page = await findPage(tabId, documentId);
  if (page === null) return fail({ code: 'NO_PAGE' });
  const target: PanelSelection = {
    documentId: page.documentId,
    epoch: page.epoch,
    key,
    employeeId,
    document: null,
    problem: null,
  };
  await selectionItem(tabId).setValue(target);
  const answer = await sendToPage({ tabId, documentId: page.documentId }, 'page.readDocument', {
    epoch: page.epoch,
    key,
  });
  const document = answer.ok ? documentReadingShape.safeParse(answer.value) : null;
  const isCurrent = document?.success && document.data.epoch === page.epoch;
  const result = isCurrent ? ok(document.data) : fail({ code: answer.ok ? 'STALE_PAGE' : answer.error.code });
  const now = await selectionItem(tabId).getValue();
  // The person may have chosen another row, or left the page, while this one was being read.
  if (now?.epoch === target.epoch && now.documentId === target.documentId && now.key === key) {
    await selectionItem(tabId).setValue(
      result.ok ? { ...target, document: result.value } : { ...target, problem: result.error.code },
    );
  }
  return result;
}
