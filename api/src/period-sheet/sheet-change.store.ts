import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { CriterionPoints } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { Actor } from '../context.ts';
import { PeriodClosedError } from '../error/refusals.ts';
import { toDecimal } from '../scalar/decimal.ts';
import type { ScoredTask } from '../score/rescore.ts';

/** A sheet, locked until the transaction ends; null where there is none one may see. */
export async function lockSheet(tx: Transaction, employeeId: string, period: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`sheet ${employeeId} ${period}`}, 0))`;
  return tx.periodSheet.findUnique({ where: { employeeId_period: { employeeId, period } } });
}
export type LockedSheet = NonNullable<Awaited<ReturnType<typeof lockSheet>>>;

/** The tasks of a period in the order in which the explanation counts them. */
export async function findTasksOfPeriod(
  tx: Transaction,
  employeeId: string,
  period: string,
): Promise<readonly ScoredTask[]> {
  const tasks = await tx.task.findMany({
    where: { employeeId, period },
    orderBy: [{ assignedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      unitsNumerator: true,
      unitsDenominator: true,
      origin: true,
      outcome: true,
      errors: true,
      delays: true,
    },
  });
  return tasks.map((task) => ({
    ...task,
    unitsNumerator: task.unitsNumerator.toString(),
    unitsDenominator: task.unitsDenominator.toString(),
  }));
}

/**
 * Whether somebody whom a leader manages has a confirmed score below 50 in the period (Nghị định 335/2025/NĐ-CP art.
 * 15(3)(d)). Over the whole unit: fields of deputies are not recorded yet.
 */
export async function hasFailedSubordinate(
  tx: Transaction,
  sheet: { readonly employeeId: string; readonly unitId: string; readonly period: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ readonly found: boolean }[]>`select exists (
    select 1 from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
    where s.period = ${sheet.period} and s.employee_id <> ${sheet.employeeId}::uuid
      and s.level = 'NOT_COMPLETED' and not s.provisional
      and u.path <@ (select own.path from congvu.unit own where own.id = ${sheet.unitId}::uuid)) as found`;
  return rows[0]?.found ?? false;
}

/**
 * Leaders' sheets of the period, not confirmed themselves, whose stored result of their unit is no longer what their
 * subordinates' confirmed scores say. Only those the actor may change: his own, and those in the units he confirms.
 */
export async function findLeadersToFollow(
  tx: Transaction,
  sheet: { readonly employeeId: string; readonly unitId: string; readonly period: string },
): Promise<readonly { readonly employeeId: string; readonly unitId: string }[]> {
  return tx.$queryRaw`
    select s.employee_id as "employeeId", s.unit_id as "unitId"
    from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
    where s.period = ${sheet.period} and s.role = 'LEADER' and s.state in ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
      and s.employee_id <> ${sheet.employeeId}::uuid
      and (select own.path from congvu.unit own where own.id = ${sheet.unitId}::uuid) <@ u.path
      and (s.employee_id = congvu.actor_employee() or u.path <@ (select congvu.scopes('SCORE_CONFIRM')))
      and s.unit_result is distinct from (case when exists (
        select 1 from congvu.period_sheet below join congvu.unit b on b.id = below.unit_id
        where below.period = s.period and below.employee_id <> s.employee_id
          and below.level = 'NOT_COMPLETED' and not below.provisional and b.path <@ u.path) then 50 else 100 end)
    order by s.id`;
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
