import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import { PeriodClosedError } from '../error/refusals.ts';
import { lockSheets, type SheetKey } from './sheet-figures.store.ts';

/** A sheet, locked until the transaction ends; null where there is none one may see. */
export async function lockSheet(tx: Transaction, key: SheetKey) {
  await lockSheets(tx, [key]);
  return tx.periodSheet.findFirst({ where: { ...key } });
}
export type LockedSheet = NonNullable<Awaited<ReturnType<typeof lockSheet>>>;

/**
 * Leaders' sheets of the period in the units above changed sheets, not confirmed themselves: their result of the unit
 * may now be another. Only those the actor may change: his own, and those in the units he confirms; none of a closed month.
 */
export async function findLeadersToFollow(tx: Transaction, changed: readonly SheetKey[]): Promise<readonly SheetKey[]> {
  return tx.$queryRaw`
    with changed as (
      -- A unit and month once, however many of its people changed: who is the only one does not stand above himself.
      select own.path, k.period, count(distinct k.employee_id) as people, min(k.employee_id::text)::uuid as one
      from unnest(${changed.map((key) => key.employeeId)}::uuid[], ${changed.map((key) => key.unitId)}::uuid[],
        ${changed.map((key) => key.period)}::text[]) as k (employee_id, unit_id, period)
      join congvu.unit own on own.id = k.unit_id group by own.path, k.period)
    select s.employee_id as "employeeId", s.unit_id as "unitId", s.period
    from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
    where s.period = any(${[...new Set(changed.map(({ period }) => period))]}::text[])
      and s.role = 'LEADER' and s.state in ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
      and exists (select 1 from changed c where c.period = s.period and c.path <@ u.path
        and (c.people > 1 or c.one <> s.employee_id))
      and (s.employee_id = congvu.actor_employee() or u.path <@ (select congvu.scopes('SCORE_CONFIRM')))
      and not exists (select 1 from congvu.period_plan p
        where p.unit_id = s.unit_id and p.period = s.period and p.closed_at is not null)
    order by s.id`;
}

/** The units in which a person has a sheet of the period; more than one where he changed unit within it. */
export async function findUnitsOfSheets(
  tx: Transaction,
  employeeId: string,
  period: string,
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  const sheets = await tx.periodSheet.findMany({
    where: { employeeId, period },
    select: { unit: { select: { id: true, code: true } } },
  });
  return sheets.map(({ unit }) => unit);
}

/**
 * One confirmation of a period at a time: it may reach the sheets of several leaders, and two that meet would wait for
 * each other. Writers take turns at the chain anyway.
 */
export async function lockConfirmations(tx: Transaction, ...periods: readonly string[]): Promise<void> {
  const names = [...new Set(periods)].map((period) => `confirm ${period}`);
  await tx.$executeRaw`select pg_advisory_xact_lock(lock) from (
    select hashtextextended(name, 0) as lock from unnest(${names}::text[]) name order by 1) locks`;
}

/** Sheets as they stand, by id; the caller holds their locks. */
export async function findLockedSheets(tx: Transaction, ids: readonly string[]): Promise<readonly LockedSheet[]> {
  return tx.periodSheet.findMany({ where: { id: { in: [...ids] } } });
}

/** Which of these units' months are closed, as "unit period". */
export async function findClosedMonths(
  tx: Transaction,
  months: readonly Pick<SheetKey, 'unitId' | 'period'>[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<readonly { readonly month: string }[]>`
    select p.unit_id || ' ' || p.period as month from congvu.period_plan p
    join unnest(${months.map(({ unitId }) => unitId)}::uuid[], ${months.map(({ period }) => period)}::text[])
      as k (unit_id, period) on k.unit_id = p.unit_id and k.period = p.period
    where p.closed_at is not null`;
  return new Set(rows.map(({ month }) => month));
}

/** Errors: PERIOD_CLOSED. */
export async function assertPlanOpen(tx: Transaction, unitId: string, period: string): Promise<void> {
  const plan = await tx.periodPlan.findUnique({ where: { unitId_period: { unitId, period } } });
  // Stored by us from a Period.
  if (plan?.closedAt) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: period as Period }));
}
