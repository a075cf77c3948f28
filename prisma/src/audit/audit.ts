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
  const [receipt] = await appendAudits(tx, [change]);
  if (!receipt) throw new Error('append_audit() answers one row');
  return receipt;
}

/** The same for many changes of one transaction, in their order, each with a head of its own, by two statements. */
export async function appendAudits(tx: Transaction, changes: readonly AuditChange[]): Promise<readonly Receipt[]> {
  if (changes.length === 0) return [];
  const { signer, heads } = getTransactionAudit(tx);
  const column = <Value>(value: (change: AuditChange) => Value): Value[] => changes.map(value);
  const appended = await tx.$queryRaw<AppendedRow[]>`
    SELECT a.sequence, a.at, encode(a.hash, 'hex') AS hash
    FROM unnest(${column((each) => each.action)}::text[], ${column((each) => each.entity)}::text[],
      ${column((each) => each.entityId)}::text[], ${column((each) => each.employeeId)}::uuid[],
      ${column((each) => JSON.stringify(each.payload))}::text[], ${column((each) => each.idempotencyKey)}::text[])
      WITH ORDINALITY AS c (action, entity, entity_id, employee_id, payload, idempotency_key, place)
    CROSS JOIN LATERAL congvu.append_audit(c.action, c.entity, c.entity_id, c.employee_id, c.payload, c.idempotency_key) a
    ORDER BY c.place`;
  if (appended.length !== changes.length) throw new Error('append_audit() answers one row for each change');
  const receipts = appended.map((row) => ({ ...signer.sign(Number(row.sequence), row.hash), at: row.at }));
  await tx.$executeRaw`
    SELECT congvu.sign_audit(s.sequence, decode(s.hash, 'hex'), decode(s.signature, 'base64'), s.key_id)
    FROM unnest(${receipts.map((each) => each.sequence)}::bigint[], ${receipts.map((each) => each.hash)}::text[],
      ${receipts.map((each) => each.signature)}::text[], ${receipts.map((each) => each.keyId)}::text[])
      AS s (sequence, hash, signature, key_id)`;
  for (const { at: _at, ...head } of receipts) heads.push(head);
  return receipts;
}
