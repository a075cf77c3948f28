import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a new hash: 16 MiB and about 40 ms of one core (OWASP's second setting for scrypt). */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const HASH_BYTES = 64;
const SALT_BYTES = 16;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64 of either alphabet; what we write is base64url. */
const STORED = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w+/=-]+)\$([\w+/=-]+)$/;

/** A hash nobody's password has: checked for unknown users, so that their answer takes as long as a wrong password. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(86)}`;

function derive(password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFC: the same password typed with another input method must give the same bytes.
    scrypt(password.normalize('NFC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** The storable hash of a password, with a salt of its own. The seed writes the same format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether `password` is the one behind `stored`.
 *
 * `stored` is null for an unknown user: the answer is then false, after the same work. A stored text of another format
 * throws, since it means a broken database and not a wrong password.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const match = STORED.exec(stored ?? NOBODY);
  if (match === null) throw new Error('a stored password hash has an unknown format');
  const [, cost, blockSize, parallelism, salt = '', hash = ''] = match;
  const expected = Buffer.from(hash, 'base64url');
  const options = { N: Number(cost), r: Number(blockSize), p: Number(parallelism), maxmem: 128 * 1024 * 1024 };
  const actual = await derive(password, Buffer.from(salt, 'base64url'), expected.length, options);
  return timingSafeEqual(actual, expected) && stored !== null;
}
