import {
  type Database,
  type FeedEntry,
  type TakenWebhook,
  translateDatabaseError,
  type WebhookOutcome,
} from '@congvu/prisma/database';
import { EVENTS, type EventType, webhookBody } from '@congvu/schema/events';
import type { Period } from '@congvu/schema/primitives/period';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { type EventRow, toEvent, visibleSubjects } from '../events/event.store.ts';
import { sql, toStatement } from '../sql/sql.ts';
import { type Message, signedHeaders } from './message.ts';
import { type Attempt, postMessage } from './post-message.ts';
import type { ReceiverNetwork } from './receiver-network.ts';

export interface DeliveryOptions {
  readonly database: Database;
  readonly network: ReceiverNetwork;
  readonly now: () => Date;
  /** Seconds after each failed attempt; after the last one the event is set aside. */
  readonly retrySeconds: readonly number[];
  readonly timeOutMs?: number;
}

/** Ten seconds, one, five and thirty minutes: long enough for a receiver that is begun anew, short for those that wait behind. */
export const RETRY_SECONDS: readonly number[] = [10, 60, 300, 1_800];
/** Days on which nothing arrived after which a webhook is switched off: a weekend is none of its owner's neglect. */
export const FAILING_DAYS = 3;

/** Why a webhook no longer works. OWNER: its owner said so; the others it came to by itself. */
export const DISABLED_REASONS = ['OWNER', 'GONE', 'UNDELIVERABLE', 'RIGHT_ENDED'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

const PAGE = 200;
const DAY_MS = 86_400_000;

/** The act of testWebhook in the chain: a ping goes the way events go. */
const PING = 'testWebhook';

/**
 * Delivers the next message of a taken webhook and gives it back: what its owner wants sent again, else the next event. One a time,
 * so that events arrive in the order of the chain; one that does not arrive holds up those behind it until it is set aside.
 */
export async function deliverNext(options: DeliveryOptions, webhook: TakenWebhook): Promise<void> {
  const { database, now } = options;
  const unit = await unitOf(database, webhook);
  if (unit === null) {
    const outcome = { after: webhook.after, attempt: 0, nextAt: now(), tried: null, setAside: false };
    await database.settleWebhook(webhook.id, { ...outcome, state: 'DISABLED', reason: 'RIGHT_ENDED' });
    return;
  }
  if (webhook.resend !== null) {
    await resend(options, webhook, webhook.resend, unit);
    return;
  }
  const { message, at } = await findNext(database, webhook, unit);
  if (message === null) {
    const outcome = { after: at, attempt: webhook.attempt, nextAt: now(), tried: null, setAside: false } as const;
    await database.settleWebhook(webhook.id, { ...outcome, state: 'ACTIVE', reason: null });
    return;
  }
  const attempt = await send(options, webhook, message);
  await database.settleWebhook(webhook.id, settle(options, webhook, { message, at }, attempt));
}

/** Sends an event set aside once more, the same message as before; what its owner may no longer see is withheld. */
async function resend(options: DeliveryOptions, webhook: TakenWebhook, sequence: string, unit: string): Promise<void> {
  const { database } = options;
  const { entries } = await database.listEvents(String(BigInt(sequence) - 1n), 1);
  const visible = await visibleTo(database, webhook, entries, unit);
  const [entry] = entries;
  const message = entry?.sequence === sequence ? toMessage(webhook, entry, visible) : null;
  const attempt = message === null ? null : await send(options, webhook, message);
  const tried = message === null || attempt === null ? null : { sequence, event: message.event, ...attempt };
  await database.settleResend(webhook.id, sequence, tried);
}

function send(options: DeliveryOptions, webhook: TakenWebhook, message: Message): Promise<Attempt> {
  const keys = webhook.previousSecret === null ? [webhook.secret] : [webhook.secret, webhook.previousSecret];
  const headers = signedHeaders(message, keys, options.now());
  return postMessage(webhook.url, message.body, headers, options.network, options.timeOutMs);
}

/** What the next attempt is, or that there is none. */
function settle(
  { now, retrySeconds }: DeliveryOptions,
  webhook: TakenWebhook,
  { message, at }: { readonly message: Message; readonly at: string },
  { status, error, milliseconds, hasBegun }: Attempt,
): WebhookOutcome {
  const tried = { sequence: at, event: message.event, status, error, milliseconds };
  const goesOn = { after: at, attempt: 0, nextAt: now(), state: 'ACTIVE', reason: null, tried } as const;
  if (error === null) return { ...goesOn, setAside: false };
  // It stays where it is: just before what did not arrive.
  const after = String(BigInt(at) - 1n);
  const held = { after, attempt: webhook.attempt + 1, nextAt: now(), tried, setAside: false } as const;
  if (error === 'GONE') return { ...held, state: 'DISABLED', reason: 'GONE' };
  const later = (seconds: number) =>
    ({ ...held, nextAt: new Date(now().getTime() + seconds * 1_000), state: 'ACTIVE', reason: null }) as const;
  const seconds = retrySeconds[webhook.attempt];
  if (seconds !== undefined) return later(seconds);
  const { failingSince } = webhook;
  if (failingSince !== null && now().getTime() - failingSince.getTime() >= FAILING_DAYS * DAY_MS)
    return { ...held, state: 'DISABLED', reason: 'UNDELIVERABLE' };
  // Where nobody was reached it is not this event that is refused: the next one would fare no better.
  return hasBegun ? { ...goesOn, setAside: true } : later(retrySeconds.at(-1) ?? 0);
}

/** The first event after the webhook's place that its owner sees now; without one the place up to which there is none. */
async function findNext(
  database: Database,
  webhook: TakenWebhook,
  unit: string,
): Promise<{ readonly message: Message | null; readonly at: string }> {
  let after = webhook.after;
  for (;;) {
    const { entries, head } = await database.listEvents(after, PAGE);
    const visible = await visibleTo(database, webhook, entries, unit);
    for (const entry of entries) {
      const message = toMessage(webhook, entry, visible);
      if (message !== null) return { message, at: entry.sequence };
    }
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE)
      return { message: null, at: BigInt(head) > BigInt(after) ? head : after };
    after = last.sequence;
  }
}

