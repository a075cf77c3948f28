import { builder } from '../builder.ts';
import { rowId } from '../mutation/global-id.ts';
import { filterUnit } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import { jobById, listJobs } from './job.store.ts';
import { JobConnection, JobKindEnum, JobRef, JobStateEnum } from './job.type.ts';

const JobFilter = builder.inputType('JobFilter', {
  description: 'Which jobs; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: jobs over it or one below it.' }),
    kind: t.field({ type: [JobKindEnum], required: false, description: 'Any of these.' }),
    state: t.field({ type: [JobStateEnum], required: false, description: 'Any of these.' }),
    period: t.field({ type: 'Period', required: false, description: 'The month or year.' }),
    own: t.boolean({ required: false, description: 'Only those one asked for oneself, or only those of others.' }),
  }),
});

/** Anybody may have asked for one (an export is whose list it is); row policies say which he sees. */
const followsJobs = { signedIn: true } as const;

builder.queryFields((t) => ({
  job: t.field({
    type: JobRef,
    nullable: true,
    description:
      'A job one may see: one’s own, and those over units one may close. Ask each second or two to follow it.',
    authScopes: followsJobs,
    args: { id: t.arg.id({ description: 'Its identifier.' }) },
    resolve: (_root, { id }, context) => loadOne(context, jobById, rowId(context, 'Job', String(id))),
  }),
  jobs: t.field({
    type: JobConnection,
    description: 'Jobs one may see, newest first.',
    authScopes: followsJobs,
    args: {
      filter: t.arg({ type: JobFilter, required: false, description: 'Which ones.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listJobs(context, { ...filter }, direction, page);
    },
  }),
}));
