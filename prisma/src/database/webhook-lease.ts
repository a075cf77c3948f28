import type { ActorPool } from './actor-pool.ts';

/** A webhook this process may deliver to until its lease runs out. */
export interface TakenWebhook {
  readonly id: string;
  /** In whose rights its events are looked at. */
  readonly ownerId: string;
  readonly unitId: string;
  readonly url: string;
  /** Types of events it asks for. */
  readonly events: readonly string[];
  /** The key its messages are signed with; `previousSecret` signs too until it ends. */
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  /** Place in the chain it was delivered to. */
  readonly after: string;
  /** How often the next event was tried in vain. */
  readonly attempt: number;
}

/** What became of a webhook this process had. */
export interface WebhookOutcome {
  readonly after: string;
  readonly attempt: number;
  readonly nextAt: Date;
  readonly state: 'ACTIVE' | 'DISABLED';
  /** A code; null unless it is disabled. */
  readonly reason: string | null;
  /** What was tried; null where there was nothing to send. */
  readonly tried: {
    readonly sequence: string;
    readonly event: string;
    /** HTTP status; null where there was no answer. */
    readonly status: number | null;
    /** A code; null where it went well. */
    readonly error: string | null;
    readonly milliseconds: number;
  } | null;
}

/** Takes a webhook that is due and has something after its place; null where there is none. Needs no actor, as `takeJob`. */
export function takeWebhook(pool: ActorPool, leaseSeconds: number): Promise<TakenWebhook | null> {
  const text = `SELECT id, owner_id AS "ownerId", unit_id AS "unitId", url, events, secret,
    previous_secret AS "previousSecret", after::text, attempt FROM congvu.take_webhook($1)`;
  return pool.askForNobody<TakenWebhook>(text, [leaseSeconds]);
}

/** Moves a taken webhook on and gives it back. */
export async function settleWebhook(pool: ActorPool, id: string, outcome: WebhookOutcome): Promise<void> {
  const { after, attempt, nextAt, state, reason, tried } = outcome;
  await pool.askForNobody(
    `SELECT congvu.settle_webhook($1::uuid, $2::bigint, $3::int, $4::timestamptz, $5::int, $6::text,
      $7::congvu.webhook_state, $8::text, $9::text, $10::bigint, $11::int)`,
    [
      id,
      after,
      attempt,
      nextAt,
      tried?.status ?? null,
      tried?.error ?? null,
      state,
      reason,
      tried?.event ?? null,
      tried?.sequence ?? null,
      tried?.milliseconds ?? null,
    ],
  );
}
