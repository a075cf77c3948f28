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

export type Queue = {
  /** Whose writes these are (`Session.subject`); another person's session never sends them. */
  readonly subject: string;
  readonly writes: readonly QueuedWrite[];
};

/**
 * In the session area until the queue can be kept encrypted: it holds names and points, which must not lie readable
 * on a shared office machine. It outlives the background, not the browser; the screens say so while something waits.
 */
export const queueItem = storage.defineItem<Queue>('session:queue', { fallback: { subject: '', writes: [] } });

/** More than a day's work of one manager; above it the network problem is the thing to solve. */
export const queueLimit = 100;

/** This person's queue: what another person left behind is dropped, never sent in this one's name. */
export function ownedBy(queue: Queue, subject: string): Queue {
  return queue.subject === subject ? queue : { subject, writes: [] };
}

export function waitingCount(queue: Queue): number {
  return queue.writes.filter((write) => write.state === 'WAITING').length;
}

/** Null where the queue is full. A write that is there already (the same key) is not added again. */
export function added(queue: Queue, request: WriteRequest, now: number): Queue | null {
  if (queue.writes.some((write) => write.id === request.idempotencyKey)) return queue;
  if (queue.writes.length >= queueLimit) return null;
  const write: QueuedWrite = { ...request, id: request.idempotencyKey, writtenAt: now, state: 'WAITING', code: null };
  return { ...queue, writes: [...queue.writes, write] };
}

export function without(queue: Queue, id: string): Queue {
  return { ...queue, writes: queue.writes.filter((write) => write.id !== id) };
}

export function marked(queue: Queue, id: string, state: 'CONFLICT' | 'REFUSED', code: string): Queue {
  return { ...queue, writes: queue.writes.map((write) => (write.id === id ? { ...write, state, code } : write)) };
}
