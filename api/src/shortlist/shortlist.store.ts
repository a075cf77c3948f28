import type { Level, Post } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { BlockKind } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** What is known of somebody for a post: a row of shortlist_facts(). */
export interface ShortlistFactsRow {
  readonly employeeId: string;
  readonly unitId: string;
  readonly post: Post;
  readonly group: string;
  /** Whether a search found him; everybody is counted all the same. */
  readonly matched: boolean;
  /** Null where no plan of that post of that unit is kept. */
  readonly planned: boolean | null;
  readonly plannedUntil: LocalDate | null;
  /** Whole months until the stated day; null where none is stated. */
  readonly serviceMonths: number | null;
  /** The day itself, for personnel alone. */
  readonly serviceEnd: LocalDate | null;
  readonly levels: readonly { readonly year: number; readonly level: Level | null; readonly notClassified: boolean }[];
  /** Null for who may not know. */
  readonly blocks: readonly { readonly kind: BlockKind; readonly until: LocalDate | null }[] | null;
}

export interface ShortlistQuestion {
  readonly unitForId: string;
  readonly withinId: string;
  readonly group: string | null;
  readonly post: Post;
  readonly on: LocalDate;
  /** A key of the search, or null. */
  readonly search: string | null;
}

/** Everybody of a unit and below whose people, levels and ranking one reads, by given name; at most `most`. */
export function findShortlistFacts(
  context: Context,
  { unitForId, withinId, group, post, on, search }: ShortlistQuestion,
  most: number,
): Promise<readonly ShortlistFactsRow[]> {
  return query<ShortlistFactsRow>(
    context,
    sql`select f.employee_id as "employeeId", f.unit_id as "unitId", f.post, f.group_code as "group",
        ${search}::text is null or position(${search} in e.search_key) > 0 or e.code = upper(${search}) as matched,
        f.planned, f.planned_until::text as "plannedUntil", f.service_months as "serviceMonths", f.service_end::text as "serviceEnd",
        f.levels, f.blocks
      from congvu.shortlist_facts(null, ${withinId}::uuid, ${group}, ${unitForId}::uuid, ${post}::congvu.post, ${on}::date) f
      join congvu.employee e on e.id = f.employee_id
      order by f.sort_key, f.employee_id limit ${most}`,
  );
}
