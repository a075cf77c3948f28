import type { Context } from '../context.ts';
import { batchById, listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';
import { exportDuties } from './due-exports.store.ts';
import type { NationalRow } from './national-file.ts';

export interface NationalExportRow {
  readonly id: string;
  readonly unitId: string;
  readonly period: string;
  readonly dueOn: string;
  readonly exportedAt: Date;
  readonly rows: number;
  readonly sha256: string;
  readonly fileName: string;
}

export const nationalExportById = batchById<NationalExportRow>(
  'nationalExportById',
  raw(`x.id, x.unit_id as "unitId", x.period, x.due_on::text as "dueOn", x.exported_at as "exportedAt", x.rows, x.sha256,
    x.file_name as "fileName"`),
  raw('congvu.national_export x'),
  'x.id',
);

export const EXPORT_STATES = ['OVERDUE', 'DUE', 'DONE'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** What an agency owes of a period. */
export interface ExportDutyRow {
  readonly unitId: string;
  readonly period: string;
  /** Results there are, and those of them no export covers. */
  readonly results: number;
  readonly missing: number;
  /** The day of the first result that is missing; of the first at all where none is. */
  readonly resultOn: string;
  readonly dueOn: string;
  readonly state: ExportState;
  readonly lastExportId: string | null;
}

export interface ExportFilter {
  readonly unit?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly state?: readonly ExportState[] | null | undefined;
}

/** What is to be exported, what is overdue first. One statement. */
export function listExportDuties(
  context: Context,
  filter: ExportFilter,
  args: PageArguments,
): Promise<Page<ExportDutyRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('d."unitId"', filter.unit));
  if (filter.period) conditions.push(sql`(d.period = ${filter.period} or left(d.period, 4) = ${filter.period})`);
  if (filter.state) conditions.push(sql`d.state = any(${filter.state}::text[])`);
  return listPage<ExportDutyRow & PlacedRow>(
    context,
    {
      columns: raw('d.*'),
      from: sql`(${exportDuties(context)}) d`,
      conditions,
      order: [
        { expression: `array_position(array['OVERDUE', 'DUE', 'DONE'], d.state)`, type: 'int' },
        { expression: 'd."dueOn"', type: 'text' },
        { expression: 'd.period', type: 'text' },
        { expression: 'd."unitId"', type: 'uuid' },
      ],
    },
    args,
  );
}

/** The results of a period in a unit and below it as they stand, by the code of the person. */
export function listNationalRows(context: Context, unitId: string, period: string): Promise<readonly NationalRow[]> {
  const within = sql`place.path <@ (select root.path from congvu.unit root where root.id = ${unitId}::uuid)`;
  return query<NationalRow>(context, period.length === 4 ? yearRows(within, period) : monthRows(within, period));
}

function monthRows(within: Sql, period: string): Sql {
  return sql`select e.code, place.code as unit, r.period, r.level, ${exactOf('r.total')} as total, r.display,
      false as "notClassified", r.rule_set as "ruleSet", r.rule_set_version as "ruleSetVersion",
      (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "resultOn", r.revision, null as "decisionNumber"
    from congvu.period_result r join congvu.unit place on place.id = r.unit_id join congvu.employee e on e.id = r.employee_id
    where r.period = ${period} and ${within}
      and not exists (select 1 from congvu.period_result later
        where later.employee_id = r.employee_id and later.period = r.period and later.revision > r.revision)`;
}

function yearRows(within: Sql, period: string): Sql {
  return sql`select e.code, own.code as unit, c.year::text as period, c.decided_level as level, ${exactOf('c.mean')} as total,
      c.mean_display as display, c.not_classified as "notClassified", c.rule_set as "ruleSet",
      c.rule_set_version as "ruleSetVersion", c.decided_on::text as "resultOn", c.revision,
      c.decision_number as "decisionNumber"
    from congvu.classification c join congvu.unit place on place.id = c.agency_id join congvu.unit own on own.id = c.unit_id
      join congvu.employee e on e.id = c.employee_id
    where c.current and c.decided_at is not null and c.year = ${Number(period)} and ${within}`;
}

/** "263/3", "94" for a whole number; null where there is none. */
function exactOf(column: string): Sql {
  return raw(`case when ${column}_denominator = 1 then ${column}_numerator::text
    else ${column}_numerator::text || '/' || ${column}_denominator::text end`);
}