function toMessage(webhook: TakenWebhook, entry: FeedEntry, visible: ReadonlySet<string>): Message | null {
  const { sequence } = entry;
  const at = entry.at.toISOString();
  const id = `evt_${sequence}`;
  if (entry.action === PING) {
    if (entry.entityId !== webhook.id) return null;
    return { id, event: 'PING', body: JSON.stringify({ type: 'PING', sequence, at }) };
  }
  const event = toEvent(entry);
  if (event === null || !asks(webhook, event.type) || !visible.has(event.subjectId)) return null;
  // A period as the chain's entry names it.
  const period = event.period as Period | null;
  const subject = encodeGlobalID(event.subject, event.subjectId);
  return {
    id,
    event: event.type,
    body: JSON.stringify(webhookBody({ type: event.type, sequence, at, id: subject, period })),
  };
}

function asks(webhook: TakenWebhook, type: EventType): boolean {
  return EVENTS.includes(type) && webhook.events.includes(type);
}

/** The code of the webhook's unit, where its owner is still there and still has the right to it; null otherwise. */
async function unitOf(database: Database, webhook: TakenWebhook): Promise<string | null> {
  const { text, values } = toStatement(
    sql`select u.code from congvu.unit u
      where u.id = ${webhook.unitId}::uuid and u.path <@ (select congvu.scopes('WEBHOOK_MANAGE'))`,
  );
  try {
    const { rows } = await asOwner(database, webhook, () => database.pool.query<{ code: string }>(text, values));
    return rows[0]?.code ?? null;
  } catch (error) {
    // The database names nobody who is no longer active.
    if (translateDatabaseError(error)?.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

async function visibleTo(
  database: Database,
  webhook: TakenWebhook,
  entries: readonly FeedEntry[],
  unit: string,
): Promise<ReadonlySet<string>> {
  const events = entries.flatMap((entry): readonly EventRow[] => {
    const event = toEvent(entry);
    return event !== null && asks(webhook, event.type) ? [event] : [];
  });
  if (events.length === 0) return new Set();
  const { text, values } = toStatement(visibleSubjects(events, unit));
  const { rows } = await asOwner(database, webhook, () => database.pool.query<{ id: string }>(text, values));
  return new Set(rows.map(({ id }) => id));
}

function asOwner<Value>(database: Database, webhook: TakenWebhook, work: () => Promise<Value>): Promise<Value> {
  const actor = { userId: webhook.ownerId, tokenScopes: null, purpose: null, requestId: `webhook-${webhook.id}` };
  return database.runAs(actor, work);
}
