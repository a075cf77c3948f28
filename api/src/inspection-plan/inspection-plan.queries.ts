import { builder } from '../builder.ts';
import { readRegisterFilter } from '../register-filter.ts';
import { listInspectionPlans } from './inspection-plan.store.ts';
import { InspectionPlanConnection, InspectionPlanStateEnum } from './inspection-plan.type.ts';

const InspectionPlanFilter = builder.inputType('InspectionPlanFilter', {
  description: 'Which plans; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: this one and all below it.' }),
    period: t.field({ type: 'Period', required: false, description: 'Of the year of this period, e.g. "2026".' }),
    state: t.field({ type: [InspectionPlanStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryField('inspectionPlans', (t) =>
  t.field({
    type: InspectionPlanConnection,
    description: 'Inspection plans one may see, the newest year first.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: InspectionPlanFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listInspectionPlans(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
);
