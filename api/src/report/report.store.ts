import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { ReportFigureKey } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { listPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import type { UnitRow } from '../unit/unit.store.ts';

/** What a report is about: a unit with all below it, and days, both inclusive. */
export interface ReportSpan {
  readonly unit: UnitRow;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface CountRow {
  readonly figure: ReportFigureKey;
  readonly code: string;
  /** The unit one level below the report's; null for the unit itself and for what lies outside it. */
  readonly unitId: string | null;
  readonly value: number;
}

/** Every number of the report: one statement, whatever the size of the subtree. Nothing without REPORT_READ over the unit. */
export function countRecords(context: Context, { unit, from, to }: ReportSpan): Promise<readonly CountRow[]> {
  return query<CountRow>(
    context,
    sql`select figure, code, unit_id as "unitId", value::integer as value
      from congvu.report_counts(${unit.id}::uuid, ${from}::date, ${to}::date, ${context.today}::date)
      order by figure, code, unit_id`,
  );
}

/** One record behind a number. */
export interface ReportRow {
  /** Name of its GraphQL type. */
  readonly recordType: string;
  readonly recordId: string;
  readonly unitId: string | null;
  readonly employeeId: string | null;
  readonly day: LocalDate;
  /** Its title or number. */
  readonly subject: string | null;
  readonly detail: string | null;
  readonly figure: ReportFigureKey;
  readonly code: string;
}

const COLUMNS = raw(`r.figure, r.code, r.record_type as "recordType", r.record_id as "recordId", r.unit_id as "unitId",
  r.employee_id as "employeeId", r.day::text as day, r.subject, r.detail`);

/** As far as the asking person's own rights reach; the counts reach further. */
function records(context: Context, { unit, from, to }: ReportSpan): Sql {
  return sql`congvu.report_records(${unit.id}::uuid, ${from}::date, ${to}::date, ${context.today}::date) r`;
}

export interface FigureChoice {
  readonly figure: ReportFigureKey;
  /** Null: all of the figure. */
  readonly code: string | null;
}

function chosen({ figure, code }: FigureChoice): readonly Sql[] {
  return [sql`r.figure = ${figure}`, ...(code === null ? [] : [sql`r.code = ${code}`])];
}

export function listReportRows(
  context: Context,
  span: ReportSpan,
  choice: FigureChoice,
  args: PageArguments,
): Promise<Page<ReportRow>> {
  const list: ListStatement = {
    columns: COLUMNS,
    from: records(context, span),
    conditions: chosen(choice),
    order: [
      { expression: 'r.day', type: 'date' },
      { expression: 'r.record_id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<ReportRow & PlacedRow>(context, list, args);
}

/** How many rows of a figure one may see. */
export async function countVisible(context: Context, span: ReportSpan, choice: FigureChoice): Promise<number> {
  const [condition, more = raw('true')] = chosen(choice);
  const [row] = await query<{ readonly count: number }>(
    context,
    sql`select count(*)::integer as count from ${records(context, span)} where ${condition} and ${more}`,
  );
  return row?.count ?? 0;
}

/** A record with the names a sheet shows. */
export interface NamedReportRow extends ReportRow {
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly employeeCode: string | null;
  readonly employeeName: string | null;
}

/** The rows behind all numbers, newest first within a figure, at most `most` of them. */
export function listNamedRows(context: Context, span: ReportSpan, most: number): Promise<readonly NamedReportRow[]> {
  return query<NamedReportRow>(
    context,
    sql`select ${COLUMNS}, u.code as "unitCode", u.name as "unitName", e.code as "employeeCode", e.name as "employeeName"
      from ${records(context, span)}
      left join congvu.unit u on u.id = r.unit_id left join congvu.employee e on e.id = r.employee_id
      order by r.figure, r.day desc, r.record_id limit ${most}`,
  );
}
