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
  /** Since when nothing arrived; null where the last attempt went well, or there was none. */
  readonly failingSince: Date | null;
  /** Sequence of an event set aside that its owner wants sent again, which goes first; null where there is none. */
  readonly resend: string | null;
}

/** What was tried. */
export interface WebhookTried {
  readonly sequence: string;
  readonly event: string;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** A code; null where it went well. */
  readonly error: string | null;
  readonly milliseconds: number;
}

/** What became of a webhook this process had. */
export interface WebhookOutcome {
  readonly after: string;
  readonly attempt: number;
  readonly nextAt: Date;
  readonly state: 'ACTIVE' | 'DISABLED';
  /** A code; null unless it is disabled. */
  readonly reason: string | null;
  /** Null where there was nothing to send. */
  readonly tried: WebhookTried | null;
  /** Whether what was tried is set aside, so that what comes after it goes on. */
  readonly setAside: boolean;
}

/** Takes a webhook that is due and has something after its place; null where there is none. Needs no actor, as `takeJob`. */
export function takeWebhook(pool: ActorPool, leaseSeconds: number): Promise<TakenWebhook | null> {
  const text = `SELECT id, owner_id AS "ownerId", unit_id AS "unitId", url, events, secret,
    previous_secret AS "previousSecret", after::text, attempt, failing_since AS "failingSince",
    resend::text FROM congvu.take_webhook($1)`;
  return pool.askForNobody<TakenWebhook>(text, [leaseSeconds]);
}

/** Moves a taken webhook on and gives it back. */
export async function settleWebhook(pool: ActorPool, id: string, outcome: WebhookOutcome): Promise<void> {
  const { after, attempt, nextAt, state, reason, tried, setAside } = outcome;
  await pool.askForNobody(
    `SELECT congvu.settle_webhook($1::uuid, $2::bigint, $3::int, $4::timestamptz, $5::int, $6::text,
      $7::congvu.webhook_state, $8::text, $9::text, $10::bigint, $11::int, $12::boolean)`,
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
      setAside,
    ],
  );
}

/** Gives a taken webhook back after an event set aside was sent again; without `tried` its owner may no longer see what it is about. */
export async function settleResend(
  pool: ActorPool,
  id: string,
  sequence: string,
  tried: WebhookTried | null,
): Promise<void> {
  await pool.askForNobody(
    `SELECT congvu.settle_webhook_resend($1::uuid, $2::bigint, $3::text, $4::int, $5::text, $6::int)`,
    [id, sequence, tried?.event ?? null, tried?.status ?? null, tried?.error ?? null, tried?.milliseconds ?? null],
  );
}
