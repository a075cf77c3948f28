import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import type { HandlerChoiceRow } from './handler-choice.store.ts';

export const HandlerChoiceRef = builder.objectRef<HandlerChoiceRow>('HandlerChoice').implement({
  description: 'Whom the asking person meant by a page’s own id of a handler.',
  fields: (t) => ({
    handler: t.exposeString('handler', { description: 'The page’s id of the handler.' }),
    employee: t.field({
      type: EmployeeRef,
      description: 'The person chosen.',
      resolve: async ({ employeeId }, _args, context) => {
        const employee = await loadOne(context, employeeById, employeeId);
        if (employee === null) throw new Error('A choice is visible whose person is not.');
        return employee;
      },
    }),
    chosenAt: t.expose('chosenAt', { type: 'DateTime', description: 'When it was chosen last.' }),
  }),
});

/** A choice that is no longer remembered. */
export interface ForgottenHandler {
  readonly host: string;
  readonly handler: string;
}

export const ForgottenHandlerRef = builder.objectRef<ForgottenHandler>('ForgottenHandler').implement({
  description: 'A handler’s id for which nobody is remembered any more.',
  fields: (t) => ({
    host: t.exposeString('host', { description: 'Host of the page.' }),
    handler: t.exposeString('handler', { description: 'The page’s id of the handler.' }),
  }),
});
