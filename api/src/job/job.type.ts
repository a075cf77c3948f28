import { JOB_KINDS, JOB_STATES, LEFT_OPEN_REASONS } from '@congvu/schema/procedure';
import { leftOpenTexts } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { canCommand } from './job.policy.ts';
import {
  type JobItemRow,
  type JobRow,
  jobById,
  listItemsOfJob,
  type ReasonCountRow,
  reasonsByJob,
} from './job.store.ts';

export const JobKindEnum = builder.enumType('JobKind', {
  description:
    'Long work: closing a month or a year of a unit, an export, an import of a register, a proposal of retention.',
  values: JOB_KINDS,
});

export const JobStateEnum = builder.enumType('JobState', {
  description: 'QUEUED until a process takes it; STOPPED and FAILED can be resumed where they stand.',
  values: JOB_STATES,
});

export const LeftOpenReasonEnum = builder.enumType('LeftOpenReason', {
  description: 'Why somebody was left open. NO_SHEET and ABSENT_WHOLE_MONTH hold nothing up.',
  values: LEFT_OPEN_REASONS,
});

const JobItemRef = builder.objectRef<JobItemRow>('JobItem').implement({
  description: 'Somebody a job left open, and why.',
  record: { kind: 'sheet', of: (item) => item.employeeId },
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'The person.',
      resolve: (item, _args, context) => getEmployee(context, item.employeeId),
    }),
    reason: t.expose('reason', { type: LeftOpenReasonEnum, description: 'The code.' }),
    text: t.string({
      description: 'What is missing, in the language of Accept-Language.',
      resolve: ({ reason }, _args, context) => leftOpenTexts[reason][context.locale],
    }),
  }),
});
const JobItemConnection = connectionOf('JobItem', JobItemRef, 'people left open');

const ReasonCountRef = builder.objectRef<ReasonCountRow>('LeftOpenCount').implement({
  description: 'How many were left open for one reason.',
  fields: (t) => ({
    reason: t.expose('reason', { type: LeftOpenReasonEnum, description: 'The code.' }),
    text: t.string({
      description: 'The reason, in the language of Accept-Language.',
      resolve: ({ reason }, _args, context) => leftOpenTexts[reason][context.locale],
    }),
    count: t.exposeInt('count', { description: 'How many people.' }),
  }),
});

export const JobRef = builder.objectRef<JobRow>('Job');
export const JobConnection = connectionOf('Job', JobRef, 'jobs');

builder.node(JobRef, {
  description:
    'Long work over a unit and all below it, done in the name of who asked for it, in batches: a process that dies loses one batch at most. Ask again for its progress.',
  id: { resolve: (job) => job.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, jobById, id))),
  fields: (t) => ({
    kind: t.expose('kind', { type: JobKindEnum, description: 'What it does.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it goes through, with all below it.',
      resolve: (job, _args, context) => getUnit(context, job.unitId),
    }),
    period: t.expose('period', { type: 'Period', description: 'The month or year.' }),
    state: t.expose('state', { type: JobStateEnum, description: 'Where it stands.' }),
    total: t.exposeInt('total', { description: 'People to go through; 0 until it has counted them.' }),
    done: t.exposeInt('done', { description: 'People gone through, those left open among them.' }),
    leftOpen: t.exposeInt('leftOpen', { description: 'People left open.' }),
    stopRequested: t.exposeBoolean('stopRequested', { description: 'Whether it ends after the batch in hand.' }),
    error: t.exposeString('error', { nullable: true, description: 'Code of what made it fail.' }),
    createdBy: t.exposeString('createdBy', { description: 'Name of who asked for it, and as whom it acts.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it was first taken up.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    canStop: t.boolean({ description: 'Whether it can be stopped now.', resolve: (job) => canCommand(job, 'STOP') }),
    canResume: t.boolean({
      description: 'Whether the asking person can resume it: his own, stopped or failed.',
      resolve: (job, _args, context) => job.createdById === context.actor?.userId && canCommand(job, 'RESUME'),
    }),
    reasons: t.field({
      type: [ReasonCountRef],
      description: 'How many were left open for each reason, most first.',
      resolve: async (job, _args, context) => [...((await loadOne(context, reasonsByJob, job.id)) ?? [])],
    }),
    items: t.field({
      type: JobItemConnection,
      description: 'People left open, by reason and name.',
      args: {
        reason: t.arg({ type: LeftOpenReasonEnum, required: false, description: 'Only those left open for it.' }),
        ...t.arg.connectionArgs(),
      },
      resolve: (job, { reason, ...page }, context) => listItemsOfJob(context, job.id, reason ?? null, page),
    }),
  }),
});
