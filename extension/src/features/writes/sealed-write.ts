import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../session/proof-key.ts';
import type { Person } from './queue-owner.ts';
import type { QueuedWrite } from './write-queue.ts';

/** One write as it lies on the disk. Only the day it was made is readable, so that it can be given up for its age. */
export const sealedWriteShape = z.strictObject({
  version: z.literal(1),
  /** Milliseconds since the epoch. */
  writtenAt: z.int().min(0),
  /** 96 random bits, new at each sealing: under one key none may serve twice. */
  iv: z.base64url(),
  data: z.base64url(),
});
export type SealedWrite = z.infer<typeof sealedWriteShape>;

/** Where an entry belongs. All of it is authenticated: an entry moved to another person or place does not open. */
type SealPlace = { readonly person: Person; readonly sequence: number; readonly id: string };

const queuedWriteShape = z.strictObject({
  id: z.string(),
  idempotencyKey: z.string(),
  label: z.string(),
  operation: z.strictObject({
    documentId: z.string(),
    name: z.string(),
    variables: z.record(z.string(), z.unknown()),
  }),
  writtenAt: z.int(),
  state: z.enum(['WAITING', 'CONFLICT', 'REFUSED']),
  code: z.string().nullable(),
});

/** Encrypts one write for its place: AES-256-GCM. */
export async function seal(key: CryptoKey, place: SealPlace, write: QueuedWrite): Promise<SealedWrite> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(write));
  const data = await crypto.subtle.encrypt(algorithm(iv, place, write.writtenAt), key, text);
  return { version: 1, writtenAt: write.writtenAt, iv: toBase64Url(iv), data: toBase64Url(new Uint8Array(data)) };
}

/** Opens an entry; null where it is damaged, was moved, or was sealed under another key. */
export async function unseal(key: CryptoKey, place: SealPlace, sealed: SealedWrite): Promise<QueuedWrite | null> {
  try {
    const means = algorithm(fromBase64Url(sealed.iv), place, sealed.writtenAt);
    const text = await crypto.subtle.decrypt(means, key, fromBase64Url(sealed.data));
    const write = queuedWriteShape.safeParse(JSON.parse(new TextDecoder().decode(text)));
    return write.success && write.data.id === place.id ? write.data : null;
  } catch {
    // WebCrypto tells a wrong key, a changed text and a changed place by one exception.
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, { person, sequence, id }: SealPlace, writtenAt: number): AesGcmParams {
  const place = JSON.stringify(['congvu-write', 1, person.server, person.subject, sequence, id, writtenAt]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}
