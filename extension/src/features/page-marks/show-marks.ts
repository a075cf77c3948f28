import type { FrameState } from '../../messaging/overlay-messages.ts';
import { findMarks } from './find-marks.ts';
import { boundPages, portsOf, postRows, postState } from './frame-ports.ts';
import { findPage } from './page-state.ts';
import { pageWritesTones } from './row-keys.ts';
import { toFrameRow } from './to-frame-row.ts';

/** Documents being worked on; `true`: something changed meanwhile, so once more. */
const atWork = new Map<string, boolean>();

/** Brings the frames in a document in line with what it shows now. Calls for one document run one behind the other. */
export async function showMarks(tabId: number, documentId: string): Promise<void> {
  const work = `${tabId} ${documentId}`;
  if (atWork.has(work)) {
    atWork.set(work, true);
    return;
  }
  try {
    do {
      atWork.set(work, false);
      await showOnce(tabId, documentId);
    } while (atWork.get(work));
  } finally {
    atWork.delete(work);
  }
}

/** After a write, a sign-in or a sign-out: every page that shows marks. */
export async function showMarksEverywhere(): Promise<void> {
  await Promise.all(boundPages().map(({ tabId, documentId }) => showMarks(tabId, documentId)));
}

async function showOnce(tabId: number, documentId: string): Promise<void> {
  const page = await findPage(tabId, documentId);
  // A detail page has no strip: its document is looked at in the side panel.
  if (page === null || !page.complete || page.state !== 'READ' || page.kind !== 'LIST') return;
  const marks = await findMarks(page);
  // The page may have moved on during the call: what was asked for then is not shown now.
  const now = await findPage(tabId, documentId);
  if (now?.epoch !== page.epoch) return;
  const tonesMeant = pageWritesTones(page);
  for (const entry of portsOf(page)) {
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
