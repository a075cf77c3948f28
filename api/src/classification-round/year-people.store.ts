import type { Post, SubjectType } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { PERIOD_RESULT_COLUMNS, type PeriodResultRow } from '../period-result/period-result.store.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** A person in a unit between two dates, as the year asks; both days included, `to` null while it lasts. */
export interface YearSegment {
  readonly unitId: string;
  readonly post: Post;
  readonly groupCode: string;
  readonly subjectType: SubjectType;
  readonly ruleSet: string;
  readonly from: string;
  readonly to: string | null;
}

export interface YearAbsence {
  readonly kind: 'UNPAID' | 'SICK' | 'MATERNITY' | 'OTHER';
  readonly from: string;
  readonly to: string | null;
}

/** Somebody whom an agency classifies for a year: his last assignment in it was there. */
export interface YearPerson {
  readonly employeeId: string;
  readonly code: string;
  /** Of the whole year, oldest first, also in other agencies. */
  readonly segments: readonly YearSegment[];
  readonly absences: readonly YearAbsence[];
}

/**
 * Whom an agency classifies: the new agency of who was transferred (R-SP-8). The database answers only where one proposes or
 * decides over the agency, and also what lies in other agencies.
 */
export function findYearPeople(context: Context, agencyId: string, year: number): Promise<readonly YearPerson[]> {
  return query<YearPerson>(
    context,
    sql`select p.employee_id as "employeeId", e.code, p.segments, p.absences
      from congvu.year_people(${agencyId}::uuid, ${year}) p join congvu.employee e on e.id = p.employee_id order by e.code`,
  );
}

/** Their closed months, the revision that counts of each, also those of the agencies they came from (art. 19(1)). */
export async function findYearResults(
  context: Context,
  agencyId: string,
  year: number,
): Promise<ReadonlyMap<string, readonly PeriodResultRow[]>> {
  const rows = await query<PeriodResultRow>(
    context,
    sql`select ${PERIOD_RESULT_COLUMNS} from congvu.year_results(${agencyId}::uuid, ${year}) r
      order by r.employee_id, r.period`,
  );
  return Map.groupBy(rows, (row) => row.employeeId);
}
