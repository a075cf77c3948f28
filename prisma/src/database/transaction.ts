import type { Prisma, PrismaClient } from '../../generated/client/client.ts';
import type { AuditHeadRecord, AuditSigner } from '../audit/audit-signer.ts';
import { getActor } from './actor.ts';

/** How long a write may wait for a connection, and last; in milliseconds. */
const maxWaitMs = 10_000;
const timeoutMs = 30_000;

interface TransactionAudit {
  readonly signer: AuditSigner | null;
  /** Heads signed in this transaction, kept outside the database once it is committed. */
  readonly heads: AuditHeadRecord[];
}

const audits = new WeakMap<Prisma.TransactionClient, TransactionAudit>();

/**
 * One transaction as the current actor. The checkout has named him on the connection already; here he is named again for
 * this transaction, with purpose and request for the audit entry and with the grants of this very moment.
 */
export async function openTransaction<Value>(
  prisma: PrismaClient,
  signer: AuditSigner | null,
  work: (tx: Prisma.TransactionClient) => Promise<Value>,
): Promise<Value> {
  const actor = getActor();
  const heads: AuditHeadRecord[] = [];
  const value = await prisma.$transaction(
    async (tx) => {
      const scopes = actor.tokenScopes ? [...actor.tokenScopes] : null;
      await tx.$executeRaw`SELECT congvu.name_actor(${actor.userId}::uuid, ${scopes}::text[], ${actor.purpose}, ${actor.requestId}, true)`;
      audits.set(tx, { signer, heads });
      return work(tx);
    },
    { maxWait: maxWaitMs, timeout: timeoutMs },
  );
  // After the commit: a head of work that was undone must not stand in the file. What is lost between the two is covered by
  // the next head, since each head binds all entries before it.
  if (signer) for (const head of heads) await signer.record(head);
  return value;
}

/** Throws where `tx` is not a transaction of `withActor`, or where the database was opened without a signer. */
export function getTransactionAudit(tx: Prisma.TransactionClient): { signer: AuditSigner; heads: AuditHeadRecord[] } {
  const audit = audits.get(tx);
  if (!audit) throw new Error('audit entries are appended in a transaction of withActor()');
  if (!audit.signer)
    throw new Error('openDatabase() was given no auditSigner: heads of the audit chain cannot be signed');
  return { signer: audit.signer, heads: audit.heads };
}

/** Heads signed so far; whoever rolls back to a savepoint cuts the list to what it was there. */
export function signedHeads(tx: Prisma.TransactionClient): AuditHeadRecord[] {
  return audits.get(tx)?.heads ?? [];
}
