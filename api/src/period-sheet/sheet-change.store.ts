import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { CriterionPoints } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Actor } from '../context.ts';
import { PeriodClosedError } from '../error/refusals.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { lockSheets, type SheetKey } from './sheet-figures.store.ts';

/** A sheet, locked until the transaction ends; null where there is none one may see. */
export async function lockSheet(tx: Transaction, key: SheetKey) {
  await lockSheets(tx, [key]);
  return tx.periodSheet.findFirst({ where: { ...key } });
}
export type LockedSheet = NonNullable<Awaited<ReturnType<typeof lockSheet>>>;

/**
 * Leaders' sheets of the period in the units above a changed sheet, not confirmed themselves: their result of the unit
 * may now be another. Only those the actor may change: his own, and those in the units he confirms; none of a closed month.
 */
export async function findLeadersToFollow(tx: Transaction, sheet: SheetKey): Promise<readonly SheetKey[]> {
  return tx.$queryRaw`
    select s.employee_id as "employeeId", s.unit_id as "unitId", s.period
    from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
    where s.period = ${sheet.period} and s.role = 'LEADER' and s.state in ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
      and s.employee_id <> ${sheet.employeeId}::uuid
      and (select own.path from congvu.unit own where own.id = ${sheet.unitId}::uuid) <@ u.path
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
export async function lockConfirmations(tx: Transaction, period: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`confirm ${period}`}, 0))`;
}

/** Errors: PERIOD_CLOSED. */
export async function assertPlanOpen(tx: Transaction, unitId: string, period: string): Promise<void> {
  const plan = await tx.periodPlan.findUnique({ where: { unitId_period: { unitId, period } } });
  // Stored by us from a Period.
  if (plan?.closedAt) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: period as Period }));
}

/** Keeps points in one of the two columns. The remark is the authority's, who confirms or changes (form 01). */
export async function keepCriteria(
  tx: Transaction,
  sheetId: string,
  criteria: readonly CriterionPoints[],
  column: 'selfPoints' | 'confirmedPoints',
): Promise<void> {
  for (const [position, { code, points, remark }] of criteria.entries()) {
    const value = { [column]: toDecimal(points), ...(column === 'confirmedPoints' ? { remark } : {}) };
    await tx.sheetCriterion.upsert({
      where: { sheetId_code: { sheetId, code } },
      create: { sheetId, code, position, ...value },
      update: value,
    });
  }
}

/** Keeps what the sheet says now; answers it. */
export async function keepRevision(
  tx: Transaction,
  sheetId: string,
  by: { readonly actor: Actor; readonly at: Date; readonly reason: string | null },
) {
  const sheet = await tx.periodSheet.findUniqueOrThrow({ where: { id: sheetId }, include: { criteria: true } });
  await tx.sheetRevision.create({
    data: {
      sheetId,
      revision: sheet.revision,
      state: sheet.state,
      totalNumerator: sheet.totalNumerator,
      totalDenominator: sheet.totalDenominator,
      display: sheet.display,
      level: sheet.level,
      snapshot: {
        explanation: sheet.explanation,
        taskIds: sheet.taskIds,
        criteria: sheet.criteria.map((criterion) => ({
          code: criterion.code,
          selfPoints: criterion.selfPoints?.toString() ?? null,
          confirmedPoints: criterion.confirmedPoints?.toString() ?? null,
          remark: criterion.remark,
        })),
      },
      changedById: by.actor.userId,
      changedByName: by.actor.displayName,
      changedAt: by.at,
      reason: by.reason,
    },
  });
  return sheet;
}
