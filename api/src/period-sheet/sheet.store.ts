import type { Level, Post, ScoringRole, SheetState } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { defineBatch, loadOne } from '../sql/batch.ts';
import { batchById, batchByParent, childPage, listPage, query } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, OrderKey, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';
import { type FigureRanges, figureConditions } from './figure-range.ts';
import { ASSIGNMENT_OF_SHEET, FAILED_SHEETS } from './sheet-figures.store.ts';

/** What a sheet is and what it scored: all that most who look at one ask for. */
export interface SheetCore {
  readonly id: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly period: string;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: SheetState;
  readonly revision: number;
  readonly selfGeneral: string | null;
  readonly general: string | null;
  readonly scoreState: 'SCORED' | 'INSUFFICIENT_DATA';
  readonly provisional: boolean;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly level: Level | null;
  readonly display: string | null;
}

/** A whole sheet. */
export interface SheetRow extends SheetCore {
  readonly catalogueId: string | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
  readonly unitResult: number | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number;
  readonly strengths: string | null;
  readonly limitations: string | null;
  readonly opinion: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly confirmedAs: string | null;
  readonly organisingEvidence: string | null;
  readonly cohesionEvidence: string | null;
  readonly unitResultSheetIds: readonly string[];
  readonly notifiedAt: Date | null;
}

const CORE_COLUMNS = raw(`s.id, s.employee_id as "employeeId", s.unit_id as "unitId",
  s.period, s.role, s.rule_set as "ruleSet", s.rule_set_version as "ruleSetVersion", s.state, s.revision,
  s.self_general::text as "selfGeneral", s.general::text as general, s.score_state as "scoreState", s.provisional,
  s.total_numerator::text as "totalNumerator", s.total_denominator::text as "totalDenominator",
  s.result_numerator::text as "resultNumerator", s.result_denominator::text as "resultDenominator", s.level, s.display`);

const SHEET_COLUMNS = sql`${CORE_COLUMNS}, s.catalogue_id as "catalogueId", s.organising, s.cohesion,
  s.unit_result as "unitResult", s.quality_numerator::text as "qualityNumerator",
  s.quality_denominator::text as "qualityDenominator", s.delays, s.strengths, s.limitations, s.opinion,
  s.confirmed_by_name as "confirmedBy", s.confirmed_at as "confirmedAt", s.confirmed_as as "confirmedAs",
  s.organising_evidence as "organisingEvidence", s.cohesion_evidence as "cohesionEvidence",
  s.unit_result_sheet_ids::text[] as "unitResultSheetIds", s.notified_at as "notifiedAt"`;

const SHEET_FROM = raw('congvu.period_sheet s');

export const sheetById = batchById<SheetRow>('sheetById', SHEET_COLUMNS, SHEET_FROM, 's.id');

/** The whole of a sheet of which a card brought the core; those of one turn are read together. */
export async function wholeSheet(context: Context, sheet: SheetCore | SheetRow): Promise<SheetRow> {
  if ('delays' in sheet) return sheet;
  const whole = await loadOne(context, sheetById, sheet.id);
  if (whole === null) throw new Error('A sheet that was seen a moment ago is not seen now.');
  return whole;
}

/** The sheet of each person for one period; of two, the one of the unit he came to last. */
export function sheetOfPeriod(period: string) {
  return defineBatch(`sheetOfPeriod ${period}`, async (context: Context, employeeIds: readonly string[]) => {
    const rows = await query<SheetRow>(
      context,
      sql`select ${SHEET_COLUMNS} from ${SHEET_FROM}
        where s.employee_id = any(${employeeIds}::uuid[]) and s.period = ${period}
        order by (select max(a.valid_from) from congvu.assignment a
          where a.employee_id = s.employee_id and a.unit_id = s.unit_id) nulls first`,
    );
    return new Map(rows.map((row) => [row.employeeId, row]));
  });
}

