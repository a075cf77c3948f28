import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { CreateInspectionPlan, IssuePlan } from '@congvu/schema/registers';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { getUnit } from '../unit/unit.store.ts';
import { inspectionPlanById } from './inspection-plan.store.ts';

/**
 * Begins the plan of a year for a unit and all below it; one a unit and year. Answers its id.
 * Errors: NOT_FOUND, FORBIDDEN; UNIT_CLOSED; WRONG_STATE where there is one already, with its state.
 */
export async function createInspectionPlan(context: Context, input: CreateInspectionPlan): Promise<string> {
  const unit = await visibleUnit(context, input.unit);
  if (!holdsOver(context, 'INSPECTION_MANAGE', unit.pathText)) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  // A year of four digits, as the shape demands.
  assertOpenOn({ ...unit, validFrom: '' }, `${input.year}-01-01` as LocalDate, '/year');
  assertOpenOn({ ...unit, validTo: null }, `${input.year}-12-31` as LocalDate, '/year');
  return change(context, 'createInspectionPlan', input, async (tx) => {
    await lockRow(tx, 'InspectionPlan', `${unit.id} ${input.year}`);
    const key = { unitId: unit.id, year: input.year };
    const present = await tx.inspectionPlan.findFirst({ where: key, select: { state: true } });
    if (present !== null) throw wrongState(present.state);
    const { id } = await tx.inspectionPlan.create({
      data: { ...key, sharePercent: input.sharePercent, ...recordedBy(context) },
      select: { id: true },
    });
    const payload = { unit: unit.code, year: input.year, sharePercent: input.sharePercent };
    return { entity: 'InspectionPlan', id, employeeId: null, payload };
  });
}

/** The plan is issued by a decision. Answers its id. Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE. */
export async function issuePlan(context: Context, input: IssuePlan): Promise<string> {
  const plan = assertVisible(
    await loadOne(context, inspectionPlanById, rowId(context, 'InspectionPlan', input.plan)),
    context,
  );
  const unit = await getUnit(context, plan.unitId);
  if (!holdsOver(context, 'INSPECTION_MANAGE', unit.pathText)) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  assertPast(context, '/issuedOn', input.issuedOn);
  return change(context, 'issuePlan', input, async (tx) => {
    await lockRow(tx, 'InspectionPlan', plan.id);
    const select = { revision: true, state: true };
    const present = asSeen(
      context,
      await tx.inspectionPlan.findUnique({ where: { id: plan.id }, select }),
      input.revision,
    );
    if (present.state !== 'DRAFT') throw wrongState(present.state);
    const { decisionNumber, issuedOn } = input;
    await tx.inspectionPlan.update({
      where: { id: plan.id },
      data: {
        state: 'ISSUED',
        decisionNumber,
        issuedOn: toDateColumn(issuedOn),
        revision: present.revision + 1,
      },
      select: { id: true },
    });
    const payload = { unit: unit.code, year: plan.year, decisionNumber, issuedOn };
    return { entity: 'InspectionPlan', id: plan.id, employeeId: null, payload };
  });
}
