import type { AbsenceKind } from '@congvu/schema/evaluation';
import { batchById, batchByParent } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface AbsenceRow {
  readonly id: string;
  readonly employeeId: string;
  readonly kind: AbsenceKind;
  readonly from: string;
  /** Last day, inclusive; null while it is not known. */
  readonly to: string | null;
  readonly document: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revokedAt: Date | null;
}

const COLUMNS = raw(`ab.id, ab.employee_id as "employeeId", ab.kind, ab.absent_from::text as "from",
  ab.absent_to::text as "to", ab.document, ab.recorded_by_name as "recordedBy", ab.recorded_at as "recordedAt",
  ab.revoked_at as "revokedAt"`);
const FROM = raw('congvu.absence ab');

export const absenceById = batchById<AbsenceRow>('absenceById', COLUMNS, FROM, 'ab.id');

/** A person's absences, newest first, revoked ones included. */
export const absencesByEmployee = batchByParent<AbsenceRow & { readonly parent_id: string }>(
  'absencesByEmployee',
  (ids) => sql`select ab.employee_id as parent_id, ${COLUMNS} from ${FROM}
    where ab.employee_id = any(${ids}::uuid[]) order by ab.absent_from desc, ab.id`,
);

export interface AbsentDays {
  readonly employeeId: string;
  readonly from: string;
  readonly to: string | null;
}

/** When people of a unit are away, without why: for who assigns their work. Revoked absences are left out. */
export function absentDaysByUnit(from: string, to: string) {
  return batchByParent<AbsentDays & { readonly parent_id: string }>(
    `absentDaysByUnit ${from} ${to}`,
    (unitIds) => sql`select k.unit_id as parent_id, a.employee_id as "employeeId", a.absent_from::text as "from",
        a.absent_to::text as "to"
      from unnest(${unitIds}::uuid[]) as k (unit_id)
      cross join lateral congvu.absences_of(k.unit_id, ${from}::date, ${to}::date) a
      order by a.absent_from, a.employee_id`,
  );
}
