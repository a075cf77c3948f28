import type { Logger } from 'pino';
import { sleepUntilChained } from '../events/wake.ts';
import { type DeliveryOptions, deliverNext, RETRY_SECONDS } from './deliver.ts';

export interface DeliveriesOptions extends Pick<DeliveryOptions, 'database' | 'network' | 'timeOutMs'> {
  readonly log: Pick<Logger, 'warn'>;
  /** The clock of the process unless a test stands it still. */
  readonly now?: () => Date;
  readonly retrySeconds?: readonly number[];
  readonly pollMs?: number;
  readonly leaseSeconds?: number;
}

export interface Deliveries {
  /** Finishes the message in hand; resolves when nothing is in hand any more. */
  readonly close: () => Promise<void>;
}

const POLL_MS = 1_000;
/** Longer than a receiver may take, so that nobody else sends the same message meanwhile. */
const LEASE_SECONDS = 60;

/**
 * Delivers to webhooks, one message at a time. Any number of processes may: a webhook belongs to whoever holds its lease, so its
 * messages stay in order (decisions/0015). One statement a second while there is nothing to send.
 */
export function startDeliveries(options: DeliveriesOptions): Deliveries {
  const { database, log, now = () => new Date(), retrySeconds = RETRY_SECONDS } = options;
  const { pollMs = POLL_MS, leaseSeconds = LEASE_SECONDS } = options;
  const delivery: DeliveryOptions = { ...options, now, retrySeconds };
  const ending = new AbortController();
  const working = (async () => {
    let isAway = false;
    while (!ending.signal.aborted) {
      try {
        const webhook = await database.takeWebhook(leaseSeconds);
        isAway = false;
        if (webhook !== null) {
          await deliverNext(delivery, webhook);
          continue;
        }
      } catch (error) {
        // What was taken comes free again when its lease runs out; a database that is away is told of once.
        if (!isAway) log.warn({ err: error }, 'a webhook could not be delivered to');
        isAway = true;
      }
      await sleepUntilChained(pollMs, ending.signal);
    }
  })();
  return {
    close: () => {
      ending.abort();
      return working;
    },
  };
}
