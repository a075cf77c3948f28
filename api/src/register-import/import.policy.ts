import type { Permission } from '@congvu/schema/permission';
import type { ImportRegister } from '@congvu/schema/registers';

/** Who keeps a register, and so may fill it from a file. */
export function permissionOf(register: ImportRegister): Permission {
  return register === 'FEEDBACK' ? 'FEEDBACK_MANAGE' : 'STAFF_MANAGE';
}

/** What sending a file, and stopping or resuming its job, needs over the unit; who is in it must be seen. */
export function importPermissions(register: ImportRegister): readonly Permission[] {
  return [permissionOf(register), 'EMPLOYEE_READ'];
}
