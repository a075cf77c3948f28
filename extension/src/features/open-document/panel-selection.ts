import type { DocumentReading, RowKey } from '@congvu/schema/page-reading';
import { storage } from 'wxt/utils/storage';

/** What the side panel shows of one tab, out of any of its documents. It belongs to one epoch of one loaded document and falls with it. */
export type PanelSelection = {
  readonly documentId: string;
  readonly epoch: number;
  readonly key: RowKey | null;
  /** The person chosen in the overlay; null: the document's main handler, or a choice still to be made. */
  readonly employeeId: string | null;
  readonly document: DocumentReading | null;
  /** Why there is no document, as a code; null while it is being read or where it is there. */
  readonly problem: string | null;
};

export function selectionItem(tabId: number) {
  return storage.defineItem<PanelSelection | null>(`session:panel:${tabId}`, { fallback: null });
}

/** What was chosen in this document before `epoch` is void; without an epoch, all of it. What another document shows stays. */
export async function dropSelectionOf(
  tabId: number,
  documentId: string,
  epoch = Number.POSITIVE_INFINITY,
): Promise<void> {
  const selection = await selectionItem(tabId).getValue();
  if (selection?.documentId === documentId && selection.epoch < epoch) await selectionItem(tabId).setValue(null);
}
