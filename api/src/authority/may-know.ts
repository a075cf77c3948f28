import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import type { EmployeeRow } from '../employee/employee.store.ts';
import { mayRead } from '../request-scopes.ts';
import { covers } from './authority.policy.ts';

/**
 * Whether the asking person may know what a register says of someone: the person himself, or a permission over his unit.
 * The row policies hide the rows anyway; this tells "nothing there" from "not for you".
 */
export function mayKnow(context: Context, permission: Permission, employee: EmployeeRow): boolean {
  if (!mayRead(context.actor, permission)) return false;
  if (context.actor?.employeeId === employee.id) return true;
  const held = context.actor?.permissions.find((each) => each.permission === permission);
  const path = employee.assignment?.unit.pathText;
  return held !== undefined && path !== undefined && covers(held.unitPaths, path);
}
