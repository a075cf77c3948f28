import { builder } from '../builder.ts';
import { filterUnit } from '../query-arguments.ts';
import { listRetentionProposals } from './retention.store.ts';
import { RetentionProposalConnection, RetentionProposalStateEnum } from './retention.type.ts';

builder.queryField('retentionProposals', (t) =>
  t.field({
    type: RetentionProposalConnection,
    description: 'What is past its time, for who protects the data there. What waits for a second person first.',
    authScopes: { reads: 'PRIVACY_MANAGE' },
    args: {
      unit: t.arg.string({ required: false, description: 'Code of a unit: proposals about it and those below.' }),
      state: t.arg({ type: [RetentionProposalStateEnum], required: false, description: 'Any of these.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit, state, ...page }, context) => {
      await filterUnit(unit, context);
      return listRetentionProposals(context, { unit, state }, page);
    },
  }),
);
