import type { Permission } from '@congvu/schema/permission';
import type { ImportRegister } from '@congvu/schema/registers';

/** Who keeps a register, and so may fill it from a file. */
export function permissionOf(register: ImportRegister): Permission {
  return register === 'FEEDBACK' ? 'FEEDBACK_MANAGE' : 'STAFF_MANAGE';
}
