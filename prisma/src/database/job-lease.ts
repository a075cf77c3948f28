import type { ActorPool } from './actor-pool.ts';

/** A job this process may work on until its lease runs out. */
export interface TakenJob {
  readonly id: string;
  readonly kind: 'CLOSE_MONTH' | 'CLOSE_YEAR' | 'NATIONAL_EXPORT' | 'IMPORT' | 'RETENTION' | 'EXPORT';
  readonly unitId: string;
  readonly period: string;
  /** Where an earlier run of it stood; null at the beginning. */
  readonly cursor: string | null;
  /** In whose name it is done. */
  readonly createdById: string;
  /** Null where no token narrows what it may do. */
  readonly tokenScopes: readonly string[] | null;
}

/**
 * Takes the oldest job that waits, or one whose process died, and leases it. Null where there is none. Of several processes
 * that look at once each gets another one (SKIP LOCKED). Needs no actor: it is how one is found.
 */
export function takeJob(pool: ActorPool, leaseSeconds: number): Promise<TakenJob | null> {
  const text = `SELECT id, kind, unit_id AS "unitId", period, cursor, created_by_id AS "createdById",
    token_scopes AS "tokenScopes" FROM congvu.take_job($1)`;
  return pool.askForNobody<TakenJob>(text, [leaseSeconds]);
}

/** Keeps the lease. False where the job no longer runs. */
export async function renewJob(pool: ActorPool, jobId: string, leaseSeconds: number): Promise<boolean> {
  const text = 'SELECT congvu.renew_job($1, $2) AS renewed';
  const row = await pool.askForNobody<{ readonly renewed: boolean }>(text, [jobId, leaseSeconds]);
  return row?.renewed ?? false;
}

/** Ends a running job that cannot go on in its creator's name. `code` is one of the error catalogue. */
export async function failJob(pool: ActorPool, jobId: string, code: string): Promise<void> {
  await pool.askForNobody('SELECT congvu.fail_job($1, $2)', [jobId, code]);
}
