import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay } from '@congvu/schema/primitives/period';
import type { InputFieldBuilder } from '@pothos/core';
import type { SchemaTypes } from './builder.ts';
import type { Context } from './context.ts';
import { SEARCH_DESCRIPTION } from './employee/person-search.ts';
import { requestError } from './error/request-error.ts';
import { filterUnit, optionalDate, periodArgument } from './query-arguments.ts';
import { raw, type Sql, sql } from './sql/sql.ts';

/** What every register is filtered by; conditions left out do not narrow. */
export interface RegisterFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

/** Days between which the date of a row lies, both inclusive; null: no bound on that side. */
export interface DateSpan {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

type Fields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>;

/** The fields every register's filter has. `dated` names the date that `from`, `to` and `period` look at. */
export function registerFilterFields(t: Fields, dated: string) {
  return {
    unit: t.string({ required: false, description: 'Code of a unit: this one and all below it.' }),
    employee: t.string({ required: false, description: 'Staff code of the person concerned.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    from: t.field({ type: 'LocalDate', required: false, description: `First day, inclusive, of ${dated}.` }),
    to: t.field({ type: 'LocalDate', required: false, description: `Last day, inclusive, of ${dated}.` }),
    period: t.field({
      type: 'Period',
      required: false,
      description: 'A month, quarter or year instead of `from` and `to`, e.g. "2026-Q4".',
    }),
    overdue: t.boolean({ required: false, description: 'Only what is late today, or only the rest.' }),
  };
}

/**
 * The days a filter asks for, after its unit was found. Errors: NOT_FOUND for a unit that is none; BAD_REQUEST for what is
 * no date or period, for both a period and days, and for days in the wrong order.
 */
export async function readRegisterFilter(
  context: Context,
  filter: RegisterFilter | null | undefined,
): Promise<DateSpan> {
  await filterUnit(filter?.unit, context);
  const from = optionalDate(filter?.from, context);
  const to = optionalDate(filter?.to, context);
  if (from !== null && to !== null && to < from)
    throw requestError(domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }), context.locale);
  if (!filter?.period) return { from, to };
  if (from !== null || to !== null)
    throw requestError(domainError('INCONSISTENT', { reason: 'PERIOD_OR_DATES' }), context.locale);
  const period = periodArgument(filter.period, context);
  return { from: firstDay(period), to: lastDay(period) };
}

/** Conditions on a date of the row: `expression` is text of ours. A row without the date is outside every span. */
export function isWithin(expression: string, { from, to }: DateSpan): readonly Sql[] {
  const conditions: Sql[] = [];
  if (from !== null) conditions.push(sql`${raw(expression)} >= ${from}::date`);
  if (to !== null) conditions.push(sql`${raw(expression)} <= ${to}::date`);
  return conditions;
}

/** Whether the person of a column is the one of this staff code. */
export function isEmployee(column: string, code: string): Sql {
  return sql`${raw(column)} = (select who.id from congvu.employee who where who.code = ${code})`;
}
