import type { Permission } from '@congvu/schema/permission';
import { agencyOfUnit } from '../classification/agency.store.ts';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { loadOne } from '../sql/batch.ts';
import { covers } from './authority.policy.ts';

/** Whether the actor holds a permission over the unit of a path. Row policies ask the same; this is for a refusal with a name. */
export function holdsOver(context: Context, permission: Permission, unitPath: string): boolean {
  const held = context.actor?.permissions.find((each) => each.permission === permission);
  return held !== undefined && covers(held.unitPaths, unitPath);
}

/**
 * Whether the actor works in the agency of a unit today: nobody inspects his own agency or closes what it has to remedy. Who is
 * no employee serves nowhere. The database's serves_in() says the same.
 */
export async function servesIn(context: Context, unitId: string): Promise<boolean> {
  const employeeId = context.actor?.employeeId ?? null;
  const self = employeeId === null ? null : await loadOne(context, employeeById, employeeId);
  if (self?.assignment == null) return false;
  const [own, other] = await Promise.all([
    loadOne(context, agencyOfUnit, self.assignment.unit.id),
    loadOne(context, agencyOfUnit, unitId),
  ]);
  return own !== null && own.id === other?.id;
}
