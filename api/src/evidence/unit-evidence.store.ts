import type { DisciplineForm } from '@congvu/schema/evaluation';
import type { FindingTopic, UnitEvidenceKind } from '@congvu/schema/registers';
import { batchByParent } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** Something that stands beside a unit's year; it lowers no level by itself. */
export interface UnitEvidenceRow {
  readonly parent_id: string;
  readonly id: string;
  readonly kind: UnitEvidenceKind;
  readonly on: string;
  /** What an open finding is about. */
  readonly topic: FindingTopic | null;
  /** The form of a decision. */
  readonly form: DisciplineForm | null;
  /** What was asked or said; null where the kind says it. */
  readonly text: string | null;
}

/** More of one kind than anybody reads beside one result; the registers hold the rest. */
const MOST = 50;

/**
 * What stands beside results: findings still open, decisions on acts done there that count for the year (of who serves elsewhere
 * now, too), feedback borne out, and coordination late or unclear. Row policies and the functions' own say who learns what.
 */
export const evidenceByUnitResult = batchByParent<UnitEvidenceRow>(
  'evidenceByUnitResult',
  (ids) => sql`select r.id as parent_id, ev.id, ev.kind, ev.on::text as on, ev.topic, ev.form, ev.text
    from congvu.unit_result r join congvu.unit u on u.id = r.unit_id cross join lateral (
      (select f.id, 'OPEN_FINDING' as kind, f.found_on as on, f.topic::text as topic, null::text as form, null::text as text
        from congvu.open_findings(r.unit_id, congvu.today()) f where f.found_on <= make_date(r.year, 12, 31)
        order by f.found_on desc, f.id limit ${MOST})
      union all
      (select d.decision_id, 'DISCIPLINE_HERE', d.decided_on, null, d.form::text, null
        from congvu.unit_disciplines(r.unit_id, r.year) d order by d.decided_on desc, d.decision_id limit ${MOST})
      union all
      (select fb.id, 'FEEDBACK', fb.answered_on, fb.topic::text, null, fb.content
        from congvu.feedback fb join congvu.unit place on place.id = fb.unit_id
        where place.path <@ u.path and fb.kind <> 'DENUNCIATION' and fb.outcome in ('UPHELD', 'PARTLY_UPHELD')
          and extract(year from fb.answered_on) = r.year order by fb.answered_on desc, fb.id limit ${MOST})
      union all
      (select cr.id, 'COORDINATION', coalesce(cr.answered_on, cr.due_on), null, null, cr.subject
        from congvu.coordination_request cr join congvu.unit place on place.id = cr.asked_unit_id
        where place.path <@ u.path and cr.state <> 'WITHDRAWN' and extract(year from cr.due_on) = r.year
          and (cr.answered_on > cr.due_on or cr.answered_on is null and cr.due_on < congvu.today() or not cr.clear)
        order by cr.due_on desc, cr.id limit ${MOST})) ev
    where r.id = any(${ids}::uuid[]) order by ev.on desc, ev.kind, ev.id`,
);
