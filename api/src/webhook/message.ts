import { createHmac, randomBytes } from 'node:crypto';
import type { EventType } from '@congvu/schema/events';

/** What is sent: ids and words alone (webhookBody), or a ping that its owner asked for. */
export interface Message {
  /** The same for every attempt, so that a receiver knows one he has had. */
  readonly id: string;
  readonly event: EventType | 'PING';
  readonly body: string;
}

const SECRET_BYTES = 32;
const SECRET_PREFIX = 'whsec_';

/** A key and the text its owner is shown once, as Standard Webhooks writes it. */
export function createSecret(): { readonly key: Uint8Array<ArrayBuffer>; readonly text: string } {
  const key = new Uint8Array(randomBytes(SECRET_BYTES));
  return { key, text: SECRET_PREFIX + Buffer.from(key).toString('base64') };
}

/**
 * The headers a receiver checks a message by (Standard Webhooks): HMAC-SHA256 over id, second and body, once with each key, so
 * that a receiver who still has the old one takes it too.
 */
export function signedHeaders(
  { id, body }: Pick<Message, 'id' | 'body'>,
  keys: readonly Uint8Array[],
  at: Date,
): Readonly<Record<string, string>> {
  const second = Math.floor(at.getTime() / 1_000);
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(second),
    'webhook-signature': signatures.join(' '),
  };
}
