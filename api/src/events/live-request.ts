import type { ServerResponse } from 'node:http';
import type { BearerOutcome } from '../identity/bearer.ts';
import type { EventStreams } from './event-streams.ts';

/** What an operation that goes on needs beyond one answer. */
export interface LiveRequest {
  /** What the answers are written to: destroyed where its reader stands still, for he can be told nothing. */
  readonly response: ServerResponse;
  readonly streams: EventStreams;
  /** Asks about the request's bearer anew. */
  readonly verify: () => Promise<BearerOutcome>;
  readonly now: () => Date;
  readonly log: { readonly warn: (facts: object, message: string) => void };
}
