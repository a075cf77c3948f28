import type { Level, Post, SheetState } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import type { ApartReason, YearsBasis } from '@congvu/schema/ranking';
import type { ComparableGroupRow } from '../comparable-group/comparable-group.store.ts';
import type { Context } from '../context.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeesOn } from '../employee/employee.store.ts';
import { query } from '../sql/list.ts';
import type { ListStatement } from '../sql/page.ts';
import { all, raw, type Sql, sql } from '../sql/sql.ts';
import type { AnyRankingKey } from './ranking.ts';
import { filterConditions, type RankingFilter } from './ranking-filter.ts';

/** What is ranked: a comparable group, as far as its people belong to a unit or below. */
export interface RankingQuestion {
  readonly unitId: string;
  readonly period: Period;
  readonly group: Pick<ComparableGroupRow, 'agencyId' | 'group' | 'family'>;
  /** How many years back a place looks. */
  readonly years: number;
  readonly filter: RankingFilter;
}

/** A year of a person as his place counts it. */
export interface StoredYear {
  readonly year: number;
  readonly level: Level | null;
  readonly notClassified: boolean;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly family: string;
}

/** One place of a ranking with its figures; each exact pair as text. */
export interface PlaceRow extends EmployeeRow {
  readonly period: Period;
  /** Position in the whole group; equals follow one another by name. */
  readonly place: number;
  readonly rank: number;
  readonly deciding: AnyRankingKey | null;
  /** What ranking_rows() takes to go on from here, as it gives it: a JSON array. Read where a cursor is asked for, which is hardly ever. */
  readonly placeKeys: string;
  readonly post: Post;
  /** The unit in which the figure was made. */
  readonly unitId: string;
  readonly sheetState: SheetState | null;
  readonly level: Level;
  readonly display: string | null;
  readonly general: string | null;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly quantityNumerator: string | null;
  readonly quantityDenominator: string | null;
  readonly progressNumerator: string | null;
  readonly progressDenominator: string | null;
  readonly delays: number;
  readonly years: readonly StoredYear[];
  readonly yearsNumerator: string | null;
  readonly yearsDenominator: string | null;
  readonly awards: number;
  /** How several years are put together; null in months. */
  readonly basis: YearsBasis | null;
}

const PLACE_COLUMNS =
  raw(`r.place, r.rank, r.deciding, r.cursor::text as "placeKeys", r.post, r.unit_id as "unitId", r.sheet_state as "sheetState", r.level, r.display,
  r.general::text as general, r.total_numerator::text as "totalNumerator", r.total_denominator::text as "totalDenominator",
  r.result_numerator::text as "resultNumerator", r.result_denominator::text as "resultDenominator",
  r.quality_numerator::text as "qualityNumerator", r.quality_denominator::text as "qualityDenominator",
  r.quantity_numerator::text as "quantityNumerator", r.quantity_denominator::text as "quantityDenominator",
  r.progress_numerator::text as "progressNumerator", r.progress_denominator::text as "progressDenominator",
  r.delays, r.years, r.years_numerator::text as "yearsNumerator", r.years_denominator::text as "yearsDenominator", r.awards, r.basis`);

/** Where a page begins: after a place, or before it where `backward`; null: at the end it is read from. */
export interface PlaceWindow {
  readonly from: readonly string[] | null;
  readonly backward: boolean;
  /** Rows wanted, the one that tells whether more follow included. */
  readonly size: number;
}

/**
 * Rows of a ranking that one may see, in its order (turned round where `backward`). A filter hides rows: then the whole group is
 * placed and the rest left out, so that no place moves.
 */
export function findPlaces(
  context: Context,
  question: RankingQuestion,
  window: PlaceWindow,
): Promise<readonly PlaceRow[]> {
  const conditions = filterConditions(question.filter);
  const isFiltered = conditions.length > 0;
  return query<PlaceRow>(
    context,
    sql`select ${PLACE_COLUMNS}, ${question.period}::text as period, ${EMPLOYEE_COLUMNS}
      from ${rankedRows(question, window, isFiltered ? null : window.size)}
      join ${employeesOn(context.today)} on e.id = r.employee_id
      ${blocksBeside(context, question)}
      where ${all(conditions)}
      order by r.place ${raw(window.backward ? 'desc' : 'asc')} limit ${window.size}`,
  );
}

/** How many rows of a ranking one may see, whatever page is shown. */
export async function countPlaces(context: Context, question: RankingQuestion): Promise<number> {
  const everything = { from: null, backward: false };
  const [row] = await query<{ readonly total: number }>(
    context,
    sql`select count(*)::int as total from ${rankedRows(question, everything, null)}
      join congvu.employee e on e.id = r.employee_id ${blocksBeside(context, question)}
      where ${all(filterConditions(question.filter))}`,
  );
  return row?.total ?? 0;
}

function rankedRows(
  question: RankingQuestion,
  { from, backward }: Pick<PlaceWindow, 'from' | 'backward'>,
  limit: number | null,
): Sql {
  return sql`congvu.ranking_rows(${groupArguments(question)}, ${question.years}::int,
    ${from === null ? null : JSON.stringify(from)}::jsonb, ${backward}, ${limit}::int) r`;
}

/** Whom discipline blocks on the day of the request, joined as `b`; only where the filter asks. */
function blocksBeside(context: Context, question: RankingQuestion): Sql {
  if (question.filter.blocked === null) return raw('');
  const everybody = rankedRows(question, { from: null, backward: false }, null);
  return sql`left join (select distinct k.employee_id
    from congvu.discipline_blocks((select array_agg(r.employee_id) from ${everybody}), ${context.today}::date) k
    where k.kind in ('ACTIVE_DISCIPLINE', 'PENDING_PROCEDURE')) b on b.employee_id = r.employee_id`;
}

/** Spread of the totals of a group within a unit; each figure a decimal as text. */
export interface DistributionRow {
  readonly scored: number;
  readonly bins: readonly number[];
  readonly quartiles: readonly string[] | null;
  readonly mean: string | null;
}

export async function findDistribution(context: Context, question: RankingQuestion): Promise<DistributionRow | null> {
  const [row] = await query<DistributionRow>(
    context,
    sql`select d.scored, d.bins, d.quartiles::text[] as quartiles, d.mean::text as mean
      from congvu.ranking_distribution(${groupArguments(question)}) d`,
  );
  return row ?? null;
}

/** How many have a pair of whole points. */
export interface CellRow {
  readonly result: number;
  readonly general: number;
  readonly level: Level;
  readonly count: number;
}

export function findCells(context: Context, question: RankingQuestion): Promise<readonly CellRow[]> {
  return query<CellRow>(
    context,
    sql`select c.result, c.general, c.level, c.n as count from congvu.ranking_cells(${groupArguments(question)}) c`,
  );
}

/** Somebody of the group without a place. */
export interface ApartRow extends EmployeeRow {
  readonly reason: ApartReason;
}

/** Who has no place, by given name. */
export function apartList(context: Context, question: RankingQuestion): ListStatement {
  return {
    columns: sql`${EMPLOYEE_COLUMNS}, apart.reason`,
    from: sql`congvu.ranking_apart(${groupArguments(question)}) apart
      join ${employeesOn(context.today)} on e.id = apart.employee_id`,
    conditions: [],
    order: [
      { expression: 'e.sort_key', type: 'text' },
      { expression: 'e.id', type: 'uuid' },
    ],
  };
}

function groupArguments({ unitId, period, group }: RankingQuestion): Sql {
  const { agencyId, group: code, family } = group;
  return sql`${unitId}::uuid, ${period}, ${agencyId}::uuid, ${code}, ${family}`;
}
