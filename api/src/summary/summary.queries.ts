import { builder } from '../builder.ts';
import { optionalDate } from '../query-arguments.ts';
import { listSummaries } from './summary.store.ts';
import { SummaryConnection, SummaryKindEnum } from './summary.type.ts';

const SummaryFilter = builder.inputType('SummaryFilter', {
  description: 'Which summaries; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: summaries about it and units below it.' }),
    kind: t.field({ type: [SummaryKindEnum], required: false, description: 'Any of these.' }),
    from: t.field({ type: 'LocalDate', required: false, description: 'Frozen on this day or later, in Viet Nam.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Frozen on this day or before, in Viet Nam.' }),
    superseded: t.boolean({
      required: false,
      description: 'Only those of which an input says something else now, or only those of which none does.',
    }),
  }),
});

builder.queryField('summaries', (t) =>
  t.field({
    type: SummaryConnection,
    description: 'Frozen summaries one may read, newest first.',
    authScopes: { reads: 'RANKING_READ' },
    args: {
      filter: t.arg({ type: SummaryFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) =>
      listSummaries(
        context,
        {
          ...filter,
          from: optionalDate(filter?.from, context),
          to: optionalDate(filter?.to, context),
        },
        page,
      ),
  }),
);
