import type { VisitState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type DateSpan, isWithin } from '../register-filter.ts';
import { batchById, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface VisitRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly unitId: string;
  readonly plannedFrom: string | null;
  readonly plannedTo: string | null;
  readonly unannounced: boolean;
  readonly visitedOn: string | null;
  readonly state: VisitState;
  readonly repeatReason: string | null;
  readonly note: string | null;
  readonly revision: number;
}

const COLUMNS = raw(`iv.id, iv.inspection_id as "inspectionId", iv.unit_id as "unitId",
  iv.planned_from::text as "plannedFrom", iv.planned_to::text as "plannedTo", iv.unannounced,
  iv.visited_on::text as "visitedOn", iv.state, iv.repeat_reason as "repeatReason", iv.note, iv.revision`);
const FROM = raw('congvu.inspection_visit iv');

export const visitById = batchById<VisitRow>('visitById', COLUMNS, FROM, 'iv.id');

/** A visit's day: when it was made, else when it is planned. */
const DATED = `coalesce(iv.visited_on, iv.planned_from)`;

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: `coalesce(iv.visited_on, iv.planned_from, 'infinity')`, type: 'date' },
    { expression: 'iv.id', type: 'uuid' },
  ],
  descending: true,
};

export interface VisitFilter {
  readonly unit?: string | null | undefined;
  readonly state?: readonly VisitState[] | null | undefined;
  readonly unannounced?: boolean | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listVisits(
  context: Context,
  filter: VisitFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<VisitRow>> {
  const conditions: Sql[] = [...isWithin(DATED, span)];
  if (filter.unit) conditions.push(isInUnitUnder('iv.unit_id', filter.unit));
  if (filter.state) conditions.push(sql`iv.state::text = any(${filter.state}::text[])`);
  if (typeof filter.unannounced === 'boolean') conditions.push(sql`iv.unannounced = ${filter.unannounced}`);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(
      sql`(iv.state = 'PLANNED' and coalesce(iv.planned_to < ${context.today}::date, false)) = ${filter.overdue}`,
    );
  }
  return listPage<VisitRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export function listVisitsOfInspection(
  context: Context,
  inspectionId: string,
  args: PageArguments,
): Promise<Page<VisitRow>> {
  const conditions = [raw('iv.inspection_id = parent.id')];
  return childPage<VisitRow & PlacedRow>(context, 'visitsOfInspection', { ...LIST, conditions }, args, inspectionId);
}
