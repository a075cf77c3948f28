import { builder } from '../builder.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { listOwnTokens, listTokens } from './token.store.ts';
import { PersonalTokenConnection, PersonalTokenRef, TokenStateEnum } from './token.type.ts';

const TokenFilter = builder.inputType('TokenFilter', {
  description: 'Which tokens; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: of people who work in it or below it today.' }),
    employee: t.string({ required: false, description: 'Staff code of whose they are.' }),
    search: t.string({ required: false, description: 'Part of the name of who holds them, with or without tones.' }),
    state: t.field({ type: [TokenStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryFields((t) => ({
  personalTokens: t.field({
    type: [PersonalTokenRef],
    description: 'One’s own tokens, newest first, at most 100.',
    authScopes: { inPerson: true },
    resolve: async (_root, _args, context) => [...(await listOwnTokens(context))],
  }),
  tokens: t.field({
    type: PersonalTokenConnection,
    description:
      'Tokens one may see, newest first: one’s own, and those of people in units whose grants one manages. Whose they are, what for, until when and when last used; never a secret.',
    authScopes: { reads: 'GRANT_MANAGE' },
    args: {
      filter: t.arg({ type: TokenFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const code = filter?.employee;
      const employee = code ? assertVisible(await findEmployeeByCode(context, code), context) : null;
      const asked = { unit: filter?.unit, state: filter?.state, search: filter?.search };
      return listTokens(context, { ...asked, employeeId: employee?.id ?? null }, page);
    },
  }),
}));
