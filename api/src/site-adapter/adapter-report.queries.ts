import { builder } from '../builder.ts';
import { listAdapterReports } from './adapter-report.store.ts';
import { AdapterReportConnection, AdapterReportStateEnum } from './adapter-report.type.ts';

builder.queryField('adapterReports', (t) =>
  t.field({
    type: AdapterReportConnection,
    description: 'Pages that extensions could not read, the last reported first.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    args: {
      state: t.arg({ type: AdapterReportStateEnum, required: false, description: 'Only these; all unless stated.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { state, ...page }, context) => listAdapterReports(context, state ?? null, page),
  }),
);
