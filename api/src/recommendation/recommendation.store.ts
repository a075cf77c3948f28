import type { RecommendationKind, RecommendationState } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { type DateSpan, isEmployee, isWithin } from '../register-filter.ts';
import { batchById, batchByParent, childPage, listPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface RecommendationRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly findingId: string | null;
  readonly kind: RecommendationKind;
  readonly targetUnitId: string | null;
  readonly targetEmployeeId: string | null;
  readonly content: string;
  /** Money to be recovered, in đồng; a whole number as text. */
  readonly amount: string | null;
  readonly ownerUnitId: string | null;
  readonly ownerEmployeeId: string | null;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly state: RecommendationState;
  readonly doneOn: string | null;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

const COLUMNS = raw(`rc.id, rc.inspection_id as "inspectionId", rc.finding_id as "findingId", rc.kind,
  rc.target_unit_id as "targetUnitId", rc.target_employee_id as "targetEmployeeId", rc.content, rc.amount::text as amount,
  rc.owner_unit_id as "ownerUnitId", rc.owner_employee_id as "ownerEmployeeId", rc.issued_on::text as "issuedOn",
  rc.due_on::text as "dueOn", rc.state, rc.done_on::text as "doneOn", rc.closed_on::text as "closedOn",
  rc.closed_by_name as "closedBy", rc.recorded_by_name as "recordedBy", rc.recorded_at as "recordedAt", rc.revision`);

export const recommendationById = batchById<RecommendationRow>(
  'recommendationById',
  COLUMNS,
  raw('congvu.recommendation rc'),
  'rc.id',
);

/** What the owner has still to do. Done or not, it stays open until it is closed. */
export const UNFINISHED: readonly RecommendationState[] = ['NOT_STARTED', 'UNDER_WAY'];

const IS_OVERDUE = `(rc.state in ('NOT_STARTED', 'UNDER_WAY') and rc.due_on < clock.today)`;

/** Overdue first, then the newest. The day is a column, so that the keys of the order are text of ours. */
function listOf({ today }: Pick<Context, 'today'>): ListStatement {
  return {
    columns: COLUMNS,
    from: sql`congvu.recommendation rc cross join (select ${today}::date as today) clock`,
    conditions: [],
    order: [
      { expression: `${IS_OVERDUE}::int`, type: 'integer' },
      { expression: 'rc.issued_on', type: 'date' },
      { expression: 'rc.id', type: 'uuid' },
    ],
    descending: true,
  };
}

export interface RecommendationFilter {
  readonly unit?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly kind?: readonly RecommendationKind[] | null | undefined;
  readonly state?: readonly RecommendationState[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function listRecommendations(
  context: Context,
  filter: RecommendationFilter,
  span: DateSpan,
  args: PageArguments,
): Promise<Page<RecommendationRow>> {
  const conditions: Sql[] = [...isWithin('rc.issued_on', span)];
  if (filter.unit) conditions.push(isAbout('target', filter.unit));
  if (filter.owner) conditions.push(isAbout('owner', filter.owner));
  if (filter.employee) {
    conditions.push(
      sql`(${isEmployee('rc.target_employee_id', filter.employee)} or ${isEmployee('rc.owner_employee_id', filter.employee)})`,
    );
  }
  if (filter.search) {
    conditions.push(
      sql`(${isFoundBy('rc.target_employee_id', filter.search)} or ${isFoundBy('rc.owner_employee_id', filter.search)})`,
    );
  }
  if (filter.kind) conditions.push(sql`rc.kind::text = any(${filter.kind}::text[])`);
  if (filter.state) conditions.push(sql`rc.state::text = any(${filter.state}::text[])`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`${raw(IS_OVERDUE)} = ${filter.overdue}`);
  return listPage<RecommendationRow & PlacedRow>(context, { ...listOf(context), conditions }, args);
}

/** Whether the unit is in the subtree, or the person was on the day the recommendation was issued. */
function isAbout(side: 'target' | 'owner', code: string): Sql {
  return sql`(${isInUnitUnder(`rc.${side}_unit_id`, code)} or exists (select 1 from congvu.assignment a
    where a.employee_id = ${raw(`rc.${side}_employee_id`)} and a.valid_from <= rc.issued_on
      and coalesce(a.valid_to >= rc.issued_on, true) and ${isInUnitUnder('a.unit_id', code)}))`;
}

export function listRecommendationsOf(
  parent: 'inspection' | 'finding',
  context: Context,
  id: string,
  args: PageArguments,
): Promise<Page<RecommendationRow>> {
  const list = { ...listOf(context), conditions: [raw(`rc.${parent}_id = parent.id`)] };
  return childPage<RecommendationRow & PlacedRow>(context, `recommendationsOf ${parent}`, list, args, id);
}

/** What became of a recommendation on one day; rows are added, never changed. */
export interface FollowUpRow {
  readonly parent_id: string;
  readonly id: string;
  readonly state: RecommendationState;
  readonly note: string;
  readonly proof: string | null;
  readonly at: Date;
  readonly by: string;
}

export const followUpsByRecommendation = batchByParent<FollowUpRow>(
  'followUpsByRecommendation',
  (ids) => sql`select fu.recommendation_id as parent_id, fu.id, fu.state, fu.note, fu.proof, fu.at, fu.by_name as by
    from congvu.follow_up fu where fu.recommendation_id = any(${ids}::uuid[]) order by fu.at desc, fu.id`,
);
