import type { Transaction } from '@congvu/prisma/database';
import type { LocalDate } from '@congvu/schema/primitives/local-date';

/**
 * Closes the month of every unit under one in which all sheets are settled, and answers how many.
 *
 * Settled: the person's month has its result; or the sheet is confirmed and the month's last unit, elsewhere, will make the
 * result; or the person was away all month. A unit without any sheet is closed only once the month is over, so that a month
 * closed by mistake in advance locks nobody out.
 */
export async function closeUnits(
  tx: Transaction,
  job: { readonly id: string; readonly unitId: string; readonly period: string },
  month: { readonly from: LocalDate; readonly to: LocalDate },
  by: { readonly userId: string; readonly at: Date; readonly today: LocalDate },
): Promise<number> {
  return tx.$executeRaw`
    insert into congvu.period_plan as plan (unit_id, period, closed_at, closed_by_id)
    select u.id, ${job.period}, ${by.at}, ${by.userId}::uuid
    from congvu.unit u
    where u.path <@ (select root.path from congvu.unit root where root.id = ${job.unitId}::uuid)
      and u.valid_from <= ${month.to}::date and coalesce(u.valid_to >= ${month.from}::date, true)
      and (${month.to}::date < ${by.today}::date or exists (
        select 1 from congvu.period_sheet any_sheet where any_sheet.unit_id = u.id and any_sheet.period = ${job.period}))
      and not exists (
        select 1 from congvu.period_sheet s
        where s.unit_id = u.id and s.period = ${job.period}
          and not exists (
            select 1 from congvu.period_result r where r.employee_id = s.employee_id and r.period = s.period)
          and not (not s.provisional and exists (
            select 1 from congvu.assignment a
            where a.employee_id = s.employee_id and a.valid_to between ${month.from}::date and ${month.to}::date - 1
              and a.unit_id = s.unit_id))
          and not exists (
            select 1 from congvu.job_item i
            where i.job_id = ${job.id}::uuid and i.employee_id = s.employee_id and i.reason = 'ABSENT_WHOLE_MONTH'))
    on conflict (unit_id, period) do update set closed_at = excluded.closed_at, closed_by_id = excluded.closed_by_id
      where plan.closed_at is null`;
}
