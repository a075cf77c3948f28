import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { SEARCH_DESCRIPTION } from '../employee/person-search.ts';
import { PostEnum } from '../employee/post.type.ts';
import { filterUnit, periodArgument } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import { figureRangeFields, readFigureRanges } from './figure-range.ts';
import { listSheets, listSheetsOfEmployee, PERIOD_SHEET_ORDERS, sheetOfPeriod } from './sheet.store.ts';
import { PeriodSheetConnection, PeriodSheetRef } from './sheet.type.ts';
import { SheetStateEnum } from './sheet-parts.type.ts';

const PeriodSheetFilter = builder.inputType('PeriodSheetFilter', {
  description: 'Which sheets; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: sheets of work done in it and below it.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    period: t.field({ type: 'Period', required: false, description: 'The month.' }),
    state: t.field({ type: [SheetStateEnum], required: false, description: 'Any of these.' }),
    level: t.field({ type: [LevelEnum], required: false, description: 'Any of these.' }),
    group: t.string({
      required: false,
      description: 'Code of the group of similar work in which the person was in that month.',
    }),
    post: t.field({ type: PostEnum, required: false, description: 'Post in that month.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    overdue: t.boolean({
      required: false,
      description: 'With an open task of the month and unit past its deadline today, or without one.',
    }),
    ...figureRangeFields(t, ['total', 'general', 'resultPoints', 'quantity', 'quality', 'progress']),
  }),
});

const PeriodSheetOrderEnum = builder.enumType('PeriodSheetOrder', {
  description:
    'PERIOD: newest first. TOTAL, GENERAL, RESULT_POINTS: highest first, sheets without the figure last. DELAYS: most first. NAME: by given name in Vietnamese order.',
  values: PERIOD_SHEET_ORDERS,
});

builder.queryField('periodSheets', (t) =>
  t.field({
    type: PeriodSheetConnection,
    description: 'Period sheets one may see.',
    authScopes: { reads: 'SCORE_READ' },
    args: {
      filter: t.arg({ type: PeriodSheetFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: PeriodSheetOrderEnum, required: false, description: 'PERIOD unless stated.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const ranges = readFigureRanges(filter ?? {}, context);
      return listSheets(context, { ...filter, ranges }, orderBy ?? 'PERIOD', direction, page);
    },
  }),
);

builder.objectFields(EmployeeRef, (t) => ({
  periodSheet: t.field({
    type: PeriodSheetRef,
    nullable: true,
    description: 'The person’s sheet of one month; null where there is none one may see.',
    record: { kind: 'sheet', of: (employee) => employee.id },
    args: { period: t.arg({ type: 'Period', description: 'The month.' }) },
    resolve: (employee, { period }, context) =>
      loadOne(context, sheetOfPeriod(periodArgument(period, context)), employee.id),
  }),
  periodSheets: t.field({
    type: PeriodSheetConnection,
    description: 'The person’s sheets, newest first.',
    record: { kind: 'sheet', of: (employee) => employee.id },
    args: t.arg.connectionArgs(),
    resolve: (employee, args, context) => listSheetsOfEmployee(context, employee.id, args),
  }),
}));
