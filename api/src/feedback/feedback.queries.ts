import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { readRegisterFilter, registerFilterFields } from '../register-filter.ts';
import { listFeedback, listFeedbackOfEmployee } from './feedback.store.ts';
import { FeedbackConnection, FeedbackKindEnum, FeedbackOutcomeEnum, FeedbackStateEnum } from './feedback.type.ts';

const FeedbackFilter = builder.inputType('FeedbackFilter', {
  description: 'Which feedback; conditions left out do not narrow. `unit`: about it, or to be answered by it.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day it was received'),
    kind: t.field({ type: [FeedbackKindEnum], required: false, description: 'Any of these kinds.' }),
    state: t.field({ type: [FeedbackStateEnum], required: false, description: 'Any of these states.' }),
    outcome: t.field({ type: [FeedbackOutcomeEnum], required: false, description: 'Any of these outcomes.' }),
  }),
});

builder.queryField('feedback', (t) =>
  t.field({
    type: FeedbackConnection,
    description:
      'Feedback one may see, the overdue first, then the newest: what one handles or keeps; about oneself only once it is answered, a denunciation never.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: FeedbackFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) =>
      listFeedback(context, { ...filter }, await readRegisterFilter(context, filter), page),
  }),
);

builder.objectField(EmployeeRef, 'feedback', (t) =>
  t.field({
    type: FeedbackConnection,
    nullable: true,
    description: 'Feedback about the person, the overdue first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'INSPECTION_READ', employee) && !mayKnow(context, 'FEEDBACK_MANAGE', employee)) return null;
      // Noted also where nothing is found: that there is no denunciation is something learnt, too.
      context.access.note('inspection', employee.id);
      return listFeedbackOfEmployee(context, employee.id, args);
    },
  }),
);
