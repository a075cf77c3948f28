import type { Level, ScoringRole, SheetState } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

export interface FormCriterionRow {
  readonly code: string;
  /** Decimal text, as in the column. */
  readonly selfPoints: string | null;
  readonly confirmedPoints: string | null;
  readonly remark: string | null;
}

export interface FormRevisionRow {
  readonly revision: number;
  readonly state: SheetState;
  readonly total: string | null;
  readonly display: string | null;
  readonly level: Level | null;
  /** What keepRevision() kept: criteria and explanation as they stood. */
  readonly snapshot: { readonly explanation: unknown; readonly criteria: readonly FormCriterionRow[] } | null;
  readonly changedBy: string;
  /** ISO 8601 with an offset, as PostgreSQL writes it into JSON. */
  readonly changedAt: string;
  readonly reason: string | null;
}

export interface FormAssignmentRow {
  readonly unitId: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All that Mẫu 01 shows of one sheet, read by one statement however many sheets there are. */
export interface Form01Row {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly employeeName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly superiorName: string | null;
  readonly period: string;
  readonly role: ScoringRole;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly state: SheetState;
  readonly revision: number;
  readonly provisional: boolean;
  readonly totalNumerator: string | null;
  readonly totalDenominator: string | null;
  readonly display: string | null;
  readonly level: Level | null;
  readonly explanation: unknown;
  readonly organisingEvidence: string | null;
  readonly cohesionEvidence: string | null;
  readonly strengths: string | null;
  readonly limitations: string | null;
  readonly opinion: string | null;
  readonly selfScoredAt: Date | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly updatedAt: Date;
  readonly catalogue: string | null;
  readonly criteria: readonly FormCriterionRow[];
  readonly revisions: readonly FormRevisionRow[];
  readonly assignments: readonly FormAssignmentRow[];
}

const COLUMNS = raw(`s.id, s.employee_id as "employeeId", e.code as "employeeCode", e.name as "employeeName",
  s.unit_id as "unitId", u.name as "unitName", above.name as "superiorName", s.period, s.role, s.rule_set as "ruleSet",
  s.rule_set_version as "ruleSetVersion", s.state, s.revision, s.provisional,
  s.total_numerator::text as "totalNumerator", s.total_denominator::text as "totalDenominator", s.display, s.level,
  s.explanation, s.organising_evidence as "organisingEvidence", s.cohesion_evidence as "cohesionEvidence", s.strengths, s.limitations, s.opinion, s.self_scored_at as "selfScoredAt",
  s.confirmed_by_name as "confirmedBy", s.confirmed_at as "confirmedAt", s.updated_at as "updatedAt",
  (select cv.name || ' (' || cv.decision_number || ')' from congvu.catalogue_version cv where cv.id = s.catalogue_id) as catalogue,
  coalesce((select json_agg(json_build_object('code', sc.code, 'selfPoints', sc.self_points::text,
      'confirmedPoints', sc.confirmed_points::text, 'remark', sc.remark) order by sc.position)
    from congvu.sheet_criterion sc where sc.sheet_id = s.id), '[]') as criteria,
  coalesce((select json_agg(json_build_object('revision', r.revision, 'state', r.state,
      'total', r.total_numerator::text || '/' || r.total_denominator::text, 'display', r.display, 'level', r.level,
      'snapshot', r.snapshot, 'changedBy', r.changed_by_name, 'changedAt', r.changed_at, 'reason', r.reason)
      order by r.revision)
    from congvu.sheet_revision r where r.sheet_id = s.id), '[]') as revisions,
  coalesce((select json_agg(json_build_object('unitId', a.unit_id, 'title', a.title, 'validFrom', a.valid_from,
      'validTo', a.valid_to) order by a.valid_from)
    from congvu.assignment a where a.employee_id = s.employee_id), '[]') as assignments`);

const FROM = raw(`congvu.period_sheet s join congvu.employee e on e.id = s.employee_id
  join congvu.unit u on u.id = s.unit_id left join congvu.unit above on above.id = u.parent_id`);

function readForms(context: Context, condition: Sql): Promise<readonly Form01Row[]> {
  return query<Form01Row>(context, sql`select ${COLUMNS} from ${FROM} where ${condition} order by s.period, s.id`);
}

/** One sheet; null where there is none one may see. */
export async function findForm01(context: Context, sheetId: string): Promise<Form01Row | null> {
  const [row] = await readForms(context, sql`s.id = ${sheetId}::uuid`);
  return row ?? null;
}

/** A person's sheets of a year that one may see, from January on; several where a month has two parts. */
export function listForm01OfYear(context: Context, employeeId: string, year: string): Promise<readonly Form01Row[]> {
  return readForms(context, sql`s.employee_id = ${employeeId}::uuid and left(s.period, 4) = ${year}`);
}