export interface PeriodSheetFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly state?: readonly SheetState[] | null | undefined;
  readonly level?: readonly Level[] | null | undefined;
  readonly group?: string | null | undefined;
  readonly post?: Post | null | undefined;
  readonly search?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly ranges?: FigureRanges;
}
export const PERIOD_SHEET_ORDERS = ['PERIOD', 'TOTAL', 'NAME', 'GENERAL', 'RESULT_POINTS', 'DELAYS'] as const;
export type PeriodSheetOrder = (typeof PERIOD_SHEET_ORDERS)[number];

const ID: OrderKey = { expression: 's.id', type: 'uuid' };
const PERIOD: OrderKey = { expression: 's.period', type: 'text' };
const NAME: OrderKey = {
  expression: '(select who.sort_key from congvu.employee who where who.id = s.employee_id)',
  type: 'text',
};

/** The order of a list from its beginning. A sheet without a figure stands behind every figure, whichever way it runs. */
function keysOf(order: PeriodSheetOrder, descending: boolean): readonly OrderKey[] {
  const figure = (column: string): readonly OrderKey[] => [
    { expression: `coalesce(${column}, ${descending ? '-1' : '1000'})`, type: 'numeric' },
    ID,
  ];
  switch (order) {
    case 'PERIOD':
      return [PERIOD, ID];
    case 'TOTAL':
      return figure('s.total_order');
    case 'NAME':
      return [NAME, PERIOD, ID];
    case 'GENERAL':
      return figure('coalesce(s.general, s.self_general)');
    case 'RESULT_POINTS':
      return figure('s.result_order');
    case 'DELAYS':
      return [{ expression: 's.delays', type: 'integer' }, ID];
  }
}

function conditionsOf(context: Context, filter: PeriodSheetFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('s.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`s.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (filter.period) conditions.push(sql`s.period = ${filter.period}`);
  if (filter.state) conditions.push(sql`s.state = any(${filter.state}::congvu.sheet_state[])`);
  if (filter.level) conditions.push(sql`s.level = any(${filter.level}::congvu.level[])`);
  if (filter.group) conditions.push(sql`s.group_code = ${filter.group}`);
  if (filter.post) conditions.push(sql`s.post = ${filter.post}::congvu.post`);
  if (filter.search) conditions.push(isFoundBy('s.employee_id', filter.search));
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`exists (select 1 from congvu.task late where late.employee_id = s.employee_id
      and late.unit_id = s.unit_id and late.period = s.period and late.outcome = 'OPEN'
      and late.deadline < ${context.today}::date) = ${filter.overdue}`);
  }
  return [...conditions, ...figureConditions(filter.ranges ?? {})];
}

