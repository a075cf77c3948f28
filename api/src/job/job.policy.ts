import type { Permission } from '@congvu/schema/permission';
import { advanceJob, type JobAction } from '@congvu/schema/procedure';
import { covers } from '../authority/authority.policy.ts';
import type { JobRow } from './job.store.ts';

interface Held {
  readonly permissions: readonly { readonly permission: string; readonly unitPaths: readonly string[] }[];
}

/**
 * What closing needs over the whole unit. The worker acts as whoever asked for it, so he must also see what is closed: a
 * closing that overlooked the sheets one may not see would call a month settled that is not.
 */
export const MONTH_PERMISSIONS: readonly Permission[] = [
  'PERIOD_CLOSE',
  'EMPLOYEE_READ',
  'TASK_READ',
  'SCORE_READ',
  // Absences: how many days were worked.
  'STAFF_MANAGE',
];
export const YEAR_PERMISSIONS: readonly Permission[] = ['PERIOD_CLOSE', 'EMPLOYEE_READ', 'CLASSIFICATION_PROPOSE'];

/** The first of the permissions that is not held over the unit; null where all are. */
export function missingPermission(
  actor: Held | null,
  needed: readonly Permission[],
  unitPath: string,
): Permission | null {
  const paths = (permission: Permission) =>
    actor?.permissions.find((held) => held.permission === permission)?.unitPaths ?? [];
  return needed.find((permission) => !covers(paths(permission), unitPath)) ?? null;
}

/** Whether the job's state allows it; a running one that is told to stop is not told twice. */
export function canCommand(
  job: Pick<JobRow, 'state' | 'stopRequested'>,
  action: Extract<JobAction, 'STOP' | 'RESUME'>,
) {
  if (job.state === 'RUNNING') return action === 'STOP' ? !job.stopRequested : job.stopRequested;
  return advanceJob(job.state, action).ok;
}
