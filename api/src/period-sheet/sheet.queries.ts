import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { filterUnit, periodArgument } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
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
  }),
});

const PeriodSheetOrderEnum = builder.enumType('PeriodSheetOrder', {
  description: 'PERIOD: newest first. TOTAL: highest first. NAME: by given name in Vietnamese order.',
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
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listSheets(context, { ...filter }, orderBy ?? 'PERIOD', page);
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
