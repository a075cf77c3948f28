import { domainError } from '@congvu/schema/errors';
import type { Locale } from '@congvu/schema/texts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import type { EventFeed } from './event-feed.ts';
import type { EventStream } from './event-stream.ts';

/** Streams a process may hold at once. A stream costs a connection and, at each event, statements. */
const STREAMS_OF_PROCESS = 100;
/** How long something may wait for a reader that does not ask, in milliseconds. */
const STALL_MS = 30_000;
/** How often a bearer is asked about again while nothing happens, in milliseconds. */
const BEARER_MS = 30_000;

export interface StreamLimits {
  readonly ofUser: number;
  readonly ofProcess: number;
  readonly stallMs: number;
  readonly bearerMs: number;
}

/** The streams of this process: how many there may be, and their end. */
export class EventStreams {
  readonly feed: EventFeed;
  readonly limits: StreamLimits;
  readonly #open = new Map<EventStream, string>();
  /** Places taken by streams that are being opened. */
  readonly #opening = new Map<symbol, string>();
  #isClosed = false;

  constructor(feed: EventFeed, limits: Partial<StreamLimits> = {}) {
    this.feed = feed;
    this.limits = {
      ofUser: LIMITS.subscriptions,
      ofProcess: STREAMS_OF_PROCESS,
      stallMs: STALL_MS,
      bearerMs: BEARER_MS,
      ...limits,
    };
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Takes a place for a user; answers how to fill it and how to give it back. Errors: LIMIT_EXCEEDED (subscriptions). */
  reserve(userId: string, locale: Locale) {
    const users = [...this.#open.values(), ...this.#opening.values()];
    const own = users.filter((each) => each === userId).length;
    if (own >= this.limits.ofUser) throw tooMany(this.limits.ofUser, own + 1, locale);
    if (users.length >= this.limits.ofProcess) throw tooMany(this.limits.ofProcess, users.length + 1, locale);
    const place = Symbol(userId);
    this.#opening.set(place, userId);
    return {
      fill: (stream: EventStream) => {
        this.#opening.delete(place);
        this.#open.set(stream, userId);
        if (this.#isClosed) stream.end(null);
      },
      giveBack: (stream: EventStream | null) => {
        this.#opening.delete(place);
        if (stream !== null) this.#open.delete(stream);
      },
    };
  }

  /** Ends every stream, and each that is still opened from now on: its reader goes on elsewhere from his last event. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#open.keys()) stream.end(null);
  }
}

function tooMany(maximum: number, given: number, locale: Locale) {
  return requestError(domainError('LIMIT_EXCEEDED', { limit: 'subscriptions', maximum, given }), locale);
}
