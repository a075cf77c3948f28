import { builder } from '../builder.ts';
import { findEmployeeByCode } from '../employee/employee.store.ts';
import { assertVisible, filterUnit, optionalDate } from '../query-arguments.ts';
import { listGrants } from './grant.store.ts';
import { GrantConnection, RoleEnum } from './grant.type.ts';

const GrantFilter = builder.inputType('GrantFilter', {
  description: 'Which grants; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: grants over it or one below it.' }),
    role: t.field({ type: [RoleEnum], required: false, description: 'Any of these.' }),
    employee: t.string({ required: false, description: 'Staff code of who holds it.' }),
    search: t.string({ required: false, description: 'Part of the name of who holds it, with or without tones.' }),
    activeOn: t.field({ type: 'LocalDate', required: false, description: 'Held on this day.' }),
    endingBefore: t.field({ type: 'LocalDate', required: false, description: 'Whose last day is before this one.' }),
    reviewDueBefore: t.field({ type: 'LocalDate', required: false, description: 'To be reviewed before this day.' }),
  }),
});

builder.queryField('grants', (t) =>
  t.field({
    type: GrantConnection,
    description:
      'Grants one may see: one’s own, and those over units whose grants one manages. By the day by which they are to be reviewed. What a post brings by itself, and what a head delegates, are not among them.',
    authScopes: { reads: 'GRANT_MANAGE' },
    args: {
      filter: t.arg({ type: GrantFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const code = filter?.employee;
      const employee = code ? assertVisible(await findEmployeeByCode(context, code), context) : null;
      const days = {
        activeOn: optionalDate(filter?.activeOn, context),
        endingBefore: optionalDate(filter?.endingBefore, context),
        reviewDueBefore: optionalDate(filter?.reviewDueBefore, context),
      };
      const asked = {
        unit: filter?.unit,
        role: filter?.role,
        employeeId: employee?.id ?? null,
        search: filter?.search,
        ...days,
      };
      return listGrants(context, asked, page);
    },
  }),
);
