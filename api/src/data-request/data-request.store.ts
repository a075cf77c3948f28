import type { DataRequestKind, DataRequestState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { isEmployee } from '../register-filter.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isUnder } from '../unit/unit.store.ts';

export interface DataRequestRow {
  readonly id: string;
  readonly employeeId: string;
  readonly kind: DataRequestKind;
  readonly subject: string;
  readonly content: string;
  readonly thirdParties: boolean;
  readonly state: DataRequestState;
  readonly receivedAt: Date;
  /** Last days, inclusive. */
  readonly answerDueOn: string;
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly carryOutDueOn: string | null;
  readonly extendedTo: string | null;
  readonly extensionReason: string | null;
  readonly carriedOutAt: Date | null;
  readonly result: string | null;
  readonly handledBy: string | null;
  readonly revision: number;
}

const COLUMNS = raw(`dr.id, dr.employee_id as "employeeId", dr.kind, dr.subject, dr.content,
  dr.third_parties as "thirdParties", dr.state, dr.received_at as "receivedAt", dr.answer_due_on::text as "answerDueOn",
  dr.answered_at as "answeredAt", dr.answer, dr.carry_out_due_on::text as "carryOutDueOn",
  dr.extended_to::text as "extendedTo", dr.extension_reason as "extensionReason", dr.carried_out_at as "carriedOutAt",
  dr.result, dr.handled_by_name as "handledBy", dr.revision`);

export const dataRequestById = batchById<DataRequestRow>(
  'dataRequestById',
  COLUMNS,
  raw('congvu.data_request dr'),
  'dr.id',
);

/** The day that runs now; in SQL as in `dueOnOf`. */
const DUE_ON = `case dr.state when 'RECEIVED' then dr.answer_due_on
  when 'ACCEPTED' then coalesce(dr.extended_to, dr.carry_out_due_on) end`;
const IS_OVERDUE = `coalesce(${DUE_ON} < clock.today, false)`;

/** Overdue first, then the newest. The day is a column, so that the keys of the order are text of ours. */
function listOf({ today }: Pick<Context, 'today'>, conditions: readonly Sql[]): ListStatement {
  return {
    columns: COLUMNS,
    from: sql`congvu.data_request dr cross join (select ${today}::date as today) clock`,
    conditions,
    order: [
      { expression: `(${IS_OVERDUE})::int`, type: 'integer' },
      { expression: 'dr.received_at', type: 'timestamptz' },
      { expression: 'dr.id', type: 'uuid' },
    ],
    descending: true,
  };
}

export interface DataRequestFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly kind?: readonly DataRequestKind[] | null | undefined;
  readonly state?: readonly DataRequestState[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listDataRequests(
  context: Context,
  filter: DataRequestFilter,
  args: PageArguments,
): Promise<Page<DataRequestRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) {
    conditions.push(sql`exists (select 1 from congvu.assignment a join congvu.unit u on u.id = a.unit_id
      where a.employee_id = dr.employee_id and ${isUnder('u', filter.unit)})`);
  }
  if (filter.employee) conditions.push(isEmployee('dr.employee_id', filter.employee));
  if (filter.search) conditions.push(isFoundBy('dr.employee_id', filter.search));
  if (filter.kind) conditions.push(sql`dr.kind = any(${filter.kind}::congvu.data_request_kind[])`);
  if (filter.state) conditions.push(sql`dr.state = any(${filter.state}::congvu.data_request_state[])`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`${raw(IS_OVERDUE)} = ${filter.overdue}`);
  return listPage<DataRequestRow & PlacedRow>(context, listOf(context, conditions), args);
}

/** A person's own requests, as far as one may see them. */
export function listRequestsOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<DataRequestRow>> {
  const list = listOf(context, [raw('dr.employee_id = parent.id')]);
  return childPage<DataRequestRow & PlacedRow>(context, 'requestsOfEmployee', list, args, employeeId);
}
