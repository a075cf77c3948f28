import type { Transaction } from '@congvu/prisma/database';
import { disciplinesOf } from '../classification-round/discipline-facts.ts';
import { disciplinesOfRound } from '../classification-round/propose-levels.store.ts';
import type { DecidableRow } from './decide.store.ts';

/**
 * Marks the acts for which people were put at the lowest level: an act counts in one year only, whatever is decided on it
 * later (R-SP-4, R-SP-5; NĐ 335/2025 art. 11).
 */
export async function countActs(
  tx: Transaction,
  decided: readonly { readonly row: DecidableRow; readonly given: { readonly level: string | null } }[],
): Promise<void> {
  const forced = decided.filter(({ row, given }) => given.level === 'NOT_COMPLETED' && row.flags.includes('FORCED'));
  const byRound = Map.groupBy(forced, ({ row }) => row.roundId);
  for (const [roundId, rows] of byRound) {
    const ids = rows.map(({ row }) => row.employeeId);
    const decisions = Map.groupBy(await disciplinesOfRound(tx, roundId, ids), (decision) => decision.employeeId);
    const acts = rows.flatMap(
      ({ row }) => disciplinesOf(decisions.get(row.employeeId) ?? [], row.year, row.agencyId).countedActs,
    );
    const year = rows[0]?.row.year;
    if (acts.length === 0 || year === undefined) continue;
    await tx.$executeRaw`select congvu.count_violations(${acts}::uuid[], ${year}::int)`;
  }
}
