import { storage } from 'wxt/utils/storage';
import { createTurns } from '../../messaging/turns.ts';
import { parseOrigin } from './site-list.ts';

/** Origins of frames that a document holds and that we cannot look into, by the document that told them. */
export type FrameOrigins = Readonly<Record<string, readonly string[]>>;

/** More than this is no document system. */
const mostOrigins = 10;
const inTurn = createTurns();

export function frameOriginsItem(tabId: number) {
  return storage.defineItem<FrameOrigins>(`session:frameOrigins:${tabId}`, { fallback: {} });
}

/** What a document tells of the frames it holds: http(s) origins only, another telling replaces the last. */
export function keepFrameOrigins(tabId: number, documentId: string, told: readonly string[]): Promise<void> {
  const origins = [...new Set(told.flatMap((text) => parseOrigin(text) ?? []))].slice(0, mostOrigins);
  return change(tabId, (before) => ({ ...before, [documentId]: origins }));
}

/** The document is gone; null: the whole tab. */
export function forgetFrameOrigins(tabId: number, documentId: string | null): Promise<void> {
  return change(tabId, (before) => {
    const { [documentId ?? '']: _gone, ...rest } = before;
    return documentId === null ? {} : rest;
  });
}

function change(tabId: number, act: (before: FrameOrigins) => FrameOrigins): Promise<void> {
  return inTurn(async () => {
    const item = frameOriginsItem(tabId);
    const before = await item.getValue();
    const after = act(before);
    if (Object.keys(after).length > 0) await item.setValue(after);
    else if (Object.keys(before).length > 0) await item.removeValue();
  });
}
