import type { RowKey } from '@congvu/schema/page-reading';
import { rowsPerMessage } from '@congvu/schema/page-reading';
import type { Browser } from 'wxt/browser';
import type { BackgroundToFrame, FrameMark, FrameRow, FrameState } from '../../messaging/overlay-messages.ts';
import type { Answers } from './answer-cache.ts';
import type { PageAddress } from './nonce-store.ts';

/** One frame's port. Bound to a page it may get that page's records; unbound it gets nothing. */
export type FramePort = {
  readonly port: Browser.runtime.Port;
  readonly tabId: number;
  address: PageAddress | null;
  /** Presentations tried; a frame that guesses is cut off. */
  tries: number;
  /** What the frame shows now, by key, as sent. */
  readonly sent: Map<RowKey, { readonly row: FrameRow; readonly text: string }>;
  state: string | null;
};

const ports = new Set<FramePort>();

export function addPort(port: Browser.runtime.Port, tabId: number, onGone: (entry: FramePort) => void): FramePort {
  const entry: FramePort = { port, tabId, address: null, tries: 0, sent: new Map(), state: null };
  ports.add(entry);
  port.onDisconnect.addListener(() => {
    ports.delete(entry);
    onGone(entry);
  });
  return entry;
}

/** The frames bound to one page in one epoch. */
export function portsOf(page: PageAddress): readonly FramePort[] {
  return [...ports].filter(
    ({ address }) =>
      address?.tabId === page.tabId && address.documentId === page.documentId && address.epoch === page.epoch,
  );
}

/** The documents that have a frame bound to them, each once. */
export function boundPages(): readonly PageAddress[] {
  const pages = [...ports].flatMap(({ address }) => address ?? []);
  return [...new Map(pages.map((page) => [`${page.tabId} ${page.documentId}`, page])).values()];
}

/** A frame bound to an earlier epoch of this document gets nothing any more; without an epoch, no frame of it. */
export function unbindEarlier(tabId: number, documentId: string, epoch = Number.POSITIVE_INFINITY): void {
  for (const entry of ports) {
    const { address } = entry;
    if (address?.tabId === tabId && address.documentId === documentId && address.epoch < epoch) bind(entry, null);
  }
}

export function bind(entry: FramePort, address: PageAddress | null): void {
  entry.address = address;
  entry.sent.clear();
  entry.state = null;
}

export function post(entry: FramePort, message: BackgroundToFrame): void {
  try {
    entry.port.postMessage(message);
  } catch {
    // The frame went away between the check and the post: its disconnect event follows.
    ports.delete(entry);
  }
}

/** Posts a state once. Any state but READY means the frame wipes what it shows, so it counts as empty. */
export function postState(entry: FramePort, state: FrameState, code: string | null): void {
  const text = `${state} ${code}`;
  if (entry.address === null || entry.state === text) return;
  entry.state = text;
  if (state !== 'READY') entry.sent.clear();
  post(entry, { type: 'state', epoch: entry.address.epoch, state, code });
}

/** Posts what differs from what the frame shows. */
export function postRows(entry: FramePort, rows: readonly FrameRow[], answers: Answers): void {
  if (entry.address === null) return;
  const { epoch } = entry.address;
  const keys = new Set(rows.map((row) => row.key));
  const removed = [...entry.sent.keys()].filter((key) => !keys.has(key));
  for (const key of removed) entry.sent.delete(key);
  const changed = rows.filter((row) => {
    const text = JSON.stringify(row);
    if (entry.sent.get(row.key)?.text === text) return false;
    entry.sent.set(row.key, { row, text });
    return true;
  });
  const { today, demonstration } = answers;
  for (let start = 0; start < Math.max(changed.length, removed.length > 0 ? 1 : 0); start += rowsPerMessage) {
    const part = changed.slice(start, start + rowsPerMessage);
    post(entry, {
      type: 'marks',
      epoch,
      today,
      demonstration,
      changed: part,
      removed: start === 0 ? removed : [],
    });
  }
}

/** The mark this frame was sent for this row, where it is that of this person. */
export function sentMark(entry: FramePort, key: RowKey, employeeId: string): FrameMark | null {
  const person = entry.sent.get(key)?.row.person;
  return person?.state === 'ONE' && person.mark.employeeId === employeeId ? person.mark : null;
}
