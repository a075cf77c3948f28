import { domainError } from '@congvu/schema/errors';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { figureRangeFields, readFigureRanges } from '../period-sheet/figure-range.ts';
import { SheetStateEnum } from '../period-sheet/sheet-parts.type.ts';
import { assertVisible, filterUnit, optionalDate, periodArgument } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import { findEmployeeCard } from './card.store.ts';
import { EMPLOYEE_ORDERS, type EmployeeFilter as Filter, listEmployees } from './employee.store.ts';
import { EmployeeConnection, EmployeeRef } from './employee.type.ts';
import { SEARCH_DESCRIPTION } from './person-search.ts';
import { PostEnum, SubjectTypeEnum } from './post.type.ts';

const EmployeeFilter = builder.inputType('EmployeeFilter', {
  description: 'Which people; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: people in it and below it today.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    post: t.field({ type: PostEnum, required: false, description: 'Post today.' }),
    subjectType: t.field({ type: SubjectTypeEnum, required: false, description: 'Kind of service today.' }),
    group: t.string({ required: false, description: 'Code of the group of similar work.' }),
    period: t.field({
      type: 'Period',
      required: false,
      description: 'People with a sheet of this month; what follows about sheets is of this one and asks for it.',
    }),
    level: t.field({ type: [LevelEnum], required: false, description: 'Level of that sheet: any of these.' }),
    state: t.field({ type: [SheetStateEnum], required: false, description: 'State of that sheet: any of these.' }),
    ...figureRangeFields(t, ['total', 'general', 'resultPoints', 'quantity', 'quality', 'progress']),
    overdue: t.boolean({ required: false, description: 'With an open task past its deadline today, or without one.' }),
    from: t.field({
      type: 'LocalDate',
      required: false,
      description: 'Joined on this day or after it: the first day of the first assignment.',
    }),
  }),
});

const EmployeeOrderEnum = builder.enumType('EmployeeOrder', {
  description:
    'Order of people. NAME is by given name in Vietnamese order, UNIT by unit and then by name, JOINED by the first day of the first assignment, the earliest first.',
  values: EMPLOYEE_ORDERS,
});

type Written = typeof EmployeeFilter.$inferInput;

/** Errors: BAD_REQUEST (NOT_A_DATE, NOT_A_PERIOD, ranges; INCONSISTENT for words about a sheet without its month). */
function readFilter(given: Written, context: Context): Filter {
  const ranges = readFigureRanges(given, context);
  const period = given.period ? periodArgument(given.period, context) : null;
  const isOfSheet = given.level || given.state || Object.values(ranges).some((range) => range !== null);
  if (isOfSheet && period === null)
    throw requestError(domainError('INCONSISTENT', { reason: 'FIGURES_NEED_PERIOD' }), context.locale);
  return { ...given, ranges, period, from: optionalDate(given.from, context) };
}

builder.queryFields((t) => ({
  employee: t.field({
    type: EmployeeRef,
    nullable: true,
    description: 'The person of this staff code. NOT_FOUND where there is none one may see.',
    authScopes: { reads: 'EMPLOYEE_READ' },
    args: { code: t.arg.string({ description: 'Staff code.' }) },
    resolve: async (_root, { code }, context, info) =>
      assertVisible(await findEmployeeCard(context, code, info), context),
  }),
  employees: t.field({
    type: EmployeeConnection,
    description: 'People one may see.',
    authScopes: { reads: 'EMPLOYEE_READ' },
    args: {
      filter: t.arg({ type: EmployeeFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: EmployeeOrderEnum, required: false, description: 'NAME unless stated.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listEmployees(context, readFilter(filter ?? {}, context), orderBy ?? 'NAME', direction, page);
    },
  }),
}));
