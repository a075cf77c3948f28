import type { Database, FeedEntry } from '@congvu/prisma/database';
import type { Logger } from 'pino';
import { sleepUntilChained } from './wake.ts';

export interface FeedOptions {
  readonly database: Pick<Database, 'listEvents' | 'findEventHead'>;
  readonly log: Pick<Logger, 'warn'>;
  /** How often the chain is looked at while somebody listens. */
  readonly pollMs?: number;
}

/** Entries after a place, and the place up to which nothing is missing. */
export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  readonly upTo: bigint;
}

const POLL_MS = 500;
/** Entries of one statement, and of one page. */
const PAGE = 200;
/** Entries kept for those who follow; who is further behind reads his own page. */
const KEPT = 1_000;

/**
 * What this process knows of the audit chain's end, for all its subscribers: one statement each half second while anybody
 * listens, none while nobody does (decisions/0015).
 *
 * Nothing is kept for a listener: he has a place and asks for what came after it.
 */
export class EventFeed {
  readonly #options: FeedOptions;
  readonly #listeners = new Set<() => void>();
  #kept: FeedEntry[] = [];
  /** Everything after this place and up to the head is among the kept; null before the first look. */
  #keptFrom: bigint | null = null;
  #head = 0n;
  #looking: AbortController | null = null;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** The chain's end as last seen. */
  get head(): bigint {
    return this.#head;
  }

  /** Calls `listener` whenever something was chained; answers how to stop it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#looking === null) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** The chain's end now, by a statement of its own: where who subscribes begins. */
  async findHead(): Promise<bigint> {
    return BigInt(await this.#options.database.findEventHead());
  }

  /** What came after a place, at most a page: of what is kept where that reaches, else by a statement. */
  async read(after: bigint): Promise<FeedPage> {
    if (this.#keptFrom !== null && after >= this.#keptFrom) {
      const entries = this.#kept.filter((entry) => BigInt(entry.sequence) > after).slice(0, PAGE);
      return { entries, upTo: entries.length < PAGE ? maximum(this.#head, after) : lastOf(entries) };
    }
    const { entries, head } = await this.#options.database.listEvents(String(after), PAGE);
    return { entries, upTo: entries.length < PAGE ? maximum(BigInt(head), after) : lastOf(entries) };
  }

  #start(): void {
    const looking = new AbortController();
    this.#looking = looking;
    void this.#look(looking.signal);
  }

  #stop(): void {
    this.#looking?.abort();
    this.#looking = null;
    // What is chained while nobody listens is not looked at, so what is kept no longer reaches the head.
    this.#kept = [];
    this.#keptFrom = null;
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { database, log, pollMs = POLL_MS } = this.#options;
    let isAway = false;
    while (!signal.aborted) {
      try {
        if (this.#keptFrom === null) {
          const head = await this.findHead();
          if (signal.aborted) return;
          this.#keptFrom = head;
          this.#advance(head, []);
        } else {
          const { entries, head } = await database.listEvents(String(this.#head), PAGE);
          if (signal.aborted) return;
          this.#advance(entries.length < PAGE ? BigInt(head) : lastOf(entries), entries);
          isAway = false;
          // A full page has more behind it.
          if (entries.length === PAGE) continue;
        }
      } catch (error) {
        // A database that is away for a while is asked again; it is told of once, not at each look.
        if (!isAway) log.warn({ err: error }, 'the chain could not be looked at');
        isAway = true;
      }
      await sleepUntilChained(pollMs, signal);
    }
  }

  #advance(head: bigint, entries: readonly FeedEntry[]): void {
    const hasMoved = head > this.#head;
    this.#head = maximum(head, this.#head);
    this.#kept.push(...entries);
    if (this.#kept.length > KEPT) {
      const dropped = this.#kept.splice(0, this.#kept.length - KEPT);
      this.#keptFrom = lastOf(dropped);
    }
    if (hasMoved) for (const listener of this.#listeners) listener();
  }
}

function lastOf(entries: readonly FeedEntry[]): bigint {
  return BigInt(entries.at(-1)?.sequence ?? 0);
}

function maximum(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
