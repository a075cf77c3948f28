import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import type { UnitRow } from '../unit/unit.store.ts';

/** An agency that takes its turn, with the last day a visit to it, or to a unit of it, was made; null: never. */
export interface RotationUnit {
  readonly id: string;
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly lastVisitedOn: LocalDate | null;
}

/** A visit that was made: to an agency, or to a unit of it. */
export interface MadeVisit {
  /** Code of the agency. */
  readonly unit: string;
  readonly on: LocalDate;
}

/** The agencies below a unit that exist on some day of a span, by code. */
export function agenciesBelow(
  context: Context,
  root: UnitRow,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly RotationUnit[]> {
  return query<RotationUnit>(
    context,
    sql`select u.id, u.code, u.valid_from::text as "validFrom", u.valid_to::text as "validTo",
        (select max(iv.visited_on)::text from congvu.inspection_visit iv join congvu.unit visited on visited.id = iv.unit_id
          where iv.state = 'DONE' and visited.path <@ u.path) as "lastVisitedOn"
      from congvu.unit u where u.kind = 'USING_AGENCY' and u.path <@ ${root.pathText}::ltree and u.id <> ${root.id}::uuid
        and u.valid_from <= ${to}::date and coalesce(u.valid_to >= ${from}::date, true) order by u.code`,
  );
}

/** Visits made to the agencies below a unit until a day, each once a day. */
export function madeVisits(context: Context, root: UnitRow, to: LocalDate): Promise<readonly MadeVisit[]> {
  return query<MadeVisit>(
    context,
    sql`select distinct u.code as unit, iv.visited_on::text as on
      from congvu.inspection_visit iv join congvu.unit visited on visited.id = iv.unit_id
        join congvu.unit u on visited.path <@ u.path and u.kind = 'USING_AGENCY'
      where iv.state = 'DONE' and iv.visited_on <= ${to}::date and u.path <@ ${root.pathText}::ltree
        and u.id <> ${root.id}::uuid order by 2, 1`,
  );
}
