import { randomBytes } from 'node:crypto';
import { appendAudit } from '@congvu/prisma/audit';
import type { Actor, Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/**
 * The key with which the asking user's waiting writes are encrypted in his browser: 256 random bits as base64url, one a
 * user for ever, made when it is first asked for.
 *
 * Its making stands in the chain, without the key. Its reading is not logged: it is his own, it opens nothing that the
 * server holds, and each sign-in reads it. No statement's text and no error holds it: it is a parameter and an answer only.
 */
export async function loadOfflineKey(context: Context, actor: Actor): Promise<string> {
  const key = (await findKey(context)) ?? (await makeKey(context, actor));
  return key.toString('base64url');
}

async function findKey(context: Context): Promise<Buffer | null> {
  const [row] = await query<{ readonly key: Buffer | null }>(context, sql`select congvu.find_offline_key() as key`);
  return row?.key ?? null;
}

/** Of two who ask at once for the first time, the second gets the first one's. */
async function makeKey(context: Context, { userId, employeeId }: Actor): Promise<Buffer> {
  const fresh = randomBytes(32);
  await context.database.withActor(async (tx) => {
    const [answer] = await tx.$queryRaw<{ readonly made: boolean }[]>`select congvu.keep_offline_key(${fresh}) as made`;
    if (answer?.made !== true) return;
    await appendAudit(tx, {
      action: 'makeOfflineKey',
      entity: 'OfflineKey',
      entityId: userId,
      employeeId,
      payload: {},
      idempotencyKey: null,
    });
  });
  const kept = await findKey(context);
  if (kept === null) throw new Error('An offline key was made and is not there.');
  return kept;
}
