import { IMPORT_REGISTERS, type ImportRegister } from '@congvu/schema/registers';
import type { Permission } from '../../../generated/graphql.ts';
import { may, type Viewer } from '../session/viewer.ts';

/** Who may send a file of a kind; the api decides again, over the unit. Any one of them is enough. */
const permissions: Readonly<Record<ImportRegister, readonly Permission[]>> = {
  DISCIPLINE: ['STAFF_MANAGE'],
  COMMENDATION: ['STAFF_MANAGE'],
  INITIATIVE: ['STAFF_MANAGE'],
  FEEDBACK: ['FEEDBACK_MANAGE'],
  UNIT: ['STAFF_MANAGE'],
  EMPLOYEE: ['STAFF_MANAGE'],
  ASSIGNMENT: ['STAFF_MANAGE'],
  CATALOGUE: ['CATALOGUE_MANAGE'],
  TASK: ['TASK_IMPORT', 'TASK_ASSIGN'],
  UNIT_RESULT: ['CLASSIFICATION_PROPOSE'],
  PLANNING: ['STAFF_MANAGE'],
  EARLIER_LEVEL: ['STAFF_MANAGE'],
};

/** The kinds in the order in which a new office needs them: its units, then who works there, then what they do. */
const order: readonly ImportRegister[] = [
  'UNIT',
  'EMPLOYEE',
  'ASSIGNMENT',
  'PLANNING',
  'EARLIER_LEVEL',
  'CATALOGUE',
  'TASK',
  'UNIT_RESULT',
];

/** What files this person may send. */
export function offeredKinds(viewer: Viewer): readonly ImportRegister[] {
  const others = IMPORT_REGISTERS.filter((each) => !order.includes(each));
  return [...order, ...others].filter((kind) => permissions[kind].some((permission) => may(viewer, permission)));
}
