import type { StatementPool } from '@congvu/prisma/database';
import type { DateSpan } from '@congvu/schema/aggregation';
import type { CalendarDayKind } from '@congvu/schema/calendar';
import type { Post } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';

/** Somebody whose month is closed with a unit: his last assignment of the month lies in it or below it. */
export interface MonthPerson {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  /** Depth of the unit; the root is 1. */
  readonly level: number;
  /** Null: no assignment in the month, but a sheet in one of the units. */
  readonly post: Post | null;
}

const PEOPLE = `
  with unit_under as materialized (
    select u.id, u.path_text, u.level from congvu.unit u
    where u.path <@ (select root.path from congvu.unit root where root.id = $1)
  ), last_of_month as (
    select distinct on (a.employee_id) a.employee_id, a.unit_id, a.post
    from congvu.assignment a
    where a.valid_from <= $4 and coalesce(a.valid_to >= $3, true)
    order by a.employee_id, a.valid_from desc, a.id
  )
  select l.employee_id as id, u.id as "unitId", u.path_text as "unitPath", u.level, l.post
  from last_of_month l join unit_under u on u.id = l.unit_id
  union all
  select distinct on (s.employee_id) s.employee_id, u.id, u.path_text, u.level, null
  from congvu.period_sheet s join unit_under u on u.id = s.unit_id
  where s.period = $2 and not exists (select 1 from last_of_month l where l.employee_id = s.employee_id)`;

export async function listMonthPeople(
  pool: StatementPool,
  unitId: string,
  period: string,
  month: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly MonthPerson[]> {
  const { rows } = await pool.query<MonthPerson & object>(PEOPLE, [unitId, period, month.from, month.to]);
  return rows;
}

/** What makes one person's days of a month differ from everybody's. */
export interface MonthFacts {
  readonly exceptions: readonly { readonly date: LocalDate; readonly kind: CalendarDayKind }[];
  /** Assignments that do not cover the whole month, by person. */
  readonly service: ReadonlyMap<string, readonly ServiceSpan[]>;
  readonly absences: ReadonlyMap<string, readonly DateSpan[]>;
}

export interface ServiceSpan extends DateSpan {
  readonly unitId: string;
}

interface SpanRow {
  readonly employeeId: string;
  readonly unitId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Few people change unit or are away in a month, so these are read for all at once. */
export async function readMonthFacts(
  pool: StatementPool,
  month: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<MonthFacts> {
  const values = [month.from, month.to];
  const [days, spans, absences] = await Promise.all([
    pool.query<{ readonly date: LocalDate; readonly kind: CalendarDayKind }>(
      'select c.date::text as date, c.kind from congvu.calendar_day c where c.date between $1::date and $2::date',
      values,
    ),
    // All of a person's spans where one of them is partial: two partial ones may make a whole month.
    pool.query<SpanRow & object>(
      `select a.employee_id as "employeeId", a.unit_id as "unitId", a.valid_from as "from", a.valid_to as "to"
       from congvu.assignment a
       where a.valid_from <= $2 and coalesce(a.valid_to >= $1, true) and a.employee_id in (
         select p.employee_id from congvu.assignment p
         where (p.valid_from > $1 and p.valid_from <= $2) or (p.valid_to >= $1 and p.valid_to < $2))
       order by a.employee_id, a.valid_from`,
      values,
    ),
    pool.query<Omit<SpanRow, 'unitId'> & object>(
      `select a.employee_id as "employeeId", a.absent_from as "from", a.absent_to as "to" from congvu.absence a
       where a.absent_from <= $2 and coalesce(a.absent_to >= $1, true) and a.revoked_at is null`,
      values,
    ),
  ]);
  return {
    exceptions: days.rows,
    service: Map.groupBy(spans.rows, (row) => row.employeeId),
    absences: Map.groupBy(absences.rows, (row) => row.employeeId),
  };
}
