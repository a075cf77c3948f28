import type { Level, Post, SubjectType } from '@congvu/schema/evaluation';
import type { ClassificationState, LeaveKind } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { isFoundBy } from '../employee/person-search.ts';
import { type ExactRange, isWithin } from '../scalar/exact-range.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, listPage, query } from '../sql/list.ts';
import { isDescending, type OrderDirection } from '../sql/order-direction.ts';
import type { ListStatement, OrderKey, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

/** One month of a year as the classification took it up; figures null where there is none. */
export interface MonthEntry {
  readonly period: string;
  readonly total: string | null;
  readonly display: string | null;
  readonly resultId: string | null;
  readonly ruleSet: string | null;
  readonly note: string | null;
}

export const PROPOSAL_OUTCOMES = ['LEVEL', 'NOT_CLASSIFIED', 'PENDING_UNIT', 'AUTHORITY_DECIDES'] as const;
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];

export interface ClassificationRow {
  readonly id: string;
  readonly roundId: string;
  readonly employeeId: string;
  readonly agencyId: string;
  readonly authorityId: string;
  readonly unitId: string;
  readonly year: number;
  readonly revision: number;
  readonly current: boolean;
  readonly post: Post;
  readonly groupCode: string;
  readonly groupName: string;
  readonly subjectType: SubjectType;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: ClassificationState;
  readonly months: readonly MonthEntry[];
  readonly workedMonths: number;
  readonly leave: LeaveKind;
  readonly meanNumerator: string | null;
  readonly meanDenominator: string | null;
  readonly meanDisplay: string | null;
  readonly resultNumerator: string | null;
  readonly resultDenominator: string | null;
  readonly qualityNumerator: string | null;
  readonly qualityDenominator: string | null;
  readonly delays: number;
  readonly selfLevel: Level | null;
  readonly selfNote: string | null;
  readonly selfRatedAt: Date | null;
  readonly scoreLevel: Level | null;
  readonly proposedLevel: Level | null;
  readonly proposal: ProposalOutcome | null;
  readonly flags: readonly string[];
  readonly concludedDegradation: boolean;
  readonly concludedCorruption: boolean;
  readonly concludedDocument: string | null;
  readonly meetingId: string | null;
  readonly partyBody: string | null;
  readonly partyOpinion: string | null;
  readonly partyOpinionOn: string | null;
  readonly synthesis: string | null;
  readonly decidedLevel: Level | null;
  readonly notClassified: boolean;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
  readonly handling: string | null;
  readonly notifiedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly supersedesId: string | null;
  readonly rowRevision: number;
}

export const CLASSIFICATION_COLUMNS = raw(`c.id, c.round_id as "roundId", c.employee_id as "employeeId",
  c.agency_id as "agencyId", c.authority_id as "authorityId", c.unit_id as "unitId", c.year, c.revision, c.current,
  c.post, c.group_code as "groupCode", (select g.name from congvu.work_group g where g.code = c.group_code) as "groupName",
  c.subject_type as "subjectType", c.rule_set as "ruleSet", c.rule_set_version as "ruleSetVersion", c.state, c.months,
  c.worked_months as "workedMonths", c.leave, c.mean_numerator::text as "meanNumerator",
  c.mean_denominator::text as "meanDenominator", c.mean_display as "meanDisplay",
  c.result_numerator::text as "resultNumerator", c.result_denominator::text as "resultDenominator",
  c.quality_numerator::text as "qualityNumerator", c.quality_denominator::text as "qualityDenominator", c.delays,
  c.self_level as "selfLevel", c.self_note as "selfNote", c.self_rated_at as "selfRatedAt", c.score_level as "scoreLevel",
  c.proposed_level as "proposedLevel", c.proposal, c.flags, c.concluded_degradation as "concludedDegradation",
  c.concluded_corruption as "concludedCorruption", c.concluded_document as "concludedDocument", c.meeting_id as "meetingId", c.party_body as "partyBody",
  c.party_opinion as "partyOpinion", c.party_opinion_on::text as "partyOpinionOn", c.synthesis,
  c.decided_level as "decidedLevel", c.not_classified as "notClassified", c.decision_number as "decisionNumber",
  c.decided_on::text as "decidedOn", c.decided_by_name as "decidedBy", c.decided_at as "decidedAt", c.reason,
  c.override_document as "overrideDocument", c.handling, c.notified_at as "notifiedAt", c.published_at as "publishedAt",
  c.supersedes_id as "supersedesId", c.row_revision as "rowRevision"`);

export const CLASSIFICATION_FROM = raw('congvu.classification c');

export const classificationById = batchById<ClassificationRow>(
  'classificationById',
  CLASSIFICATION_COLUMNS,
  CLASSIFICATION_FROM,
  'c.id',
);

