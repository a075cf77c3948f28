import { LEVELS, type Level } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** People who may be ranked together: one classifying agency, one group of similar work, one family of rule sets, one period. */
export interface ComparableGroupRow {
  readonly agencyId: string;
  /** Code of the agency that classifies them. */
  readonly agency: string;
  readonly group: string;
  readonly groupName: string;
  /** Code of the built-in rule set the scores come from, or of the office’s own where it was derived from none. */
  readonly family: string;
  readonly period: Period;
  /** People of the asked unit and below who belong to it. */
  readonly people: number;
  /** Of them those with a figure; of a year, those whose level is decided. */
  readonly scored: number;
  /** Everybody of the group, wherever in the agency. */
  readonly whole: number;
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
}

type StoredGroup = Omit<ComparableGroupRow, 'levels' | 'period'> & { readonly levels: readonly number[] };

/** Every comparable group with somebody in the unit or below; none for who does not read rankings there. Figures only. */
export async function findComparableGroups(
  context: Context,
  unitId: string,
  period: Period,
): Promise<readonly ComparableGroupRow[]> {
  const rows = await query<StoredGroup>(
    context,
    sql`select r.agency_id as "agencyId", a.code as agency, r.group_code as "group", g.name as "groupName", r.family,
        r.people, r.scored, r.whole, r.levels
      from congvu.ranking_groups(${unitId}::uuid, ${period}) r
      join congvu.unit a on a.id = r.agency_id join congvu.work_group g on g.code = r.group_code
      order by a.path_text, r.people desc, r.group_code, r.family`,
  );
  return rows.map((row) => ({ ...row, period, levels: toLevelCounts(row.levels) }));
}

/** Counts in the order of the levels, best first. */
function toLevelCounts(counts: readonly number[]): ComparableGroupRow['levels'] {
  return LEVELS.map((level, index) => ({ level, count: counts[index] ?? 0 }));
}
