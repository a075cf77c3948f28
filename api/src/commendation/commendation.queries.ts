import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { registerFilterFields } from '../register-filter.ts';
import { listCommendations, listCommendationsOfEmployee } from './commendation.store.ts';
import { CommendationConnection, CommendationStateEnum } from './commendation.type.ts';

const CommendationFilter = builder.inputType('CommendationFilter', {
  description:
    'Which commendations; conditions left out do not narrow. The unit is the person’s at the time, or the collective.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the decision’s date'),
    year: t.int({ required: false, description: 'Year of the decision.' }),
    kind: t.stringList({ required: false, description: 'Any of these codes of titles, e.g. "CSTDCS".' }),
    state: t.field({ type: [CommendationStateEnum], required: false, description: 'Any of these.' }),
    collective: t.boolean({ required: false, description: 'Only of collectives, or only of people.' }),
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
    resolve: (_root, { filter, ...page }, context) => listCommendations(context, { ...filter }, page),
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
