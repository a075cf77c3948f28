import type {
  FindingTopic,
  InspectionArea,
  InspectionKind,
  InspectionMode,
  InspectionState,
  TeamRole,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type DateSpan, isWithin } from '../register-filter.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface InspectionRow {
  readonly id: string;
  readonly planId: string | null;
  /** The unit that holds it; those visited stand in its visits. */
  readonly unitId: string;
  readonly kind: InspectionKind;
  readonly area: InspectionArea;
  readonly mode: InspectionMode;
  readonly title: string;
  readonly topics: FindingTopic[];
  readonly teamKind: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly state: InspectionState;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly draftReceivedOn: string | null;
  readonly conclusionDueOn: string | null;
  readonly conclusionNumber: string | null;
  readonly concludedOn: string | null;
  readonly conclusionReceivedOn: string | null;
  readonly implementingDueOn: string | null;
  readonly implementingDocument: string | null;
  readonly implementedOn: string | null;
  readonly byGovernment: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`i.id, i.plan_id as "planId", i.unit_id as "unitId", i.kind, i.area, i.mode, i.title, i.topics,
  i.team_kind as "teamKind", i.decision_number as "decisionNumber", i.decided_on::text as "decidedOn", i.state,
  i.started_on::text as "startedOn", i.ended_on::text as "endedOn", i.draft_received_on::text as "draftReceivedOn",
  i.conclusion_due_on::text as "conclusionDueOn", i.conclusion_number as "conclusionNumber",
  i.concluded_on::text as "concludedOn", i.conclusion_received_on::text as "conclusionReceivedOn",
  i.implementing_due_on::text as "implementingDueOn", i.implementing_document as "implementingDocument",
  i.implemented_on::text as "implementedOn", i.by_government as "byGovernment", i.recorded_by_name as "recordedBy",
  i.recorded_at as "recordedAt", i.revision`);
const FROM = raw('congvu.inspection i');

export const inspectionById = batchById<InspectionRow>('inspectionById', COLUMNS, FROM, 'i.id');

/** The day by which inspections are listed: ended, else begun, else the end of the plan's year, else recorded. */
const DATED = `coalesce(i.ended_on, i.started_on,
  (select make_date(ip.year, 12, 31) from congvu.inspection_plan ip where ip.id = i.plan_id),
  (i.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)`;

const LIST: ListStatement = {
  columns: COLUMNS,
  from: FROM,
  conditions: [],
  order: [
    { expression: DATED, type: 'date' },
    { expression: 'i.id', type: 'uuid' },
  ],
  descending: true,
};

export interface InspectionFilter {
  readonly unit?: string | null | undefined;
  readonly kind?: readonly InspectionKind[] | null | undefined;
  readonly area?: readonly InspectionArea[] | null | undefined;
  readonly state?: readonly InspectionState[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listInspections(
  context: Context,
  filter: InspectionFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<InspectionRow>> {
  const conditions: Sql[] = [...isWithin(DATED, span)];
  if (filter.unit) {
    conditions.push(sql`(${isInUnitUnder('i.unit_id', filter.unit)} or exists (select 1 from congvu.inspection_visit iv
      where iv.inspection_id = i.id and ${isInUnitUnder('iv.unit_id', filter.unit)}))`);
  }
  if (filter.kind) conditions.push(sql`i.kind::text = any(${filter.kind}::text[])`);
  if (filter.area) conditions.push(sql`i.area::text = any(${filter.area}::text[])`);
  if (filter.state) conditions.push(sql`i.state::text = any(${filter.state}::text[])`);
  if (typeof filter.overdue === 'boolean') {
    conditions.push(sql`(i.state <> 'CANCELLED' and (coalesce(i.conclusion_due_on < ${context.today}::date and i.concluded_on is null, false)
      or coalesce(i.implementing_due_on < ${context.today}::date and i.implemented_on is null, false))) = ${filter.overdue}`);
  }
  return listPage<InspectionRow & PlacedRow>(context, { ...LIST, conditions }, args);
}

export function listInspectionsOfPlan(
  context: Context,
  planId: string,
  args: PageArguments,
): Promise<Page<InspectionRow>> {
  const conditions = [raw('i.plan_id = parent.id')];
  return childPage<InspectionRow & PlacedRow>(context, 'inspectionsOfPlan', { ...LIST, conditions }, args, planId);
}

/** Somebody of a team, also from another body: then only his name is known. */
export interface TeamMemberRow {
  readonly parent_id: string;
  readonly employeeId: string | null;
  readonly name: string;
  readonly role: TeamRole;
}

export const teamByInspection = batchByParent<TeamMemberRow>(
  'teamByInspection',
  (ids) => sql`select im.inspection_id as parent_id, im.employee_id as "employeeId", im.name, im.role
    from congvu.inspection_member im where im.inspection_id = any(${ids}::uuid[]) order by im.place`,
);