/** The revision that holds of each person's year. */
export function classificationOfYear(year: number) {
  return defineBatch(`classificationOfYear ${year}`, async (context: Context, employeeIds: readonly string[]) => {
    const rows = await query<ClassificationRow>(
      context,
      sql`select ${CLASSIFICATION_COLUMNS} from ${CLASSIFICATION_FROM}
        where c.employee_id = any(${employeeIds}::uuid[]) and c.year = ${year} and c.current`,
    );
    return new Map(rows.map((row) => [row.employeeId, row]));
  });
}

/** All revisions of the years of each person, newest first: what was superseded stays readable. */
export const classificationsByEmployee = batchByParent<ClassificationRow & { readonly parent_id: string }>(
  'classificationsByEmployee',
  (ids) => sql`select c.employee_id as parent_id, ${CLASSIFICATION_COLUMNS} from ${CLASSIFICATION_FROM}
    where c.employee_id = any(${ids}::uuid[]) order by c.year desc, c.revision desc`,
);

/** Read only where a classification is asked how it came about. */
export const traceByClassification = batchById<{ readonly id: string; readonly trace: unknown }>(
  'traceByClassification',
  raw('c.id, c.trace'),
  CLASSIFICATION_FROM,
  'c.id',
);

export interface ClassificationFilter {
  readonly unit?: string | null | undefined;
  readonly employee?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly state?: readonly ClassificationState[] | null | undefined;
  readonly level?: readonly Level[] | null | undefined;
  readonly group?: string | null | undefined;
  readonly post?: Post | null | undefined;
  readonly proposal?: readonly ProposalOutcome[] | null | undefined;
  readonly search?: string | null | undefined;
  readonly superseded?: boolean | null | undefined;
  readonly mean?: ExactRange | null;
  readonly decided?: boolean | null | undefined;
}
export const CLASSIFICATION_ORDERS = ['NAME', 'MEAN', 'UNIT'] as const;
export type ClassificationOrder = (typeof CLASSIFICATION_ORDERS)[number];

const ID: OrderKey = { expression: 'c.id', type: 'uuid' };
const NAME: OrderKey = {
  expression: '(select who.sort_key from congvu.employee who where who.id = c.employee_id)',
  type: 'text',
};
const UNIT: OrderKey = {
  expression: '(select place.path_text from congvu.unit place where place.id = c.unit_id)',
  type: 'text',
};

function keysOf(order: ClassificationOrder, descending: boolean): readonly OrderKey[] {
  switch (order) {
    case 'NAME':
      return [NAME, ID];
    case 'MEAN':
      // A year without a mean stands behind every mean, whichever way the list runs.
      return [{ expression: `coalesce(c.mean_order, ${descending ? '-1' : '1000'})`, type: 'numeric' }, ID];
    case 'UNIT':
      return [UNIT, NAME, ID];
  }
}

function conditionsOf(filter: ClassificationFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (filter.superseded !== true) conditions.push(raw('c.current'));
  if (filter.unit) conditions.push(isInUnitUnder('c.unit_id', filter.unit));
  if (filter.employee) {
    conditions.push(sql`c.employee_id = (select who.id from congvu.employee who where who.code = ${filter.employee})`);
  }
  if (typeof filter.year === 'number') conditions.push(sql`c.year = ${filter.year}`);
  if (filter.state) conditions.push(sql`c.state = any(${filter.state}::congvu.classification_state[])`);
  // The level that holds: the decided one, before it the proposed one.
  if (filter.level)
    conditions.push(sql`coalesce(c.decided_level, c.proposed_level) = any(${filter.level}::congvu.level[])`);
  if (filter.group) conditions.push(sql`c.group_code = ${filter.group}`);
  if (filter.post) conditions.push(sql`c.post = ${filter.post}::congvu.post`);
  if (filter.proposal) conditions.push(sql`c.proposal = any(${filter.proposal}::congvu.proposal_outcome[])`);
  if (filter.search) {
    conditions.push(isFoundBy('c.employee_id', filter.search));
  }
  if (filter.mean) conditions.push(isWithin('c.mean_numerator', 'c.mean_denominator', filter.mean));
  if (typeof filter.decided === 'boolean') conditions.push(sql`(c.decided_at is not null) = ${filter.decided}`);
  return conditions;
}

export function listClassifications(
  context: Context,
  filter: ClassificationFilter,
  order: ClassificationOrder,
  direction: OrderDirection | null | undefined,
  args: PageArguments,
): Promise<Page<ClassificationRow>> {
  // The highest mean first, names and units from the front.
  const descending = isDescending(direction, order === 'MEAN');
  const list: ListStatement = {
    columns: CLASSIFICATION_COLUMNS,
    from: CLASSIFICATION_FROM,
    conditions: conditionsOf(filter),
    order: keysOf(order, descending),
    descending,
  };
  return listPage<ClassificationRow & PlacedRow>(context, list, args);
}
