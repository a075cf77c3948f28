import type { Database } from '@congvu/prisma/database';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Locale } from '@congvu/schema/texts';
import type { AccessLog } from './access/access-log.ts';
import type { Purpose } from './access/purpose.ts';
import type { LiveRequest } from './events/live-request.ts';
import type { BearerFailure, BearerIdentity } from './identity/bearer.ts';
import type { OperationMeasure } from './limits/measure-operation.ts';
import type { Loaders } from './sql/batch.ts';
import type { ReceiverNetwork } from './webhook/receiver-network.ts';

/** Who acts: what the database answered to the bearer, fixed for the length of a request. */
export type Actor = BearerIdentity;

/** What the process knows of itself; the same for every request. */
export interface ServerFacts {
  readonly demonstration: boolean;
  readonly publicUrl: string;
  /** Issuer whose sign-in GraphiQL offers; null where there is none. */
  readonly issuer: string | null;
  readonly graphiqlClientId: string | null;
  /** Whether every operation that uses what is deprecated is refused, as it will be one day; false unless stated. */
  readonly rehearsesDeprecations?: boolean;
  /** How receivers of webhooks are found; those of the public internet alone unless stated. */
  readonly receivers?: ReceiverNetwork;
}

/** What the headers of one request say. */
export interface RequestFacts {
  readonly requestId: string;
  readonly locale: Locale;
  /** From `x-client`, e.g. "extension/sidepanel"; at most 64 characters. */
  readonly screen: string | null;
  readonly statedPurpose: Purpose | null;
}

/** All a resolver may know. A new one is made for every request; nothing in it outlives the response. */
export interface Context extends RequestFacts {
  readonly database: Database;
  readonly facts: ServerFacts;
  readonly actor: Actor | null;
  /** Why there is no actor, where a token was sent and refused. */
  readonly signInFailure: BearerFailure | null;
  /** The purpose under which records are read: stated, or the default of the client; null where one must be stated. */
  readonly purpose: Purpose | null;
  readonly now: Date;
  /** Date in Asia/Ho_Chi_Minh. */
  readonly today: LocalDate;
  readonly loaders: Loaders;
  readonly access: AccessLog;
  /** What the operation was measured at; set before it is executed. */
  measure: OperationMeasure | null;
  /** Rows a page of a list may have where that is more than a request may ask for: for files the api makes of its own lists. */
  readonly largestPage?: number;
  /** Requests left in the current minute. */
  readonly remainingRequests: number;
  /** What a subscription goes on with; absent where there is one answer alone: files, jobs. */
  readonly live?: LiveRequest;
}
