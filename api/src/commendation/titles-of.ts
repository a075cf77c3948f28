import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { CommendationTitle } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { getRegisterTable, loadRegisterTables } from '../register-table/register-table.store.ts';
import type { HeldTitle } from './commendation.store.ts';

/** The table each title was given by: its round's, else the one in force for its unit on the day of its decision. */
export async function loadTitlesOf(
  context: Context,
  titles: readonly HeldTitle[],
): Promise<(held: HeldTitle) => readonly CommendationTitle[]> {
  const inForce = await loadRegisterTables(context, 'COMMENDATION_TITLES');
  const tables = await Promise.all(
    titles.map(async (held) => {
      const { decidedOn, roundId, titlesTableId, unitPath } = held;
      const table =
        roundId === null
          ? inForce(unitPath, decidedOn as LocalDate).table // A date column.
          : await getRegisterTable(context, 'COMMENDATION_TITLES', titlesTableId);
      return [held.id, table] as const;
    }),
  );
  const byId = new Map(tables);
  return ({ id }) => byId.get(id) ?? [];
}
