import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../../generated/client/client.ts';
import { preparedName } from './prepared-name.ts';

/** Prisma's client over a pool that names the actor; statements are prepared. */
export function openPrismaClient(pool: pg.Pool): PrismaClient {
  const adapter = new PrismaPg(pool, {
    schema: 'congvu',
    // The generator may decline (undefined), which the adapter's type does not say though it passes the value on.
    statementNameGenerator: (query) => preparedName(query.sql) as string,
  });
  const prisma = new PrismaClient({ adapter });
  neverBatch(prisma);
  return prisma;
}

/**
 * Turns off the gathering of `findUnique` calls of one tick into one statement.
 *
 * It gathers calls of different requests too and sends them in the asynchronous context of the first: two actors who
 * looked somebody up in the same tick would both see by the rights of one. There is no option for it (7.10), hence this
 * reach into the client; where the inside has changed it refuses to open, and a test shows that calls stay apart.
 */
function neverBatch(prisma: PrismaClient): void {
  const inside = prisma as unknown as {
    _requestHandler?: { dataloader?: { options?: { batchBy?: unknown } } };
  };
  const options = inside._requestHandler?.dataloader?.options;
  if (typeof options?.batchBy !== 'function') {
    throw new Error('the Prisma client gathers its calls in a new way: read neverBatch() before using it');
  }
  options.batchBy = () => undefined;
}
