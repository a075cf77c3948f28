import { builder } from '../builder.ts';
import { filterUnit, periodArgument } from '../query-arguments.ts';
import { listExportDuties } from './national-export.store.ts';
import { ExportStateEnum, NationalExportDutyConnection } from './national-export.type.ts';

const NationalExportFilter = builder.inputType('NationalExportFilter', {
  description: 'Which exports; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: agencies in it and below it.' }),
    period: t.field({ type: 'Period', required: false, description: 'A month; a year with all its months.' }),
    state: t.field({ type: [ExportStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryField('nationalExports', (t) =>
  t.field({
    type: NationalExportDutyConnection,
    description: 'What is to be exported to the National Database by agency and period, what is overdue first.',
    authScopes: { acts: 'PERIOD_CLOSE' },
    args: {
      filter: t.arg({ type: NationalExportFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      if (filter?.period) periodArgument(filter.period, context);
      return listExportDuties(context, { ...filter }, page);
    },
  }),
);
