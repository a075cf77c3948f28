import type { EvidenceKind, FindingTopic } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { childPage } from '../sql/list.ts';
import type { ListStatement, Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw } from '../sql/sql.ts';

/** Something of a person's month that stands beside his criteria; it moves no point by itself. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** What a finding or feedback is about; null where it names nothing. */
  readonly topic: FindingTopic | null;
  readonly on: string;
  readonly text: string;
  /** Whether it speaks for the person; null where it says nothing either way yet. */
  readonly positive: boolean | null;
}

/** Each register's part: rows of the sheet's person `s` whose date is within the sheet's period. Row policies decide the rest. */
const PARTS = `
  select fi.id, case when fi.positive then 'GOOD_PRACTICE' else 'FINDING' end as kind, fi.topic::text as topic, fi.found_on as on,
    fi.description as text, fi.positive
  from congvu.finding fi where fi.employee_id = s.employee_id and fi.issued_on is not null
    and fi.found_on between congvu.period_start(s.period) and congvu.period_end(s.period)
  union all
  select fb.id, 'FEEDBACK', fb.topic::text, fb.answered_on, fb.content,
    case when fb.outcome in ('UPHELD', 'PARTLY_UPHELD') then false when fb.outcome = 'NOT_UPHELD' then true end
  from congvu.feedback fb where fb.employee_id = s.employee_id and fb.kind <> 'DENUNCIATION'
    and fb.answered_on between congvu.period_start(s.period) and congvu.period_end(s.period)
  union all
  select cr.id, 'COORDINATION', null, coalesce(cr.answered_on, cr.due_on), cr.subject,
    case when cr.answered_on is null or cr.answered_on > cr.due_on then false else cr.clear end
  from congvu.coordination_request cr where cr.employee_id = s.employee_id and cr.state <> 'WITHDRAWN'
    and (cr.answered_on is not null or cr.due_on < congvu.today())
    and coalesce(cr.answered_on, cr.due_on) between congvu.period_start(s.period) and congvu.period_end(s.period)
  union all
  select it.id, 'INITIATIVE', null, it.recognised_on, it.title, true
  from congvu.initiative it join congvu.initiative_author ia on ia.initiative_id = it.id
  where ia.employee_id = s.employee_id and it.state = 'RECOGNISED'
    and it.recognised_on between congvu.period_start(s.period) and congvu.period_end(s.period)
  union all
  select rc.id, 'SELF_CRITICISM', null, rc.issued_on, rc.content, false
  from congvu.recommendation rc where rc.target_employee_id = s.employee_id and rc.kind = 'SELF_CRITICISM'
    and rc.state <> 'WITHDRAWN' and rc.issued_on between congvu.period_start(s.period) and congvu.period_end(s.period)`;

const LIST: ListStatement = {
  columns: raw('ev.id, ev.kind, ev.topic, ev.on::text as on, ev.text, ev.positive'),
  from: raw(`congvu.period_sheet s cross join lateral (${PARTS}) ev`),
  conditions: [raw('s.id = parent.id')],
  order: [
    { expression: 'ev.on', type: 'date' },
    { expression: 'ev.kind', type: 'text' },
    { expression: 'ev.id', type: 'uuid' },
  ],
  descending: true,
};

export function listEvidenceOfSheet(
  context: Context,
  sheetId: string,
  args: PageArguments,
): Promise<Page<EvidenceRow>> {
  return childPage<EvidenceRow & PlacedRow>(context, 'evidenceOfSheet', LIST, args, sheetId);
}
