import type { MeetingKind } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** A meeting that judged people of a unit. */
export interface MinutesRow {
  readonly id: string;
  readonly unitName: string;
  readonly superiorName: string | null;
  readonly year: number;
  /** "2026-12-05" */
  readonly heldOn: string;
  readonly kind: MeetingKind;
  readonly chair: string;
  readonly secretary: string;
  readonly present: number;
  readonly absent: number;
  readonly content: string;
  readonly documentNumber: string | null;
  readonly recordedAt: Date;
}

const COLUMNS =
  raw(`m.id, u.name as "unitName", above.name as "superiorName", r.year, m.held_on::text as "heldOn", m.kind,
  m.chair, m.secretary, m.present, m.absent, m.content, m.document_number as "documentNumber", m.recorded_at as "recordedAt"`);
const FROM = raw(`congvu.classification_meeting m join congvu.unit u on u.id = m.unit_id
  left join congvu.unit above on above.id = u.parent_id join congvu.classification_round r on r.id = m.round_id`);

function readMinutes(context: Context, condition: Sql): Promise<readonly MinutesRow[]> {
  return query<MinutesRow>(context, sql`select ${COLUMNS} from ${FROM} where ${condition} order by m.held_on, m.id`);
}

/** One meeting; null where there is none one may see. */
export async function findMinutes(context: Context, meetingId: string): Promise<MinutesRow | null> {
  const [row] = await readMinutes(context, sql`m.id = ${meetingId}::uuid`);
  return row ?? null;
}

export function listMinutes(context: Context, meetingIds: readonly string[]): Promise<readonly MinutesRow[]> {
  return meetingIds.length === 0 ? Promise.resolve([]) : readMinutes(context, sql`m.id = any(${meetingIds}::uuid[])`);
}

/** People whose year rests on a meeting, as far as one may see them. */
export function listPeopleOfMeeting(
  context: Context,
  meetingId: string,
): Promise<readonly { readonly employeeId: string }[]> {
  return query(
    context,
    sql`select distinct c.employee_id as "employeeId" from congvu.classification c where c.meeting_id = ${meetingId}::uuid`,
  );
}
