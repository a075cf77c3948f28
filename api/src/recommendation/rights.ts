import { holdsOver, servesIn } from '../authority/holds-over.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, employeeById } from '../employee/employee.store.ts';
import { inspectionById } from '../inspection/inspection.store.ts';
import { loadOne } from '../sql/batch.ts';
import { type UnitRow, unitById } from '../unit/unit.store.ts';
import type { RecommendationRights } from './recommendation.policy.ts';
import type { RecommendationRow } from './recommendation.store.ts';

/** The unit that has to act or is meant: itself, or where the person works today; null where one may not see the person. */
export async function unitOf(
  context: Context,
  unitId: string | null,
  employeeId: string | null,
): Promise<UnitRow | null> {
  if (unitId !== null) return loadOne(context, unitById, unitId);
  const person: EmployeeRow | null = employeeId === null ? null : await loadOne(context, employeeById, employeeId);
  return person?.assignment?.unit ?? null;
}

/** By what right the asking person may act on a recommendation. Row policies decide the same once more. */
export async function rightsOn(context: Context, row: RecommendationRow): Promise<RecommendationRights> {
  const [owner, target, inspection] = await Promise.all([
    unitOf(context, row.ownerUnitId, row.ownerEmployeeId),
    unitOf(context, row.targetUnitId, row.targetEmployeeId),
    loadOne(context, inspectionById, row.inspectionId),
  ]);
  const holder = inspection === null ? null : await loadOne(context, unitById, inspection.unitId);
  const self = context.actor?.employeeId ?? null;
  const isOwner = self !== null && self === row.ownerEmployeeId;
  const isTarget = self !== null && self === row.targetEmployeeId;
  const over = (permission: Parameters<typeof holdsOver>[1], unit: UnitRow | null) =>
    unit !== null && holdsOver(context, permission, unit.pathText);
  const manages = !isTarget && over('INSPECTION_MANAGE', holder);
  return {
    manages,
    owns: isOwner || (row.ownerUnitId !== null && over('TASK_CONFIRM', owner)),
    isOwnersSide:
      isOwner ||
      (manages && owner !== null && inspection?.kind !== 'SELF_CHECK' && (await servesIn(context, owner.id))),
    keepsDiscipline: !isTarget && over('STAFF_MANAGE', target),
  };
}
