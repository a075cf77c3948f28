import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { forbidden } from '../error/request-error.ts';
import { assertVisible, optionalDate } from '../query-arguments.ts';
import { connectionOf } from '../sql/connection.ts';
import { type AccessEntryRow, listAccessEntries } from './access.store.ts';
import { PurposeEnum } from './purpose.type.ts';

const AccessEntryRef = builder.objectRef<AccessEntryRow>('AccessEntry').implement({
  description: 'Somebody read a record.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Place in the log.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    readBy: t.exposeString('readBy', { description: 'Name of who read.' }),
    purpose: t.expose('purpose', { type: PurposeEnum, description: 'Why.' }),
    kind: t.exposeString('kind', {
      description:
        'What: mark, card, task, sheet, absence, classification, commendation, discipline, inspection, initiative, request, ranking or file (a copy was downloaded); several joined by "+".',
    }),
    screen: t.exposeString('screen', { nullable: true, description: 'Client and screen, e.g. "extension/sidepanel".' }),
  }),
});

export const AccessEntryConnection = connectionOf('AccessEntry', AccessEntryRef, 'access entries');

builder.queryField('accessEntries', (t) =>
  t.field({
    type: AccessEntryConnection,
    description: 'Who read a person’s record, newest first; one’s own unless another is named.',
    authScopes: { signedIn: true },
    args: {
      employee: t.arg.string({ required: false, description: 'Staff code.' }),
      from: t.arg({ type: 'LocalDate', required: false, description: 'On this day or later, in Viet Nam.' }),
      to: t.arg({ type: 'LocalDate', required: false, description: 'On this day or before, in Viet Nam.' }),
      kind: t.arg.stringList({ required: false, description: 'Of any of these kinds.' }),
      purpose: t.arg({ type: [PurposeEnum], required: false, description: 'For any of these purposes.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { employee: code, from, to, kind, purpose, ...page }, context) => {
      const filter = { from: optionalDate(from, context), to: optionalDate(to, context), kind, purpose };
      if (!code) {
        return listAccessEntries(context, assertVisible(context.actor?.employeeId ?? null, context), filter, page);
      }
      const employee = assertVisible(await findEmployeeByCode(context, code), context);
      if (!mayKnow(context, 'ACCESS_READ', employee)) throw forbidden(context.locale, 'ACCESS_READ');
      return listAccessEntries(context, employee.id, filter, page);
    },
  }),
);
