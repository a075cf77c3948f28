import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { ScoringRoleEnum } from '../employee/post.type.ts';
import { type SheetRow, sheetById, sheetOfPeriod } from '../period-sheet/sheet.store.ts';
import { PeriodSheetRef } from '../period-sheet/sheet.type.ts';
import { periodArgument } from '../query-arguments.ts';
import { optionalExact } from '../scalar/exact.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type PeriodResultRow, periodResultById, periodResultOf, type ResultSegment } from './period-result.store.ts';

const PeriodSegmentRef = builder.objectRef<ResultSegment>('PeriodSegment').implement({
  description: 'One part of a month that several sheets make, weighted by its working days.',
  fields: (t) => ({
    sheet: t.field({
      type: PeriodSheetRef,
      nullable: true,
      description: 'Its sheet; null where one may not see it.',
      resolve: (segment, _args, context) => loadOne(context, sheetById, segment.sheetId),
    }),
    revision: t.exposeInt('revision', { description: 'The revision of the sheet that was taken.' }),
    workingDays: t.exposeInt('workingDays', { description: 'Working days in that unit: its weight.' }),
    total: t.string({
      nullable: true,
      description: 'Its exact total, "84" or "263/3".',
      resolve: (segment) => segment.total,
    }),
  }),
});

export const PeriodResultRef = builder.objectRef<PeriodResultRow>('PeriodResult');

builder.node(PeriodResultRef, {
  description:
    'The frozen figure of a person’s closed month. The year reads it; a correction after closing is its next revision.',
  record: { kind: 'sheet', of: (result) => result.employeeId },
  id: { resolve: (result) => result.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, periodResultById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whose month.',
      resolve: (result, _args, context) => getEmployee(context, result.employeeId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit at the end of the month.',
      resolve: (result, _args, context) => getUnit(context, result.unitId),
    }),
    period: t.expose('period', { type: 'Period', description: 'The month.' }),
    revision: t.exposeInt('revision', { description: 'Counts from 1; the highest one counts.' }),
    role: t.expose('role', { type: ScoringRoleEnum, description: 'Which components were scored.' }),
    ruleSet: t.exposeString('ruleSet', { description: 'Code of the rule set by which it was scored.' }),
    ruleSetVersion: t.exposeInt('ruleSetVersion', { description: 'Version of that rule set.' }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The total, 0 to 100, exact; null where there was nothing to score.',
      resolve: (result) => optionalExact(result.totalNumerator, result.totalDenominator),
    }),
    display: t.exposeString('display', { nullable: true, description: 'The total with two decimals.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'By the exact total; of a month only.' }),
    resultPoints: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Points of the result, 0 to 70.',
      resolve: (result) => optionalExact(result.resultNumerator, result.resultDenominator),
    }),
    quality: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Component b, a fraction of 1.',
      resolve: (result) => optionalExact(result.qualityNumerator, result.qualityDenominator),
    }),
    delays: t.exposeInt('delays', { description: 'Delays that count.' }),
    workedDays: t.exposeInt('workedDays', { description: 'Working days on which the person worked.' }),
    segments: t.field({
      type: [PeriodSegmentRef],
      description: 'The parts of the month where several sheets make it; else empty.',
      resolve: (result) => [...(result.segments ?? [])],
    }),
    sheets: t.field({
      type: [PeriodSheetRef],
      description: 'The sheets it was made of, as far as one may see them.',
      resolve: (result, _args, context) => sheetsOf(context, result),
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', description: 'When the month was closed.' }),
  }),
});

async function sheetsOf(context: Context, result: PeriodResultRow): Promise<SheetRow[]> {
  const sheets =
    result.segments === null
      ? [await loadOne(context, sheetOfPeriod(result.period), result.employeeId)]
      : await Promise.all(result.segments.map((segment) => loadOne(context, sheetById, segment.sheetId)));
  return sheets.filter((sheet) => sheet !== null);
}

builder.objectField(EmployeeRef, 'periodResult', (t) =>
  t.field({
    type: PeriodResultRef,
    nullable: true,
    description: 'The frozen figure of one closed month; null where it is not closed or one may not see it.',
    record: { kind: 'sheet', of: (employee) => employee.id },
    args: { period: t.arg({ type: 'Period', description: 'The month.' }) },
    resolve: (employee, { period }, context) =>
      loadOne(context, periodResultOf(periodArgument(period, context)), employee.id),
  }),
);
