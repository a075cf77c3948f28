import { domainError } from '@congvu/schema/errors';
import type { FixPeriodPlan } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { Period } from '@congvu/schema/primitives/period';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { PeriodClosedError, UnitClosedError, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { planOfPeriod } from '../period-sheet/sheet.store.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { findPlan } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';

export interface FixedPlan {
  readonly unit: UnitRow;
  readonly period: Period;
  readonly fixedAt: Date;
  readonly fixedBy: string;
}

/** Fixes a unit's plan of a month. Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED, PERIOD_CLOSED, WRONG_STATE where it is fixed. */
export async function fixPeriodPlan(context: Context, input: FixPeriodPlan): Promise<FixedPlan> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const { unitPaths } = await loadAuthority(context, 'PLAN_FIX');
  if (!covers(unitPaths, unit.pathText)) throw forbidden(context.locale, 'PLAN_FIX');
  if (unit.validTo !== null && unit.validTo < context.today) {
    // Written by the database from a date column.
    throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo as LocalDate }));
  }
  const actor = getActor(context);
  await change(context, 'fixPeriodPlan', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`plan ${unit.id} ${input.period}`}, 0))`;
    const plan = await findPlan(tx, unit.id, input.period);
    if (plan?.closedAt) throw new PeriodClosedError(domainError('PERIOD_CLOSED', { period: input.period }));
    if (plan?.fixedAt) throw wrongState('FIXED');
    const data = { fixedAt: context.now, fixedById: actor.userId, fixedByName: actor.displayName };
    const { id } = await tx.periodPlan.upsert({
      where: { unitId_period: { unitId: unit.id, period: input.period } },
      create: { unitId: unit.id, period: input.period, ...data },
      update: data,
      select: { id: true },
    });
    const payload = { unit: unit.code, period: input.period, fixedAt: context.now.toISOString() };
    return { entity: 'PeriodPlan', id, employeeId: null, payload };
  });
  const plan = await loadOne(context, planOfPeriod(input.period), unit.id);
  if (!plan?.fixedAt) throw new Error('A plan was fixed that may not be seen.');
  return { unit, period: input.period, fixedAt: plan.fixedAt, fixedBy: plan.fixedBy ?? '' };
}
