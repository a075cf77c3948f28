import type { FrameState } from '../../messaging/overlay-messages.ts';
import { findMarks } from './find-marks.ts';
import { boundTabs, portsOf, postRows, postState } from './frame-ports.ts';
import { findPage } from './page-state.ts';
import { pageWritesTones } from './row-keys.ts';
import { toFrameRow } from './to-frame-row.ts';

/** Tabs being worked on; `true`: something changed meanwhile, so once more. */
const atWork = new Map<number, boolean>();

/** Brings the frames of a tab in line with what its page shows now. Calls for one tab run one behind the other. */
export async function showMarks(tabId: number): Promise<void> {
  if (atWork.has(tabId)) {
    atWork.set(tabId, true);
    return;
  }
  try {
    do {
      atWork.set(tabId, false);
      await showOnce(tabId);
    } while (atWork.get(tabId));
  } finally {
    atWork.delete(tabId);
  }
}

/** After a write, a sign-in or a sign-out: every page that shows marks. */
export async function showMarksEverywhere(): Promise<void> {
  await Promise.all([...boundTabs()].map(showMarks));
}

async function showOnce(tabId: number): Promise<void> {
  const page = await findPage(tabId);
  // A detail page has no strip: its document is looked at in the side panel.
  if (page === null || !page.complete || page.state !== 'READ' || page.kind !== 'LIST') return;
  const marks = await findMarks(page);
  // The page may have moved on during the call: what was asked for then is not shown now.
  const now = await findPage(tabId);
  if (now === null || now.documentId !== page.documentId || now.epoch !== page.epoch) return;
  const tonesMeant = pageWritesTones(page);
  for (const entry of portsOf({ tabId, documentId: page.documentId, epoch: page.epoch })) {
    if (!marks.ok) {
      postState(entry, failedState(marks.error.code), marks.error.code);
      continue;
    }
    postState(entry, 'READY', null);
    const rows = Object.values(page.rows).flatMap((row) => toFrameRow(row, page, marks.value, tonesMeant) ?? []);
    postRows(entry, rows, marks.value);
  }
}

function failedState(code: string): FrameState {
  if (code === 'UNAUTHENTICATED') return 'SIGNED_OUT';
  return code === 'FORBIDDEN' ? 'REFUSED' : 'FAILED';
}
