import type { IncomingMessage } from 'node:http';
import { domainError } from '@congvu/schema/errors';
import type { Permission } from '@congvu/schema/permission';
import { encodeGlobalID } from '@pothos/plugin-relay';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { mayRead, refusal } from '../request-scopes.ts';
import { countUploads, insertUpload } from './upload.store.ts';

/** Files of one person that are kept, and their bytes; each is gone after a day. */
export const WAITING_UPLOADS = 200;
const WAITING_BYTES = 10 * LIMITS.uploadBytes;
const LONGEST_NAME = 255;
/** Who may send files: whoever may make something of one. */
const PERMISSIONS: readonly Permission[] = [
  'STAFF_MANAGE',
  'FEEDBACK_MANAGE',
  'CATALOGUE_MANAGE',
  'TASK_IMPORT',
  'TASK_ASSIGN',
  'CLASSIFICATION_PROPOSE',
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const UNFIT = /[\u0000-\u001f\u007f/\\]/;

/** What the sender is answered. */
export interface Uploaded {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * `PUT /files/upload?name=…`: keeps the bytes of a file for a day. What they mean is decided by a mutation, and nothing is
 * read of them before.
 *
 * Errors, in this order: those of who asks; BAD_REQUEST for a name that is none; BODY_TOO_LARGE by the length stated, then by
 * the bytes counted, before anything is kept; LIMIT_EXCEEDED for more than 200 files of a day, or
 * 320 MB of them.
 */
export async function receiveUpload(context: Context, incoming: IncomingMessage, name: string): Promise<Uploaded> {
  const { actor } = context;
  if (actor === null) throw refusal(context);
  const isHeld = (permission: Permission) => actor.permissions.some((held) => held.permission === permission);
  if (!PERMISSIONS.some((permission) => isHeld(permission) && mayRead(actor, permission))) throw refusal(context);
  const fileName = name.normalize('NFC').trim();
  if (fileName === '' || fileName.length > LONGEST_NAME || UNFIT.test(fileName))
    throw requestError(domainError('BAD_REQUEST'), context.locale);
  const content = await readBody(context, incoming);
  const { userId, tokenScopes } = actor;
  const { purpose, requestId } = context;
  return context.database.runAs({ userId, tokenScopes, purpose, requestId }, async () => {
    const waiting = await countUploads(context);
    assertRoom(context, 'uploads', WAITING_UPLOADS, waiting.count + 1);
    assertRoom(context, 'uploadBytes', WAITING_BYTES, waiting.bytes + content.length);
    const mediaType = String(incoming.headers['content-type'] ?? 'application/octet-stream').slice(0, LONGEST_NAME);
    const { id, sha256, bytes } = await insertUpload(context, userId, { fileName, mediaType, content });
    return { id: encodeGlobalID('Upload', id), sha256, bytes };
  });
}

/** Errors: LIMIT_EXCEEDED. */
function assertRoom(context: Context, limit: string, maximum: number, given: number): void {
  if (given > maximum) throw requestError(domainError('LIMIT_EXCEEDED', { limit, maximum, given }), context.locale);
}

/** The body, cut off where it grows too large: a sender need not state a length, nor keep to it. */
async function readBody(context: Context, incoming: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    requestError(domainError('BODY_TOO_LARGE', { maximumBytes: LIMITS.uploadBytes }), context.locale);
  if (Number(incoming.headers['content-length'] ?? 0) > LIMITS.uploadBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Refused in the middle, the connection must last until the answer is out.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > LIMITS.uploadBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
