import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { registerFilterFields } from '../register-filter.ts';
import { listInitiatives, listInitiativesOfEmployee } from './initiative.store.ts';
import { InitiativeConnection, InitiativeKindEnum, InitiativeStateEnum } from './initiative.type.ts';

const InitiativeFilter = builder.inputType('InitiativeFilter', {
  description: 'Which initiatives; conditions left out do not narrow. The person is an author.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day of recognition'),
    year: t.int({ required: false, description: 'The year they count in.' }),
    kind: t.field({ type: [InitiativeKindEnum], required: false, description: 'Any of these.' }),
    state: t.field({ type: [InitiativeStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryField('initiatives', (t) =>
  t.field({
    type: InitiativeConnection,
    description: 'Initiatives one may see, of the newest year first.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      filter: t.arg({ type: InitiativeFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) => listInitiatives(context, { ...filter }, page),
  }),
);

builder.objectField(EmployeeRef, 'initiatives', (t) =>
  t.field({
    type: InitiativeConnection,
    nullable: true,
    description: 'Initiatives the person is an author of, newest first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'COMMENDATION_READ', employee)) return null;
      context.access.note('initiative', employee.id);
      return listInitiativesOfEmployee(context, employee.id, args);
    },
  }),
);
