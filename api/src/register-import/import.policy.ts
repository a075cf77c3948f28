import type { Permission } from '@congvu/schema/permission';
import type { ImportRegister } from '@congvu/schema/registers';

interface Held {
  readonly permissions: readonly { readonly permission: string; readonly unitPaths: readonly string[] }[];
}

/**
 * Who keeps what a file fills, and so may fill it. Tasks are also given by who assigns them; `actor` decides which of the two
 * rights is asked for. The database says the same in may_import().
 */
export function permissionOf(register: ImportRegister, actor: Held | null = null): Permission {
  switch (register) {
    case 'FEEDBACK':
      return 'FEEDBACK_MANAGE';
    case 'CATALOGUE':
      return 'CATALOGUE_MANAGE';
    case 'TASK':
      return holds(actor, 'TASK_ASSIGN') && !holds(actor, 'TASK_IMPORT') ? 'TASK_ASSIGN' : 'TASK_IMPORT';
    case 'UNIT_RESULT':
      return 'CLASSIFICATION_PROPOSE';
    default:
      return 'STAFF_MANAGE';
  }
}

/** Every right that may send a file of some kind; over which unit is asked when it is sent. */
export const SENDING_PERMISSIONS: readonly Permission[] = [
  'STAFF_MANAGE',
  'FEEDBACK_MANAGE',
  'CATALOGUE_MANAGE',
  'TASK_IMPORT',
  'TASK_ASSIGN',
  'CLASSIFICATION_PROPOSE',
];

/** What sending a file, and stopping or resuming its job, needs over the unit; who is in it must be seen. */
export function importPermissions(register: ImportRegister, actor: Held | null = null): readonly Permission[] {
  const namesUnits = register === 'UNIT' || register === 'CATALOGUE' || register === 'UNIT_RESULT';
  // A level of an earlier year is a row of the procedure too: who may not see one would write it a second time.
  const more = register === 'EARLIER_LEVEL' ? (['CLASSIFICATION_PROPOSE', 'CLASSIFICATION_READ'] as const) : [];
  return [permissionOf(register, actor), namesUnits ? 'UNIT_READ' : 'EMPLOYEE_READ', ...more];
}

function holds(actor: Held | null, permission: Permission): boolean {
  return actor?.permissions.some((held) => held.permission === permission) ?? false;
}
