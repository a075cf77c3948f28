import { createHash } from 'node:crypto';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { Prisma } from '../../generated/client/client.ts';
import { getActor } from '../database/actor.ts';
import type { Transaction } from '../database/database.ts';
import { signedHeads } from '../database/transaction.ts';

export interface IdempotentCall {
  /** The client's key, 8 … 64 of [A-Za-z0-9_-]; its own per user. */
  readonly key: string;
  readonly mutation: string;
  /** hashBody() of the input. */
  readonly bodyHash: Uint8Array<ArrayBuffer>;
}

/** A stored reference to what came of the call, e.g. {entity, id}; `replayed` where an earlier call did it. */
export interface OnceOutcome<Reference> {
  readonly reference: Reference;
  readonly replayed: boolean;
}

/**
 * Runs `run` once for a user and key: the same key with the same body answers the first call's reference, with another body
 * or mutation IDEMPOTENCY_CONFLICT. Of two calls at once the second waits for the first one's commit, so there is one effect.
 *
 * Where `run` fails with a value, what it wrote is undone and the key stays free. Where it throws, the whole transaction is.
 */
export async function once<Reference extends Prisma.InputJsonValue, Failure>(
  tx: Transaction,
  call: IdempotentCall,
  run: () => Promise<Result<Reference, Failure>>,
): Promise<Result<OnceOutcome<Reference>, Failure | DomainError<'IDEMPOTENCY_CONFLICT'>>> {
  const { userId } = getActor();
  await tx.$executeRaw`SAVEPOINT once`;
  const taken = await tx.$executeRaw`
    INSERT INTO congvu.idempotency_key (user_id, key, mutation, body_hash)
    VALUES (${userId}::uuid, ${call.key}, ${call.mutation}, ${call.bodyHash}) ON CONFLICT DO NOTHING`;
  if (taken === 0) return replay<Reference>(tx, userId, call);

  const heads = signedHeads(tx);
  const headsBefore = heads.length;
  const outcome = await run();
  if (!outcome.ok) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT once`;
    heads.length = headsBefore;
    return outcome;
  }
  await tx.$executeRaw`
    UPDATE congvu.idempotency_key SET outcome = ${JSON.stringify(outcome.value)}::jsonb
    WHERE user_id = ${userId}::uuid AND key = ${call.key}`;
  return ok({ reference: outcome.value, replayed: false });
}

async function replay<Reference>(
  tx: Transaction,
  userId: string,
  call: IdempotentCall,
): Promise<Result<OnceOutcome<Reference>, DomainError<'IDEMPOTENCY_CONFLICT'>>> {
  const stored = await tx.idempotencyKey.findUniqueOrThrow({ where: { userId_key: { userId, key: call.key } } });
  const same = stored.mutation === call.mutation && Buffer.compare(stored.bodyHash, call.bodyHash) === 0;
  if (!same) return fail(domainError('IDEMPOTENCY_CONFLICT'));
  // Written above from a Reference of the same mutation, in the transaction that took the key.
  return ok({ reference: stored.outcome as Reference, replayed: true });
}

/** SHA-256 of the input with its keys in order, so that a client that writes them otherwise sends the same body. */
export function hashBody(input: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(canonicalJson(input)).digest());
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
