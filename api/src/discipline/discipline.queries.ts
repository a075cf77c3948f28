import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { filterUnit, optionalDate } from '../query-arguments.ts';
import { listDisciplineDecisions, listDisciplineOfEmployee } from './discipline.store.ts';
import { DisciplineDecisionConnection } from './discipline.type.ts';

const DisciplineFilter = builder.inputType('DisciplineFilter', {
  description: 'Which decisions; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: on people in it and below it at the time.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    activeOn: t.field({ type: 'LocalDate', required: false, description: 'With effect on this day.' }),
  }),
});

builder.queryField('disciplineDecisions', (t) =>
  t.field({
    type: DisciplineDecisionConnection,
    description: 'Discipline decisions one may see, newest first.',
    authScopes: { reads: 'DISCIPLINE_READ' },
    args: {
      filter: t.arg({ type: DisciplineFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const activeOn = optionalDate(filter?.activeOn, context);
      return listDisciplineDecisions(context, { ...filter, activeOn }, page);
    },
  }),
);

builder.objectField(EmployeeRef, 'disciplineDecisions', (t) =>
  t.field({
    type: DisciplineDecisionConnection,
    nullable: true,
    description: 'Decisions on the person, newest first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'DISCIPLINE_READ', employee)) return null;
      context.access.note('discipline', employee.id);
      return listDisciplineOfEmployee(context, employee.id, args);
    },
  }),
);
