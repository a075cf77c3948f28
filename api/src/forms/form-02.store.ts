import type { Level, Post } from '@congvu/schema/evaluation';
import type { ClassificationState } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import type { FormAssignmentRow } from './form-01.store.ts';

export interface FormMonthRow {
  readonly period: string;
  /** Exact text; null where the month has no figure. */
  readonly total: string | null;
  readonly display: string | null;
  readonly note: string | null;
}

export interface FormPetitionRow {
  readonly id: string;
  /** Instants ISO 8601, days "2026-12-24". */
  readonly filedAt: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly content: string;
  readonly state: 'FILED' | 'RESOLVED' | 'WITHDRAWN';
  readonly outcome: 'UPHELD' | 'DISMISSED' | null;
  readonly resolution: string | null;
  readonly documentNumber: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

/** All that Mẫu 02 and the papers beside it show of one person's year, read by one statement. */
export interface Form02Row {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly employeeName: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly unitName: string;
  readonly agencyName: string;
  readonly authorityName: string;
  readonly year: number;
  readonly revision: number;
  readonly current: boolean;
  readonly post: Post;
  readonly groupName: string;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: ClassificationState;
  readonly months: readonly FormMonthRow[];
  readonly workedMonths: number;
  readonly meanNumerator: string | null;
  readonly meanDenominator: string | null;
  readonly meanDisplay: string | null;
  readonly selfLevel: Level | null;
  readonly selfNote: string | null;
  readonly selfRatedAt: Date | null;
  readonly scoreLevel: Level | null;
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
  readonly meetingId: string | null;
  readonly openedAt: Date;
  /** The revision that took its place; null while it holds. */
  readonly successor: {
    readonly revision: number;
    readonly decidedOn: string | null;
    readonly decisionNumber: string | null;
  } | null;
  readonly petitions: readonly FormPetitionRow[];
  readonly assignments: readonly FormAssignmentRow[];
}

const COLUMNS = raw(`c.id, c.employee_id as "employeeId", e.code as "employeeCode", e.name as "employeeName",
  c.unit_id as "unitId", u.path_text as "unitPath", u.name as "unitName", agency.name as "agencyName", authority.name as "authorityName", c.year,
  c.revision, c.current, c.post, g.name as "groupName", c.rule_set as "ruleSet", c.rule_set_version as "ruleSetVersion",
  c.state, c.months, c.worked_months as "workedMonths", c.mean_numerator::text as "meanNumerator",
  c.mean_denominator::text as "meanDenominator", c.mean_display as "meanDisplay", c.self_level as "selfLevel",
  c.self_note as "selfNote", c.self_rated_at as "selfRatedAt", c.score_level as "scoreLevel", c.party_body as "partyBody",
  c.party_opinion as "partyOpinion", c.party_opinion_on::text as "partyOpinionOn", c.synthesis,
  c.decided_level as "decidedLevel", c.not_classified as "notClassified", c.decision_number as "decisionNumber",
  c.decided_on::text as "decidedOn", c.decided_by_name as "decidedBy", c.decided_at as "decidedAt", c.reason,
  c.override_document as "overrideDocument", c.handling, c.notified_at as "notifiedAt", c.meeting_id as "meetingId",
  r.opened_at as "openedAt",
  (select json_build_object('revision', later.revision, 'decidedOn', later.decided_on, 'decisionNumber', later.decision_number)
    from congvu.classification later where later.supersedes_id = c.id) as successor,
  coalesce((select json_agg(json_build_object('id', p.id, 'filedAt', p.filed_at, 'receivedOn', p.received_on,
      'dueOn', p.due_on, 'content', p.content, 'state', p.state, 'outcome', p.outcome, 'resolution', p.resolution,
      'documentNumber', p.document_number, 'resolvedAt', p.resolved_at, 'resolvedBy', p.resolved_by_name) order by p.filed_at)
    from congvu.petition p where p.classification_id = c.id), '[]') as petitions,
  coalesce((select json_agg(json_build_object('unitId', a.unit_id, 'title', a.title, 'validFrom', a.valid_from,
      'validTo', a.valid_to) order by a.valid_from)
    from congvu.assignment a where a.employee_id = c.employee_id), '[]') as assignments`);

const FROM = raw(`congvu.classification c join congvu.employee e on e.id = c.employee_id
  join congvu.unit u on u.id = c.unit_id join congvu.unit agency on agency.id = c.agency_id
  join congvu.unit authority on authority.id = c.authority_id join congvu.work_group g on g.code = c.group_code
  join congvu.classification_round r on r.id = c.round_id`);

function readForms(context: Context, condition: Sql): Promise<readonly Form02Row[]> {
  return query<Form02Row>(context, sql`select ${COLUMNS} from ${FROM} where ${condition} order by c.revision`);
}

/** One revision of a person's year; null where there is none one may see. */
export async function findForm02(context: Context, classificationId: string): Promise<Form02Row | null> {
  const [row] = await readForms(context, sql`c.id = ${classificationId}::uuid`);
  return row ?? null;
}

/** All revisions of a person's year that one may see, oldest first. */
export function listForm02OfYear(context: Context, employeeId: string, year: string): Promise<readonly Form02Row[]> {
  return readForms(context, sql`c.employee_id = ${employeeId}::uuid and c.year = ${Number(year)}`);
}
