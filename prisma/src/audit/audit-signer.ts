import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { appendFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The chain's head at one sequence, as it is kept outside the database. */
export interface AuditHeadRecord {
  readonly sequence: number;
  /** SHA-256 of the entry, hex. */
  readonly hash: string;
  /** Ed25519 over headText(sequence, hash), base64. */
  readonly signature: string;
  readonly keyId: string;
}

export interface AuditSigner {
  readonly keyId: string;
  /** SPKI PEM, for whoever checks a receipt. */
  readonly publicKey: string;
  sign(sequence: number, hash: string): AuditHeadRecord;
  /** Keeps a head of a committed entry outside the database. */
  record(head: AuditHeadRecord): Promise<void>;
}

/** What is signed: binds the head to its place, so that an old head cannot be shown as the newest. */
export function headText(sequence: number, hash: string): Buffer {
  return Buffer.from(`congvu-audit-head-1\n${sequence}\n${hash}`);
}

export function isHeadSigned(head: AuditHeadRecord, publicKey: string): boolean {
  const signature = Buffer.from(head.signature, 'base64');
  return verify(null, headText(head.sequence, head.hash), createPublicKey(publicKey), signature);
}

/** First 16 hex digits of the SHA-256 of the public key (DER): tells keys apart after one was replaced. */
export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/**
 * Opens the signing key at `keyFile` (PKCS #8 PEM, mode 0600), making it the first time, with its public half beside it as
 * `<keyFile>.pub`. Heads are appended to `headsFile`, one JSON object a line: kept or copied elsewhere, it is what shows a
 * removed tail.
 */
export async function openAuditSigner(files: { keyFile: string; headsFile: string }): Promise<AuditSigner> {
  const privateKey = (await readKey(files.keyFile)) ?? (await makeKey(files.keyFile));
  await mkdir(dirname(files.headsFile), { recursive: true });
  return signerOf(privateKey, (head) => appendFile(files.headsFile, `${JSON.stringify(head)}\n`));
}

/** A key that lives as long as the process, and heads kept in `heads`: for tests. */
export function createEphemeralSigner(heads: AuditHeadRecord[] = []): AuditSigner {
  return signerOf(generateKeyPairSync('ed25519').privateKey, async (head) => {
    heads.push(head);
  });
}

function signerOf(privateKey: KeyObject, record: (head: AuditHeadRecord) => Promise<void>): AuditSigner {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    publicKey,
    sign: (sequence, hash) => ({
      sequence,
      hash,
      signature: sign(null, headText(sequence, hash), privateKey).toString('base64'),
      keyId,
    }),
    record,
  };
}

async function readKey(keyFile: string): Promise<KeyObject | null> {
  try {
    return createPrivateKey(await readFile(keyFile));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Written beside and then linked: of processes that start together one makes the key, and none reads half of it.
 */
async function makeKey(keyFile: string): Promise<KeyObject> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const written = `${keyFile}.${randomUUID()}`;
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await writeFile(written, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    await link(written, keyFile);
  } catch (error) {
    const existing = await readKey(keyFile);
    if (existing) return existing;
    throw error;
  } finally {
    await rm(written);
  }
  await writeFile(`${keyFile}.pub`, publicKey.export({ type: 'spki', format: 'pem' }));
  return privateKey;
}
