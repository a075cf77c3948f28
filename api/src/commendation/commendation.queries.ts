import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { filterUnit } from '../query-arguments.ts';
import { listCommendations, listCommendationsOfEmployee } from './commendation.store.ts';
import { CommendationConnection } from './commendation.type.ts';

const CommendationFilter = builder.inputType('CommendationFilter', {
  description: 'Which commendations; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: given to people in it and below it at the time.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    year: t.int({ required: false, description: 'Year of the decision.' }),
  }),
});

builder.queryField('commendations', (t) =>
  t.field({
    type: CommendationConnection,
    description: 'Commendations one may see, newest first.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      filter: t.arg({ type: CommendationFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listCommendations(context, { ...filter }, page);
    },
  }),
);

builder.objectField(EmployeeRef, 'commendations', (t) =>
  t.field({
    type: CommendationConnection,
    nullable: true,
    description: 'The person’s commendations, newest first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'COMMENDATION_READ', employee)) return null;
      context.access.note('commendation', employee.id);
      return listCommendationsOfEmployee(context, employee.id, args);
    },
  }),
);
