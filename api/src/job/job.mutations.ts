import { closeMonthShape, closeYearShape, jobCommandShape } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { JobRunningError, RoundNotOpenError } from '../error/refusals.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { closeMonth, closeYear, resumeJob, stopJob } from './job.service.ts';
import { type JobRow, jobById } from './job.store.ts';
import { JobRef } from './job.type.ts';
import './job-error.type.ts';

const CloseMonthInput = builder.inputType('CloseMonthInput', {
  description: 'A month to be closed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit; all below it is closed with it.' }),
    period: t.field({ type: 'Period', description: 'The month.' }),
  }),
});

const CloseYearInput = builder.inputType('CloseYearInput', {
  description: 'A year to be closed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the agency whose round it is.' }),
    year: t.int({ description: 'The year, from 2026.' }),
  }),
});

const JobCommandInput = builder.inputType('JobCommandInput', {
  description: 'A job to be stopped or resumed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    job: t.id({ description: 'The job.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<JobRow> {
  const job = await loadOne(context, jobById, await id);
  if (job === null) throw new Error('A job was changed that may not be seen.');
  return job;
}

/** Anybody may have asked for an export; the service knows what this one needs, and where. */
const commandsJobs = { signedIn: true } as const;

const STARTS = [...REFUSALS, JobRunningError];

builder.mutationFields((t) => ({
  closeMonth: t.field({
    type: JobRef,
    description:
      'Closes a month of a unit and all below it, as a job: each confirmed sheet is worked out once more and frozen, open planned tasks are carried over, and for everybody left open it says why. Again after those were put right, it closes the rest.',
    authScopes: { acts: 'PERIOD_CLOSE' },
    errors: { types: STARTS },
    args: { input: t.arg({ type: CloseMonthInput, description: 'Which month.' }) },
    resolve: (_root, { input }, context) => changed(context, closeMonth(context, parsed(closeMonthShape, input))),
  }),
  closeYear: t.field({
    type: JobRef,
    description:
      'Closes an agency’s classification of a year, as a job: once everything is decided, notified and published and no petition is open; else it says for whom what is missing.',
    authScopes: { acts: 'PERIOD_CLOSE' },
    errors: { types: [...STARTS, RoundNotOpenError] },
    args: { input: t.arg({ type: CloseYearInput, description: 'Which year.' }) },
    resolve: (_root, { input }, context) => changed(context, closeYear(context, parsed(closeYearShape, input))),
  }),
  stopJob: t.field({
    type: JobRef,
    description:
      'Stops a job after the batch in hand: a closing under PERIOD_CLOSE, one’s own import as long as one may import. What was done stays.',
    authScopes: commandsJobs,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: JobCommandInput, description: 'Which job.' }) },
    resolve: (_root, { input }, context) => changed(context, stopJob(context, parsed(jobCommandShape, input))),
  }),
  resumeJob: t.field({
    type: JobRef,
    description: 'Goes on with one’s own stopped or failed job where it stands: it acts in its creator’s name.',
    authScopes: commandsJobs,
    errors: { types: STARTS },
    args: { input: t.arg({ type: JobCommandInput, description: 'Which job.' }) },
    resolve: (_root, { input }, context) => changed(context, resumeJob(context, parsed(jobCommandShape, input))),
  }),
}));
