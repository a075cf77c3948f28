import { createHash, randomBytes } from 'node:crypto';

/** What our bearer check, a leak scanner and a stranger recognise a personal token by. */
const PREFIX = 'congvu_pat_';
const SECRET_BYTES = 32;
/** Characters that are kept readable, so that its owner knows which one it is: the prefix and four more. */
const SHOWN_CHARACTERS = PREFIX.length + 4;

/** A token lasts a year at most, its last day included. */
export const LONGEST_LIFE_DAYS = 366;

/** A new token and what of it is stored. */
export interface NewPersonalToken {
  /** Shown to its owner once and kept nowhere. */
  readonly secret: string;
  readonly prefix: string;
  readonly secretHash: Uint8Array<ArrayBuffer>;
}

export function createPersonalTokenSecret(): NewPersonalToken {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  // Copied: Prisma asks for bytes that nothing else shares.
  return { secret, prefix: secret.slice(0, SHOWN_CHARACTERS), secretHash: new Uint8Array(hash(secret)) };
}

export function isPersonalToken(text: string): boolean {
  return /^congvu_pat_[\w-]{43}$/.test(text);
}

/** SHA-256 in lower-case hex. No salt and no slow hash: 256 random bits cannot be guessed. */
export function digestOf(token: string): string {
  return hash(token).toString('hex');
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
