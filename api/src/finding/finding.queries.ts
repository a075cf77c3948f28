import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { InitiativeRef } from '../initiative/initiative.type.ts';
import { InspectionRef } from '../inspection/inspection.type.ts';
import { FindingTopicEnum } from '../inspection/inspection-words.type.ts';
import { readRegisterFilter, registerFilterFields } from '../register-filter.ts';
import { loadOne } from '../sql/batch.ts';
import { findingById, listFindings, listFindingsOfEmployee, listFindingsOfInspection } from './finding.store.ts';
import { FindingConnection, FindingRef } from './finding.type.ts';

const FindingFilter = builder.inputType('FindingFilter', {
  description:
    'Which findings; conditions left out do not narrow. `overdue`: open, and a recommendation on it is late.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day it was found'),
    kind: t.field({ type: [FindingTopicEnum], required: false, description: 'Any of these topics.' }),
    topic: t.field({ type: FindingTopicEnum, required: false, description: 'This topic.' }),
    positive: t.boolean({ required: false, description: 'Only good practices, or only the others.' }),
    issued: t.boolean({ required: false, description: 'Only those told to the unit, or only the team’s drafts.' }),
    open: t.boolean({ required: false, description: 'Only those told, bad and not remedied, or only the rest.' }),
  }),
});

builder.queryField('findings', (t) =>
  t.field({
    type: FindingConnection,
    description: 'Findings one may see, the newest first.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: FindingFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listFindings(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
);

builder.objectField(InspectionRef, 'findings', (t) =>
  t.field({
    type: FindingConnection,
    description: 'What it found, as far as one may see it, the newest first.',
    args: t.arg.connectionArgs(),
    resolve: ({ id }, args, context) => listFindingsOfInspection(context, id, args),
  }),
);

builder.objectField(EmployeeRef, 'findings', (t) =>
  t.field({
    type: FindingConnection,
    nullable: true,
    description: 'Findings about the person that were issued, the newest first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'INSPECTION_READ', employee)) return null;
      context.access.note('inspection', employee.id);
      return listFindingsOfEmployee(context, employee.id, args);
    },
  }),
);

builder.objectField(InitiativeRef, 'finding', (t) =>
  t.field({
    type: FindingRef,
    nullable: true,
    description: 'The good practice it came from; null where it came from none, or one may not see it.',
    resolve: ({ findingId }, _args, context) => (findingId === null ? null : loadOne(context, findingById, findingId)),
  }),
);
