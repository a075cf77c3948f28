import type { Level } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type BlockKind, effectsOfLevel } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** Why somebody cannot be appointed on a day, as far as the reader may know. */
export interface BlockRow {
  readonly employeeId: string;
  readonly kind: BlockKind;
  /** Last day; null: for ever, or while the procedure lasts. */
  readonly until: LocalDate | null;
  /** Null where it is not a decision, or the reader may not see it. */
  readonly decisionId: string | null;
  /** The year whose level brings it; null where a discipline does. */
  readonly year: number | null;
}

/** What discipline brings people on a day: windows in force, decisions with effect, procedures under way. */
export function findDisciplineBlocks(
  context: Context,
  employeeIds: readonly string[],
  on: LocalDate,
): Promise<readonly BlockRow[]> {
  return query<BlockRow>(
    context,
    sql`select b.employee_id as "employeeId", b.kind, b.until::text as until, b.decision_id as "decisionId", null::int as year
      from congvu.discipline_blocks(${employeeIds}::uuid[], ${on}::date) b order by b.kind, b.until desc nulls first`,
  );
}

/** What discipline alone brings each person on a day. */
export function disciplineBlocksOn(on: LocalDate) {
  return defineBatch(`disciplineBlocksOn ${on}`, async (context: Context, ids: readonly string[]) =>
    Map.groupBy(await findDisciplineBlocks(context, ids, on), (block) => block.employeeId),
  );
}

/** Blocks of each person on a day, those of a year’s level beside those of discipline: both windows are listed. */
export function blocksOn(on: LocalDate) {
  return defineBatch(`blocksOn ${on}`, async (context: Context, ids: readonly string[]) => {
    const [disciplines, levels] = await Promise.all([
      findDisciplineBlocks(context, ids, on),
      findLevels(context, ids, on),
    ]);
    const blocks = [...disciplines, ...levels.flatMap((level) => blocksOfLevel(level, on))];
    const byPerson = Map.groupBy(blocks, (block) => block.employeeId);
    return new Map(ids.map((id) => [id, byPerson.get(id) ?? []]));
  });
}

interface DecidedLevel {
  readonly employeeId: string;
  readonly year: number;
  readonly level: Level;
  readonly decidedOn: LocalDate;
}

/** Levels that bring something, decided within the two years before; one’s own only after one was told. */
function findLevels(context: Context, ids: readonly string[], on: LocalDate): Promise<readonly DecidedLevel[]> {
  return query<DecidedLevel>(
    context,
    sql`select c.employee_id as "employeeId", c.year::int as year, c.decided_level as level, c.decided_on::text as "decidedOn"
      from congvu.classification c
      where c.employee_id = any(${ids}::uuid[]) and c.current and c.decided_level = 'NOT_COMPLETED'
        and c.decided_on <= ${on}::date and c.decided_on > ${on}::date - 731
        and (c.notified_at is not null or c.employee_id is distinct from congvu.actor_employee())
      order by c.year`,
  );
}

function blocksOfLevel({ employeeId, level, decidedOn, year }: DecidedLevel, on: LocalDate): readonly BlockRow[] {
  return effectsOfLevel(level, decidedOn)
    .filter(({ from, to }) => from <= on && (to === null || on <= to))
    .map(({ kind, to }) => ({
      employeeId,
      kind: kind === 'NO_PROMOTION' ? 'ACTIVE_DISCIPLINE' : kind,
      until: to,
      decisionId: null,
      year,
    }));
}
