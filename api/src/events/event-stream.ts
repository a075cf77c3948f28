import type { FeedEntry } from '@congvu/prisma/database';
import type { Actor } from '../context.ts';
import type { RequestError } from '../error/request-error.ts';
import type { EventRow } from './event.store.ts';
import type { EventFeed } from './event-feed.ts';

/** What a stream gives: an event and whose rights it was chosen by; at last, where it did not just end, why. */
export type StreamItem = { readonly event: EventRow; readonly actor: Actor } | { readonly end: RequestError };

export interface StreamOptions {
  readonly feed: EventFeed;
  /** Place in the chain after which it begins. */
  readonly after: bigint;
  /** What of a page is delivered, by the rights the subscriber has now; an end alone where he has none any more. */
  readonly choose: (page: readonly FeedEntry[]) => Promise<readonly StreamItem[]>;
  /** How long something may wait for a reader that does not ask, in milliseconds. */
  readonly stallMs: number;
  /** Called where that was too long, with the place he had come to; the stream is over then. */
  readonly onStall: (after: bigint) => void;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
}

const DONE = { done: true, value: undefined } as const;

/**
 * One subscriber's events, in the order of the chain.
 *
 * It holds at most one page: what comes after stays in the chain until it is asked for. So a reader that stands still costs
 * no memory, and what ends him is time: something waits for him and he does not ask. No generator, since that could not be
 * ended while it waits.
 */
export class EventStream implements AsyncIterableIterator<StreamItem> {
  readonly #options: StreamOptions;
  readonly #unlisten: () => void;
  #after: bigint;
  #ready: StreamItem[] = [];
  #isOver = false;
  /** Wakes the reader that waits for something to come. */
  #wake: (() => void) | null = null;
  #isAsked = false;
  #stalling: NodeJS.Timeout | null = null;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#after = options.after;
    this.#unlisten = options.feed.listen(() => {
      this.#wake?.();
      this.#watch();
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<StreamItem>> {
    this.#isAsked = true;
    this.#unwatch();
    try {
      const item = await this.#take();
      if (item !== null && 'end' in item) this.#finish();
      return item === null ? DONE : { done: false, value: item };
    } catch (error) {
      this.#finish();
      throw error;
    } finally {
      this.#isAsked = false;
      this.#watch();
    }
  }

  async return(): Promise<IteratorResult<StreamItem>> {
    this.#finish();
    return DONE;
  }

  async throw(error: unknown): Promise<IteratorResult<StreamItem>> {
    this.#finish();
    throw error;
  }

  /** Ends it: the reason is what is given next, and nothing after it; without a reason nothing more is. */
  end(reason: RequestError | null): void {
    if (reason === null) this.#finish();
    else if (!this.#isOver) {
      this.#ready = [{ end: reason }];
      this.#wake?.();
      this.#watch();
    }
  }

  async #take(): Promise<StreamItem | null> {
    while (!this.#isOver) {
      const ready = this.#ready.shift();
      if (ready !== undefined) return ready;
      if (!(await this.#fill())) await this.#untilWoken();
    }
    return null;
  }

  /** Reads the next page. False where nothing came after the place. */
  async #fill(): Promise<boolean> {
    const { feed, choose } = this.#options;
    if (!this.#hasMore()) return false;
    const { entries, upTo } = await feed.read(this.#after);
    if (upTo <= this.#after) return false;
    const chosen = entries.length === 0 ? [] : await choose(entries);
    this.#after = upTo;
    this.#ready.push(...chosen);
    return true;
  }

  #hasMore(): boolean {
    return this.#options.feed.head > this.#after;
  }

  #untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve();
      };
      // What came between the look and the wait is not waited for.
      if (this.#isOver || this.#ready.length > 0 || this.#hasMore()) this.#wake();
    });
  }

  /** From now on the reader has so long to ask for what waits. */
  #watch(): void {
    if (this.#isOver || this.#isAsked || this.#stalling !== null) return;
    if (this.#ready.length === 0 && !this.#hasMore()) return;
    this.#stalling = setTimeout(() => {
      this.#finish();
      this.#options.onStall(this.#after);
    }, this.#options.stallMs);
    this.#stalling.unref();
  }

  #unwatch(): void {
    if (this.#stalling !== null) clearTimeout(this.#stalling);
    this.#stalling = null;
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ready = [];
    this.#unwatch();
    this.#unlisten();
    this.#wake?.();
    this.#options.onEnd();
  }
}
