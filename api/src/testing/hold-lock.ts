import type pg from 'pg';
import { expect } from 'vitest';

/** A lock of the database held on a connection of its own, so that a test makes the moment it is about. */
export interface HeldLock {
  /** Until so many others wait for it. */
  untilWaiting(count?: number): Promise<void>;
  /** Lets them go on, in the order in which they came. A second time does nothing. */
  release(): Promise<void>;
}

/** `statement` takes the lock until the end of its transaction, e.g. "lock table congvu.import_row". */
export async function holdLock(pool: pg.Pool, statement: string, values: readonly unknown[] = []): Promise<HeldLock> {
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query(statement, [...values]);
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  let held = true;
  return {
    untilWaiting: (count = 1) =>
      expect
        .poll(
          async () => {
            const waiting = await pool.query<{ count: number }>(
              'select count(*)::int as count from pg_stat_activity where $1 = any(pg_blocking_pids(pid))',
              [rows[0]?.pid],
            );
            return waiting.rows[0]?.count;
          },
          { timeout: 20_000, interval: 10 },
        )
        .toBe(count),
    async release() {
      if (!held) return;
      held = false;
      await holder.query('commit');
      holder.release();
    },
  };
}
