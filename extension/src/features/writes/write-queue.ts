import { storage } from 'wxt/utils/storage';
import type { WriteRequest } from '../../messaging/screen-messages.ts';

/** WAITING: not answered yet. CONFLICT: the record has moved on; the person decides. REFUSED: the server said no. */
export type QueuedWrite = WriteRequest & {
  /** The idempotency key: one write, one name. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly state: 'WAITING' | 'CONFLICT' | 'REFUSED';
  /** The code of the answer; null while WAITING. */
  readonly code: string | null;
};

/** An entry that its owner's key does not open: damaged, or made under another key. It is never sent. */
export type UnreadableWrite = {
  readonly id: string;
  /** Milliseconds since the epoch; null where even that is damaged. */
  readonly writtenAt: number | null;
};

/** What of the stored queue belongs to the person signed in, opened. */
export type Queue = {
  readonly writes: readonly QueuedWrite[];
  readonly unreadable: readonly UnreadableWrite[];
  /** Entries that cannot be opened yet, since the server has not given the key in this session. */
  readonly locked: number;
  /** Entries that were given up for their age since the person last confirmed having read of it. */
  readonly expired: number;
};

export const emptyQueue: Queue = { writes: [], unreadable: [], locked: 0, expired: 0 };

/**
 * What screens show: a copy in the browser's memory, gone with the session. The queue itself lies encrypted in the local
 * area (decisions/0004), written by the background alone.
 */
export const queueItem = storage.defineItem<Queue>('session:queue', { fallback: emptyQueue });

/** More than a day's work of one manager; above it the network problem is the thing to solve. */
export const queueLimit = 100;

/** How long a write waits for its owner to sign in again, then it is given up, and its number told. Milliseconds. */
export const queueLifetime = 30 * 86_400_000;

export function waitingCount(queue: Queue): number {
  return queue.locked + queue.writes.filter((write) => write.state === 'WAITING').length;
}

/** Everything a sign-out would leave behind: what waits, and what the person has not decided on yet. */
export function keptCount(queue: Queue): number {
  return queue.locked + queue.writes.length + queue.unreadable.length;
}
