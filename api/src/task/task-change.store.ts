import type { Transaction } from '@congvu/prisma/database';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { SheetKey } from '../period-sheet/sheet-figures.store.ts';

/** The day as Prisma takes a date column: midnight UTC of that day. */
export function toDateColumn(day: LocalDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** A task with all that a change of it needs, locked until the transaction ends; null where one may not see it. */
export async function lockTask(tx: Transaction, id: string) {
  // The lock is taken as a reader: a policy for changing must not turn "may not" into "is not there".
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`task ${id}`}, 0))`;
  return tx.task.findUnique({
    where: { id },
    include: {
      unit: { select: { pathText: true } },
      events: { include: { objectiveCause: true }, orderBy: { recordedAt: 'asc' } },
    },
  });
}
export type LockedTask = NonNullable<Awaited<ReturnType<typeof lockTask>>>;

export function findPlan(tx: Transaction, unitId: string, period: string) {
  return tx.periodPlan.findUnique({ where: { unitId_period: { unitId, period } } });
}

export function findSheetState(tx: Transaction, key: SheetKey) {
  return tx.periodSheet.findFirst({ where: { ...key }, select: { id: true, state: true } });
}
