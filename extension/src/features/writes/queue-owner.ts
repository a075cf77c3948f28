import { storage } from 'wxt/utils/storage';
import { randomText, toBase64Url } from '../session/proof-key.ts';
import type { Session } from '../session/session-store.ts';

/** Who a queue belongs to: one person of one server. */
export type Person = Pick<Session, 'server' | 'subject'>;

/** Random, made once a browser profile: without it names could be tried against the owners' hashes of any machine. */
const saltItem = storage.defineItem<string | null>('local:queueSalt', { fallback: null });

let salt: Promise<string> | null = null;

/** The name under which a person's writes lie on the disk: it tells nobody who that is. 43 characters of base64url. */
export async function ownerOf({ server, subject }: Person): Promise<string> {
  salt ??= findSalt();
  const text = JSON.stringify([await salt, server, subject]);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

async function findSalt(): Promise<string> {
  const kept = await saltItem.getValue();
  if (kept !== null) return kept;
  const made = randomText(16);
  await saltItem.setValue(made);
  return made;
}
