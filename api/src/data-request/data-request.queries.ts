import { builder } from '../builder.ts';
import { SEARCH_DESCRIPTION } from '../employee/person-search.ts';
import { filterUnit } from '../query-arguments.ts';
import { listDataRequests } from './data-request.store.ts';
import { DataRequestConnection, DataRequestKindEnum, DataRequestStateEnum } from './data-request.type.ts';

const DataRequestFilter = builder.inputType('DataRequestFilter', {
  description: 'Which requests; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: of people who serve or served in it or below.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    kind: t.field({ type: [DataRequestKindEnum], required: false, description: 'Any of these.' }),
    state: t.field({ type: [DataRequestStateEnum], required: false, description: 'Any of these.' }),
    overdue: t.boolean({ required: false, description: 'Only those whose day has passed, or only the others.' }),
  }),
});

builder.queryField('dataRequests', (t) =>
  t.field({
    type: DataRequestConnection,
    description: 'One’s own requests, and those of the people whose data one protects. Overdue first, then the newest.',
    authScopes: { reads: 'PRIVACY_MANAGE' },
    args: {
      filter: t.arg({ type: DataRequestFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listDataRequests(context, { ...filter }, page);
    },
  }),
);
