import type { Transaction } from '@congvu/prisma/database';
import type { Actor } from '../context.ts';

/** One change of an adapter after another: versions count without a gap, and one is published to a place. */
export async function lockAdapter(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('site adapter ' || ${name}, 0))`;
}

export async function findAdapter(
  tx: Transaction,
  name: string,
): Promise<{ readonly id: string; readonly latestVersion: number } | null> {
  const adapter = await tx.siteAdapter.findUnique({
    where: { name },
    select: { id: true, versions: { select: { version: true }, orderBy: { version: 'desc' }, take: 1 } },
  });
  return adapter === null ? null : { id: adapter.id, latestVersion: adapter.versions[0]?.version ?? 0 };
}

export interface PresentPublication {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: Date;
}

/** What is published to a unit now, or to everyone. */
export function findPublication(
  tx: Transaction,
  adapterId: string,
  unitId: string | null,
): Promise<PresentPublication | null> {
  return tx.siteAdapterPublication.findFirst({
    where: { adapterId, unitId, withdrawnAt: null },
    select: { id: true, version: true, publishedAt: true },
  });
}

/** Ends a publication and answers when: never before it began, also where the clocks of two processes differ. */
export async function endPublication(
  tx: Transaction,
  present: PresentPublication,
  actor: Actor,
  now: Date,
): Promise<Date> {
  const at = now < present.publishedAt ? present.publishedAt : now;
  await tx.siteAdapterPublication.updateMany({
    where: { id: present.id, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawnById: actor.userId, withdrawnByName: actor.displayName },
  });
  return at;
}
