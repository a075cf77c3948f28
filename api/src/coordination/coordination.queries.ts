import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { readRegisterFilter, registerFilterFields } from '../register-filter.ts';
import { COORDINATION_SIDES, listCoordination, listCoordinationOfEmployee } from './coordination.store.ts';
import { CoordinationRequestConnection, CoordinationStateEnum } from './coordination.type.ts';

const CoordinationSideEnum = builder.enumType('CoordinationSide', {
  description: 'The side of a request a unit is on.',
  values: COORDINATION_SIDES,
});

const CoordinationFilter = builder.inputType('CoordinationFilter', {
  description: 'Which requests; conditions left out do not narrow.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day it was asked'),
    side: t.field({
      type: CoordinationSideEnum,
      required: false,
      description: 'The side `unit` is on; either unless stated.',
    }),
    state: t.field({ type: [CoordinationStateEnum], required: false, description: 'Any of these states.' }),
    clear: t.boolean({ required: false, description: 'Only clear answers, or only unclear ones.' }),
  }),
});

builder.queryField('coordinationRequests', (t) =>
  t.field({
    type: CoordinationRequestConnection,
    description: 'Requests of units one may see, the overdue first, then the newest.',
    authScopes: { reads: 'TASK_READ' },
    args: {
      filter: t.arg({ type: CoordinationFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listCoordination(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
);

builder.objectField(EmployeeRef, 'coordination', (t) =>
  t.field({
    type: CoordinationRequestConnection,
    nullable: true,
    description: 'Requests the person was to answer, the overdue first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'TASK_READ', employee)) return null;
      context.access.note('inspection', employee.id);
      return listCoordinationOfEmployee(context, employee.id, args);
    },
  }),
);
