import { domainError } from '@congvu/schema/errors';
import type { CancelVisit, PlanVisit, RecordVisit } from '@congvu/schema/registers';
import { holdsOver, servesIn } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { inspectionPlanById } from '../inspection-plan/inspection-plan.store.ts';
import { asSeen, lockRow } from '../mutation/as-seen.ts';
import { type Change, change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { getUnit, type UnitRow } from '../unit/unit.store.ts';
import { type InspectionRow, inspectionById } from './inspection.store.ts';
import { assertNotBefore, assertPossible, findManaged } from './inspection-change.ts';
import { agenciesBelow } from './rotation.store.ts';
import { isVisitActionPossible, type VisitAction } from './visit.policy.ts';
import { type VisitRow, visitById } from './visit.store.ts';

/**
 * Plans a visit to a unit; nobody plans one to the agency he works in, unless it checks itself. Answers its id. Until it happens
 * the chain keeps no unit and no day of it: who reads the chain is not told either.
 *
 * Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE; UNIT_CLOSED; VISITED_TOO_SOON for an agency of the plan that was visited while
 * others never were, without a reason.
 */
export async function planVisit(context: Context, input: PlanVisit): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  const unit = await visibleUnit(context, input.unit);
  await assertMayInspect(context, inspection, unit);
  assertPossible('PLAN_VISIT', inspection);
  assertOpenOn(unit, input.from ?? context.today, '/from');
  if (input.to !== null) assertOpenOn(unit, input.to, '/to');
  if (input.repeatReason === null) await assertInTurn(context, inspection, unit);
  return change(context, 'planVisit', input, async (tx) => {
    await lockRow(tx, 'Inspection', inspection.id);
    const fresh = await tx.inspection.findUnique({ where: { id: inspection.id }, select: { state: true } });
    assertPossible('PLAN_VISIT', fresh ?? inspection);
    const { id } = await tx.inspectionVisit.create({
      data: {
        inspectionId: inspection.id,
        unitId: unit.id,
        plannedFrom: input.from === null ? null : toDateColumn(input.from),
        plannedTo: input.to === null ? null : toDateColumn(input.to),
        unannounced: input.unannounced,
        repeatReason: input.repeatReason,
        ...recordedBy(context),
      },
      select: { id: true },
    });
    return { entity: 'InspectionVisit', id, employeeId: null, payload: { inspection: inspection.id } };
  });
}

/** The visit happened; from now on the unit sees it. Answers its id. Errors: as planVisit, OUT_OF_RANGE, STALE_REVISION. */
export async function recordVisit(context: Context, input: RecordVisit): Promise<string> {
  const { visit, inspection, unit } = await findVisit(context, input.visit);
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, inspection.startedOn);
  assertOpenOn(unit, input.on, '/on');
  return changeVisit(
    context,
    'recordVisit',
    input,
    { visit, action: 'RECORD' },
    {
      data: { state: 'DONE', visitedOn: toDateColumn(input.on), note: input.note },
      payload: { inspection: inspection.id, unit: unit.code, on: input.on },
    },
  );
}

/** A visit that is not made. Answers its id; nothing more of it is told than before. */
export async function cancelVisit(context: Context, input: CancelVisit): Promise<string> {
  const { visit, inspection } = await findVisit(context, input.visit);
  return changeVisit(
    context,
    'cancelVisit',
    input,
    { visit, action: 'CANCEL' },
    {
      data: { state: 'CANCELLED', cancelReason: input.reason },
      payload: { inspection: inspection.id },
    },
  );
}

async function findVisit(context: Context, globalId: string) {
  const visit = assertVisible(await loadOne(context, visitById, rowId(context, 'Visit', globalId)), context);
  const inspection = assertVisible(await loadOne(context, inspectionById, visit.inspectionId), context);
  const unit = await getUnit(context, visit.unitId);
  await assertMayInspect(context, inspection, unit);
  return { visit, inspection, unit };
}

/** Whether the actor may inspect a unit within an inspection; the database's may_inspect() says the same. */
export async function mayInspect(context: Context, inspection: InspectionRow, unit: UnitRow): Promise<boolean> {
  const holder = await getUnit(context, inspection.unitId);
  const manages = [holder, unit].every(({ pathText }) => holdsOver(context, 'INSPECTION_MANAGE', pathText));
  return manages && (inspection.kind === 'SELF_CHECK' || !(await servesIn(context, unit.id)));
}

/** Errors: FORBIDDEN. */
export async function assertMayInspect(context: Context, inspection: InspectionRow, unit: UnitRow): Promise<void> {
  if (!(await mayInspect(context, inspection, unit))) throw forbidden(context.locale, 'INSPECTION_MANAGE');
}

interface Seen {
  readonly visit: VisitRow;
  readonly action: VisitAction;
}

function changeVisit(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string; readonly revision: number },
  { visit, action }: Seen,
  { data, payload }: { readonly data: object; readonly payload: Change['payload'] },
): Promise<string> {
  return change(context, mutation, input, async (tx) => {
    await lockRow(tx, 'InspectionVisit', visit.id);
    const select = { revision: true, state: true, inspection: { select: { state: true } } };
    const present = asSeen(
      context,
      await tx.inspectionVisit.findUnique({ where: { id: visit.id }, select }),
      input.revision,
    );
    if (present.state !== 'PLANNED') throw wrongState(present.state);
    if (!isVisitActionPossible(action, present.state, present.inspection.state))
      throw wrongState(present.inspection.state);
    await tx.inspectionVisit.update({
      where: { id: visit.id },
      data: { ...data, revision: present.revision + 1 },
      select: { id: true },
    });
    return { entity: 'InspectionVisit', id: visit.id, employeeId: null, payload };
  });
}

/**
 * Of the agencies of a plan every one is visited before any is visited again without a reason. Errors: VISITED_TOO_SOON at
 * "/unit". Source: rotation as one province practises it (domain.md 10).
 */
async function assertInTurn(context: Context, { planId }: InspectionRow, unit: UnitRow): Promise<void> {
  const plan = planId === null ? null : await loadOne(context, inspectionPlanById, planId);
  if (plan === null) return;
  const root = await getUnit(context, plan.unitId);
  const agencies = await agenciesBelow(context, root, context.today, context.today);
  const lastVisitedOn = agencies.find(({ id }) => id === unit.id)?.lastVisitedOn ?? null;
  const unvisited = agencies.filter((agency) => agency.lastVisitedOn === null).length;
  if (lastVisitedOn !== null && unvisited > 0)
    throw invalidField('/unit', domainError('VISITED_TOO_SOON', { unit: unit.code, lastVisitedOn, unvisited }));
}
