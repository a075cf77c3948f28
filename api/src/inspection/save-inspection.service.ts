import { domainError, type FieldError } from '@congvu/schema/errors';
import type { SaveInspection, SetTeam } from '@congvu/schema/registers';
import { covers } from '../authority/authority.policy.ts';
import { holdsOver } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { inspectionPlanById } from '../inspection-plan/inspection-plan.store.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { recordedBy } from '../mutation/recorded-by.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { assertOpenOn, visibleUnit } from '../unit/open-unit.ts';
import { getUnit, type UnitRow } from '../unit/unit.store.ts';
import { findManaged, takeStep } from './inspection-change.ts';

/**
 * A new inspection, or a change of one that has not begun. Answers its id. What the chain keeps of it names no unit to be
 * visited: those stand in its visits.
 * Errors: NOT_FOUND, FORBIDDEN; UNIT_CLOSED; INVALID_INPUT for a unit the plan is not of; STALE_REVISION, WRONG_STATE.
 */
export async function saveInspection(context: Context, input: SaveInspection): Promise<string> {
  const unit = await visibleUnit(context, input.unit);
  if (!holdsOver(context, 'INSPECTION_MANAGE', unit.pathText)) throw forbidden(context.locale, 'INSPECTION_MANAGE');
  assertOpenOn(unit, context.today, '/unit');
  const planId = await planOf(context, input.plan, unit);
  const { kind, area, mode, title, topics, teamKind, byGovernment } = input;
  const data = { planId, unitId: unit.id, kind, area, mode, title, topics: [...topics], teamKind, byGovernment };
  const payload = { unit: unit.code, kind, area, mode, plan: planId };
  if (input.inspection !== null && input.revision !== null) {
    const inspection = await findManaged(context, input.inspection);
    const seen = { ...input, revision: input.revision };
    return takeStep(context, seen, inspection, { mutation: 'saveInspection', action: 'CHANGE', data, payload });
  }
  return change(context, 'saveInspection', input, async (tx) => {
    const { id } = await tx.inspection.create({ data: { ...data, ...recordedBy(context) }, select: { id: true } });
    return { entity: 'Inspection', id, employeeId: null, payload };
  });
}

async function planOf(context: Context, globalId: string | null, unit: UnitRow): Promise<string | null> {
  if (globalId === null) return null;
  const plan = assertVisible(
    await loadOne(context, inspectionPlanById, rowId(context, 'InspectionPlan', globalId)),
    context,
  );
  const root = await getUnit(context, plan.unitId);
  if (!covers([root.pathText], unit.pathText))
    throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: unit.code }));
  return plan.id;
}

/**
 * Names the team by its decision, in the decision's order, as a whole. Answers the inspection's id.
 * Errors: NOT_FOUND, FORBIDDEN; EMPLOYEE_UNKNOWN for a member that is none; STALE_REVISION, WRONG_STATE.
 */
export async function setTeam(context: Context, input: SetTeam): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  assertPast(context, '/decidedOn', input.decidedOn);
  const people = await idsByCode(
    context,
    input.members.flatMap(({ employee }) => employee ?? []),
  );
  const unknown: FieldError[] = input.members.flatMap(({ employee }, index) =>
    employee === null || people.has(employee)
      ? []
      : [{ path: `/members/${index}/employee`, error: domainError('EMPLOYEE_UNKNOWN', { employee }) }],
  );
  if (unknown.length > 0) throw invalidInput(...unknown);
  const members = input.members.map(({ employee, name, role }) => ({
    employeeId: employee === null ? null : (people.get(employee) ?? null),
    name,
    role,
  }));
  const { decisionNumber, decidedOn } = input;
  return takeStep(context, input, inspection, {
    mutation: 'setTeam',
    action: 'SET_TEAM',
    data: { decisionNumber, decidedOn: toDateColumn(decidedOn) },
    payload: { decisionNumber, decidedOn, members: members.length },
    also: async (tx) => {
      await tx.$executeRaw`select congvu.set_team(${inspection.id}::uuid, ${JSON.stringify(members)}::jsonb)`;
    },
  });
}

async function idsByCode(context: Context, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ readonly id: string; readonly code: string }>(
    context,
    sql`select e.id, e.code from congvu.employee e where e.code = any(${codes}::text[])`,
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}
