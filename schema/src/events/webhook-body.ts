import type { Period } from '../primitives/period.ts';
import type { EventType } from './event-types.ts';

/** What leaves by a webhook: that something happened, and where to ask. Never a name, a level or a figure. */
export interface WebhookBody {
  readonly type: EventType;
  /** Place in the audit chain: rising, without a gap in time order. */
  readonly sequence: string;
  /** An instant, ISO 8601 in UTC. */
  readonly at: string;
  /** Global id of what it is about; who may see it asks for it by `node`. */
  readonly id: string;
  readonly period: Period | null;
}

/** Picks what may leave out of an event; what else the event carries stays here. */
export function webhookBody({ type, sequence, at, id, period }: WebhookBody): WebhookBody {
  return { type, sequence, at, id, period };
}
