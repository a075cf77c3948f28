import type { InspectionPlanState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import type { DateSpan } from '../register-filter.ts';
import { batchById, listPage } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface InspectionPlanRow {
  readonly id: string;
  /** The root of the units it plans. */
  readonly unitId: string;
  readonly year: number;
  readonly state: InspectionPlanState;
  /** Least share of units to be visited in the year, in whole percent. */
  readonly sharePercent: number;
  readonly decisionNumber: string | null;
  readonly issuedOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`ip.id, ip.unit_id as "unitId", ip.year::int as year, ip.state, ip.share_percent as "sharePercent",
  ip.decision_number as "decisionNumber", ip.issued_on::text as "issuedOn", ip.recorded_by_name as "recordedBy",
  ip.recorded_at as "recordedAt", ip.revision`);
const FROM = raw('congvu.inspection_plan ip');

export const inspectionPlanById = batchById<InspectionPlanRow>('inspectionPlanById', COLUMNS, FROM, 'ip.id');

export interface InspectionPlanFilter {
  readonly unit?: string | null | undefined;
  readonly state?: readonly InspectionPlanState[] | null | undefined;
}

/** Plans of the years a span touches, the newest year first. */
export function listInspectionPlans(
  context: Context,
  filter: InspectionPlanFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<InspectionPlanRow>> {
  const conditions: Sql[] = [];
  if (filter.unit) conditions.push(isInUnitUnder('ip.unit_id', filter.unit));
  if (filter.state) conditions.push(sql`ip.state::text = any(${filter.state}::text[])`);
  if (span.from !== null) conditions.push(sql`ip.year >= extract(year from ${span.from}::date)`);
  if (span.to !== null) conditions.push(sql`ip.year <= extract(year from ${span.to}::date)`);
  return listPage<InspectionPlanRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: FROM,
      conditions,
      order: [
        { expression: 'ip.year', type: 'smallint' },
        { expression: 'ip.id', type: 'uuid' },
      ],
      descending: true,
    },
    args,
  );
}
