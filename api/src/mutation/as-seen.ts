import type { Transaction } from '@congvu/prisma/database';
import type { Context } from '../context.ts';
import { staleRevision } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import type { Change } from './change.ts';

/**
 * One change of a row at a time. The lock is taken by name, as a reader: a policy for changing must not turn "may not" into "is
 * not there".
 */
export async function lockRow(tx: Transaction, entity: Change['entity'], id: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${entity} ${id}`}, 0))`;
}

/** The row under its lock, as its caller saw it. Errors: NOT_FOUND, STALE_REVISION. */
export function asSeen<Row extends { readonly revision: number }>(
  context: Pick<Context, 'locale'>,
  row: Row | null,
  revision: number,
): Row {
  if (row === null) throw notFound(context.locale);
  if (row.revision !== revision) throw staleRevision(revision, row.revision);
  return row;
}
