import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { employeeById, getEmployee } from '../employee/employee.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import type { Authority, Subject } from './authority.policy.ts';

/** The asking person's authority by one permission. His own post is read once a request. */
export async function loadAuthority(context: Context, permission: Permission): Promise<Authority> {
  const held = context.actor?.permissions.find((each) => each.permission === permission);
  const employeeId = context.actor?.employeeId ?? null;
  if (held === undefined || held.unitPaths.length === 0)
    return { employeeId, unitPaths: [], post: null, unitPath: null };
  const self = employeeId === null ? null : await loadOne(context, employeeById, employeeId);
  return {
    employeeId,
    unitPaths: held.unitPaths,
    post: self?.assignment?.post ?? null,
    unitPath: self?.assignment?.unit.pathText ?? null,
  };
}

/** Whose work a row is about, with his post today and the place of the unit that carries it. */
export async function loadSubject(
  context: Context,
  row: { readonly employeeId: string; readonly unitId: string },
): Promise<Subject> {
  const [employee, unit] = await Promise.all([getEmployee(context, row.employeeId), getUnit(context, row.unitId)]);
  return { employeeId: row.employeeId, post: employee.assignment?.post ?? null, unitPath: unit.pathText };
}
