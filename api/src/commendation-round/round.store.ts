import type { CommendationRoundState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { filterUnit } from '../query-arguments.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, listPage, query } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** The commendation round of one agency and year. */
export interface CommendationRoundRow {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyPath: string;
  readonly year: number;
  readonly state: CommendationRoundState;
  /** The office's table of titles; null: the built-in one. */
  readonly titlesTableId: string | null;
  readonly titlesVersion: number;
  readonly baseTitleQuotaPercent: number | null;
  /** đồng, as PostgreSQL writes it; null: no amounts are worked out. */
  readonly baseSalary: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly revision: number;
}

const COLUMNS = raw(`r.id, r.agency_id as "agencyId", u.path_text as "agencyPath", r.year::int as year, r.state,
  r.titles_table_id as "titlesTableId", coalesce(rt.version, 0)::int as "titlesVersion",
  r.base_title_quota_percent::int as "baseTitleQuotaPercent", r.base_salary::text as "baseSalary", r.opened_at as "openedAt",
  r.closed_at as "closedAt", r.revision`);
const FROM = raw(`congvu.commendation_round r join congvu.unit u on u.id = r.agency_id
  left join congvu.register_table rt on rt.id = r.titles_table_id`);

export const commendationRoundById = batchById<CommendationRoundRow>('commendationRoundById', COLUMNS, FROM, 'r.id');

/** The round of each agency for one year. */
export function roundOfAgencyYear(year: number) {
  return defineBatch(`commendationRoundOf ${year}`, async (context: Context, agencyIds: readonly string[]) => {
    const rows = await query<CommendationRoundRow>(
      context,
      sql`select ${COLUMNS} from ${FROM} where r.agency_id = any(${agencyIds}::uuid[]) and r.year = ${year}`,
    );
    return new Map(rows.map((row) => [row.agencyId, row]));
  });
}

export interface CommendationRoundFilter {
  readonly unit?: string | null | undefined;
  readonly year?: number | null | undefined;
}

export async function listCommendationRounds(
  context: Context,
  filter: CommendationRoundFilter,
  args: PageArguments,
): Promise<Page<CommendationRoundRow>> {
  await filterUnit(filter.unit, context);
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('r.agency_id', filter.unit));
  if (typeof filter.year === 'number') conditions.push(sql`r.year = ${filter.year}`);
  const list: ListStatement = {
    columns: COLUMNS,
    from: FROM,
    conditions,
    order: [
      { expression: 'r.year', type: 'integer' },
      { expression: 'r.opened_at', type: 'timestamptz' },
      { expression: 'r.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<CommendationRoundRow & PlacedRow>(context, list, args);
}

/** A commendation put back: of a person, or of a unit as a collective. */
export interface HoldRow {
  readonly id: string;
  readonly roundId: string;
  readonly agencyPath: string;
  readonly employeeId: string | null;
  readonly unitId: string | null;
  readonly reason: string;
  readonly document: string;
  readonly from: string;
  readonly liftedOn: string | null;
  readonly liftReason: string | null;
  readonly recordedBy: string;
}

const HOLD_COLUMNS = raw(`h.id, h.round_id as "roundId", u.path_text as "agencyPath", h.employee_id as "employeeId",
  h.unit_id as "unitId", h.reason, h.document, h.from_on::text as "from", h.lifted_on::text as "liftedOn",
  h.lift_reason as "liftReason", h.recorded_by_name as "recordedBy"`);
const HOLD_FROM = raw(`congvu.commendation_hold h join congvu.commendation_round r on r.id = h.round_id
  join congvu.unit u on u.id = r.agency_id`);

export const holdById = batchById<HoldRow>('commendationHoldById', HOLD_COLUMNS, HOLD_FROM, 'h.id');

/** The holds of a round that one may see: all of them as who keeps the register, else one's own. */
export function listHolds(context: Context, roundId: string, args: PageArguments): Promise<Page<HoldRow>> {
  const list: ListStatement = {
    columns: HOLD_COLUMNS,
    from: HOLD_FROM,
    conditions: [sql`h.round_id = ${roundId}::uuid`],
    order: [
      { expression: 'h.from_on', type: 'date' },
      { expression: 'h.id', type: 'uuid' },
    ],
    descending: true,
  };
  return listPage<HoldRow & PlacedRow>(context, list, args);
}
