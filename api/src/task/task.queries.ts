import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { filterUnit, optionalDate, periodArgument } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import {
  countsByEmployee,
  type TaskFilter as Filter,
  listTasks,
  listTasksOfEmployee,
  TASK_ORDERS,
  type TaskCounts,
} from './task.store.ts';
import { TaskConnection, TaskOriginEnum, TaskOutcomeEnum } from './task.type.ts';

const TaskFilter = builder.inputType('TaskFilter', {
  description: 'Which tasks; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: tasks carried by it and by those below.' }),
    employee: t.string({ required: false, description: 'Staff code of who carries it.' }),
    period: t.field({ type: 'Period', required: false, description: 'Month in which it is due.' }),
    outcome: t.field({ type: [TaskOutcomeEnum], required: false, description: 'Any of these.' }),
    origin: t.field({ type: [TaskOriginEnum], required: false, description: 'Any of these.' }),
    overdue: t.boolean({ required: false, description: 'Open and past its deadline today, or not.' }),
    awaitingConfirmation: t.boolean({ required: false, description: 'Handed in and not yet confirmed, or not.' }),
    search: t.string({
      required: false,
      description: 'Part of the title or of the person’s name, with or without tones.',
    }),
    group: t.string({
      required: false,
      description: 'Code of the group of similar work in which the person is on the day of the deadline.',
    }),
    product: t.string({ required: false, description: 'Code of the product in its catalogue, whatever its version.' }),
    deadlineFrom: t.field({ type: 'LocalDate', required: false, description: 'Due on this day or after it.' }),
    deadlineTo: t.field({ type: 'LocalDate', required: false, description: 'Due on this day or before it.' }),
  }),
});

const TaskOrderEnum = builder.enumType('TaskOrder', {
  description:
    'DEADLINE: nearest first. ASSIGNED_AT: newest first. PERSON: by given name in Vietnamese order, then by deadline.',
  values: TASK_ORDERS,
});

const TaskCountsRef = builder.objectRef<TaskCounts>('TaskCounts').implement({
  description: 'How many tasks a person has.',
  fields: (t) => ({
    open: t.exposeInt('open', { description: 'Open, late ones included.' }),
    done: t.exposeInt('done', { description: 'Confirmed as done.' }),
    late: t.exposeInt('late', { description: 'Open and past the deadline.' }),
    notDone: t.exposeInt('notDone', { description: 'Confirmed as not done.' }),
  }),
});

/** Errors: BAD_REQUEST (NOT_A_DATE). */
function readFilter(given: typeof TaskFilter.$inferInput, context: Context): Filter {
  const [deadlineFrom, deadlineTo] = [given.deadlineFrom, given.deadlineTo].map((day) => optionalDate(day, context));
  return { ...given, deadlineFrom, deadlineTo };
}

const NONE: TaskCounts = { open: 0, done: 0, late: 0, notDone: 0 };

builder.queryField('tasks', (t) =>
  t.field({
    type: TaskConnection,
    description: 'Tasks one may see.',
    authScopes: { reads: 'TASK_READ' },
    args: {
      filter: t.arg({ type: TaskFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: TaskOrderEnum, required: false, description: 'DEADLINE unless stated.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listTasks(context, readFilter(filter ?? {}, context), orderBy ?? 'DEADLINE', direction, page);
    },
  }),
);

builder.objectFields(EmployeeRef, (t) => ({
  tasks: t.field({
    type: TaskConnection,
    description: 'The person’s tasks, nearest deadline first.',
    record: { kind: 'task', of: (employee) => employee.id },
    args: {
      filter: t.arg({ type: TaskFilter, required: false, description: 'Which ones; `employee` has no effect here.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (employee, { filter, ...page }, context) =>
      listTasksOfEmployee(context, employee.id, readFilter(filter ?? {}, context), page),
  }),
  taskCounts: t.field({
    type: TaskCountsRef,
    description: 'How many tasks the person has.',
    record: { kind: 'task', of: (employee) => employee.id },
    args: { period: t.arg({ type: 'Period', required: false, description: 'Only those due in this month.' }) },
    resolve: async (employee, { period }, context) => {
      const month = period ? periodArgument(period, context) : null;
      return (await loadOne(context, countsByEmployee(month), employee.id))?.[0] ?? NONE;
    },
  }),
}));
