import type { Transaction } from '../database/database.ts';
import { getTransactionAudit } from '../database/transaction.ts';

export {
  type AuditHeadRecord,
  type AuditSigner,
  createEphemeralSigner,
  isHeadSigned,
  openAuditSigner,
} from './audit-signer.ts';
export { type AuditFault, type AuditReport, verifyAudit } from './verify-audit.ts';

export interface AuditChange {
  /** The mutation, e.g. "assignTask". */
  readonly action: string;
  /** The model that was changed, e.g. "Task". */
  readonly entity: string;
  readonly entityId: string;
  /** The person it concerns, who may read the entry and its receipt; null where it concerns none. */
  readonly employeeId: string | null;
  /** What was changed, as JSON; kept and hashed as this text. No secret: entries are never deleted. */
  readonly payload: unknown;
  readonly idempotencyKey: string | null;
}

/** Proof that a change stands in the chain: whoever keeps it can check it against the published key and heads. */
export interface Receipt {
  readonly sequence: number;
  /** SHA-256 of the entry, hex. */
  readonly hash: string;
  /** Ed25519 over the head, base64. */
  readonly signature: string;
  readonly keyId: string;
  readonly at: Date;
}

interface AppendedRow {
  readonly sequence: bigint;
  readonly at: Date;
  readonly hash: string;
}

/**
 * Appends one link to the hash chain in this transaction and signs its head. Purpose and request come from the actor.
 *
 * The chain's tip stays locked until the transaction ends, so append last: others' writes wait from here on.
 */
export async function appendAudit(tx: Transaction, change: AuditChange): Promise<Receipt> {
  const { signer, heads } = getTransactionAudit(tx);
  const payload = JSON.stringify(change.payload);
  const [appended] = await tx.$queryRaw<AppendedRow[]>`
    SELECT sequence, at, encode(hash, 'hex') AS hash FROM congvu.append_audit(
      ${change.action}, ${change.entity}, ${change.entityId}, ${change.employeeId}::uuid, ${payload}, ${change.idempotencyKey})`;
  if (!appended) throw new Error('append_audit() answers one row');
  const sequence = Number(appended.sequence);
  const head = signer.sign(sequence, appended.hash);
  await tx.$executeRaw`
    SELECT congvu.sign_audit(${appended.sequence}, decode(${head.hash}, 'hex'), decode(${head.signature}, 'base64'), ${head.keyId})`;
  heads.push(head);
  return { ...head, at: appended.at };
}
