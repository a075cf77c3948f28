import { mayKnow } from '../authority/may-know.ts';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { registerFilterFields } from '../register-filter.ts';
import { listDisciplineDecisions, listDisciplineOfEmployee } from './discipline.store.ts';
import { DisciplineDecisionConnection, DisciplineStateEnum } from './discipline.type.ts';
import { DisciplineFormEnum } from './discipline-form.type.ts';
import { listViolations, listViolationsOfEmployee } from './violation.store.ts';
import { ViolationConnection, ViolationSeverityEnum, ViolationStateEnum } from './violation.type.ts';

const DisciplineFilter = builder.inputType('DisciplineFilter', {
  description: 'Which decisions; conditions left out do not narrow. The unit is the one at the time of the act.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the decision’s date'),
    kind: t.field({ type: [DisciplineFormEnum], required: false, description: 'Any of these forms.' }),
    state: t.field({ type: [DisciplineStateEnum], required: false, description: 'Any of these today.' }),
    activeOn: t.field({ type: 'LocalDate', required: false, description: 'With effect on this day.' }),
    endingBefore: t.field({
      type: 'LocalDate',
      required: false,
      description: 'With effect today that ends before this day.',
    }),
  }),
});

const ViolationFilter = builder.inputType('ViolationFilter', {
  description: 'Which acts; conditions left out do not narrow. The unit is the one at the time of the act.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day of discovery'),
    kind: t.field({ type: [ViolationSeverityEnum], required: false, description: 'Any of these severities.' }),
    state: t.field({ type: [ViolationStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryFields((t) => ({
  disciplineDecisions: t.field({
    type: DisciplineDecisionConnection,
    description: 'Discipline decisions one may see, newest first.',
    authScopes: { reads: 'DISCIPLINE_READ' },
    args: {
      filter: t.arg({ type: DisciplineFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) => {
      const activeOn = optionalDate(filter?.activeOn, context);
      const endingBefore = optionalDate(filter?.endingBefore, context);
      return listDisciplineDecisions(context, { ...filter, activeOn, endingBefore }, page);
    },
  }),
  violations: t.field({
    type: ViolationConnection,
    description: 'Acts one may see: overdue ones first, then the newest by their discovery.',
    authScopes: { reads: 'DISCIPLINE_READ' },
    args: {
      filter: t.arg({ type: ViolationFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) => listViolations(context, { ...filter }, page),
  }),
}));

builder.objectFields(EmployeeRef, (t) => ({
  disciplineDecisions: t.field({
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
  violations: t.field({
    type: ViolationConnection,
    nullable: true,
    description: 'Acts of the person that one may see, overdue ones first; null where one is not allowed to know.',
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => {
      if (!mayKnow(context, 'DISCIPLINE_READ', employee)) return null;
      context.access.note('discipline', employee.id);
      return listViolationsOfEmployee(context, employee.id, args);
    },
  }),
}));
