import type { TakenJob } from '@congvu/prisma/database';
import { closeMonth } from '../closing/close-month.ts';
import { closeYear } from '../closing/close-year.ts';
import { exportJob } from '../list-export/export-job.ts';
import { importJob } from '../register-import/import-job.ts';
import { proposeRetentionJob } from '../retention/retention-job.ts';
import type { JobHandler } from './job-run.ts';

/** What each kind of job does. A national export is made at once and is no job yet. */
export const handlers: Readonly<Partial<Record<TakenJob['kind'], JobHandler>>> = {
  CLOSE_MONTH: (run) => closeMonth(run),
  CLOSE_YEAR: closeYear,
  EXPORT: exportJob,
  IMPORT: importJob,
  RETENTION: proposeRetentionJob,
};