export function listSheets(
  context: Context,
  filter: PeriodSheetFilter,
  order: PeriodSheetOrder,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<SheetRow>> {
  // Newest period, highest figure and most delays first, names from the front.
  const descending = isDescending(direction, order !== 'NAME');
  const list: ListStatement = {
    columns: SHEET_COLUMNS,
    from: SHEET_FROM,
    conditions: conditionsOf(context, filter),
    order: keysOf(order, descending),
    descending,
  };
  return listPage<SheetRow & PlacedRow>(context, list, args);
}

export const SHEETS_OF_EMPLOYEE: ListStatement = {
  columns: SHEET_COLUMNS,
  from: SHEET_FROM,
  conditions: [raw('s.employee_id = parent.id')],
  // A person has one sheet a period and unit, and the index has them in this order.
  order: [PERIOD, { expression: 's.unit_id', type: 'uuid' }],
  descending: true,
};

/** The same as a card brings them: JSON of forty columns and nine rows cost it more than all else of its statement. */
export const SHEETS_OF_CARD: ListStatement = { ...SHEETS_OF_EMPLOYEE, columns: CORE_COLUMNS };

/** Whole sheets, or their core where a card brought them. */
export function listSheetsOfEmployee(
  context: Context,
  employeeId: string,
  args: PageArguments,
): Promise<Page<SheetCore | SheetRow>> {
  return childPage<(SheetCore | SheetRow) & PlacedRow>(
    context,
    'sheetsOfEmployee',
    SHEETS_OF_EMPLOYEE,
    args,
    employeeId,
  );
}

/** The confirmed sheets below 50 that make a leader's result of his unit 50 now, whatever his own sheet says still. */
export const failedNowBySheet = defineBatch('failedNowBySheet', async (context: Context, ids: readonly string[]) => {
  const rows = await query<{ readonly id: string; readonly failed: readonly string[] | null }>(
    context,
    sql`select k.id, below.failed::text[] as failed from (
        select s.id, s.employee_id, s.unit_id, s.period, m.first_day, (m.first_day + m.length - interval '1 day')::date as last_day
        from congvu.period_sheet s cross join lateral (
          select case when s.period like '%Q%' then make_date(left(s.period, 4)::int, right(s.period, 1)::int * 3 - 2, 1)
              else (s.period || '-01')::date end as first_day,
            case when s.period like '%Q%' then interval '3 months' else interval '1 month' end as length) m
        where s.id = any(${ids}::uuid[]) and s.role = 'LEADER') k
      left join lateral (${raw(ASSIGNMENT_OF_SHEET)}) a on true
      left join lateral (${raw(FAILED_SHEETS)}) below on true`,
  );
  return new Map(rows.map(({ id, failed }) => [id, failed ?? []]));
});

export interface ExplanationRow {
  readonly id: string;
  /** encodeExplanation() of the score; null where there is none. */
  readonly explanation: unknown;
  /** The tasks behind its items' indexes. */
  readonly taskIds: readonly string[];
}

/** Read only where a score is asked how it came about: it is longer than all else of a sheet. */
export const explanationBySheet = batchById<ExplanationRow>(
  'explanationBySheet',
  raw('s.id, s.explanation, s.task_ids as "taskIds"'),
  raw('congvu.period_sheet s'),
  's.id',
);

export interface CriterionRow {
  readonly code: string;
  readonly selfPoints: string | null;
  readonly confirmedPoints: string | null;
  readonly remark: string | null;
}

export const criteriaBySheet = batchByParent<CriterionRow & { readonly parent_id: string }>(
  'criteriaBySheet',
  (ids) => sql`select sc.sheet_id as parent_id, sc.code, sc.self_points::text as "selfPoints",
      sc.confirmed_points::text as "confirmedPoints", sc.remark
    from congvu.sheet_criterion sc where sc.sheet_id = any(${ids}::uuid[]) order by sc.position`,
);

export interface RevisionRow {
  readonly revision: number;
  readonly state: SheetState;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly display: string | null;
  readonly level: Level | null;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly reason: string | null;
}

export const revisionsBySheet = batchByParent<RevisionRow & { readonly parent_id: string }>(
  'revisionsBySheet',
  (ids) => sql`select r.sheet_id as parent_id, r.revision, r.state, r.total_numerator::text as "totalNumerator",
      r.total_denominator::text as "totalDenominator", r.display, r.level, r.changed_by_name as "changedBy",
      r.changed_at as "changedAt", r.reason
    from congvu.sheet_revision r where r.sheet_id = any(${ids}::uuid[]) order by r.revision`,
);

export interface PlanRow {
  readonly fixedAt: Date | null;
  readonly fixedBy: string | null;
  readonly closedAt: Date | null;
}

/** Plans of one period by the unit's id. */
export function planOfPeriod(period: string) {
  return defineBatch(`planOfPeriod ${period}`, async (context: Context, unitIds: readonly string[]) => {
    const rows = await query<PlanRow & { readonly unitId: string }>(
      context,
      sql`select p.unit_id as "unitId", p.fixed_at as "fixedAt", p.fixed_by_name as "fixedBy", p.closed_at as "closedAt"
        from congvu.period_plan p where p.unit_id = any(${unitIds}::uuid[]) and p.period = ${period}`,
    );
    return new Map(rows.map((row) => [row.unitId, row]));
  });
}
