import type pg from 'pg';
import { preparedName } from './prepared-name.ts';

/** Statements on one connection, answered in the order they were asked. */
export interface Reads {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
}

/**
 * Reads that all see the database as it was at the first of them, whatever others commit meanwhile: one transaction, read only and
 * repeatable, on one connection of a pool that names the actor at checkout.
 *
 * `work` asks the database by these reads alone: whoever holds a connection and waits for a second one may wait for ever. What it
 * asks at once waits in a row. Throws what `work` throws; a read after its end is refused.
 */
export async function readTogether<Value>(pool: pg.Pool, work: (reads: Reads) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  const reads = inTurn(client);
  let broken = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return await work(reads);
  } finally {
    // Where work failed others may still wait for their turn. Nothing was written, so there is nothing to commit.
    await reads.end();
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    client.release(broken);
  }
}

/** One statement at a time: a connection of pg takes no second one while it answers. */
function inTurn(client: pg.PoolClient): Reads & { end(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
      if (ended) return Promise.reject(new Error('these reads are over'));
      const answer = last.then(() => client.query<Row>({ name: preparedName(text), text, values: [...values] }));
      last = answer.catch(() => undefined);
      return answer;
    },
    async end() {
      ended = true;
      await last;
    },
  };
}
