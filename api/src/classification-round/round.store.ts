import type { MeetingKind, RoundState } from '@congvu/schema/procedure';
import type { QuotaBasis } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { defineBatch } from '../sql/batch.ts';
import { batchById, batchByParent, query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface RoundRow {
  readonly id: string;
  readonly agencyId: string;
  readonly year: number;
  readonly state: RoundState;
  readonly quotaBasis: QuotaBasis;
  readonly quotaMinOne: boolean;
  readonly quotaIncludeHead: boolean;
  readonly ratePercent: number;
  readonly rateDocument: string | null;
  /** Last day in time. */
  readonly dueOn: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly proposedAt: Date | null;
  readonly closedAt: Date | null;
  readonly revision: number;
}

const COLUMNS = raw(`n.id, n.agency_id as "agencyId", n.year, n.state, n.quota_basis as "quotaBasis",
  n.quota_min_one as "quotaMinOne", n.quota_include_head as "quotaIncludeHead", n.rate_percent as "ratePercent",
  n.rate_document as "rateDocument", n.due_on::text as "dueOn", n.opened_by_name as "openedBy", n.opened_at as "openedAt",
  n.proposed_at as "proposedAt", n.closed_at as "closedAt", n.revision`);
const FROM = raw('congvu.classification_round n');

export const roundById = batchById<RoundRow>('roundById', COLUMNS, FROM, 'n.id');

/** The round of each agency for one year. */
export function roundOfAgency(year: number) {
  return defineBatch(`roundOfAgency ${year}`, async (context: Context, agencyIds: readonly string[]) => {
    const rows = await query<RoundRow>(
      context,
      sql`select ${COLUMNS} from ${FROM} where n.agency_id = any(${agencyIds}::uuid[]) and n.year = ${year}`,
    );
    return new Map(rows.map((row) => [row.agencyId, row]));
  });
}

export interface MeetingRow {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly heldOn: string;
  readonly kind: MeetingKind;
  readonly chair: string;
  readonly secretary: string;
  readonly present: number;
  readonly absent: number;
  readonly content: string;
  readonly documentNumber: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const MEETING_COLUMNS =
  raw(`m.id, m.round_id as "roundId", m.unit_id as "unitId", m.held_on::text as "heldOn", m.kind, m.chair,
  m.secretary, m.present, m.absent, m.content, m.document_number as "documentNumber", m.recorded_by_name as "recordedBy",
  m.recorded_at as "recordedAt"`);
const MEETING_FROM = raw('congvu.classification_meeting m');

export const meetingById = batchById<MeetingRow>('meetingById', MEETING_COLUMNS, MEETING_FROM, 'm.id');

export const meetingsByRound = batchByParent<MeetingRow & { readonly parent_id: string }>(
  'meetingsByRound',
  (ids) => sql`select m.round_id as parent_id, ${MEETING_COLUMNS} from ${MEETING_FROM}
    where m.round_id = any(${ids}::uuid[]) order by m.held_on, m.recorded_at, m.id`,
);

/** How many people of each round stand where. */
export const progressByRound = batchByParent<{
  readonly parent_id: string;
  readonly state: string;
  readonly count: number;
}>(
  'progressByRound',
  (ids) => sql`select c.round_id as parent_id, c.state, count(*)::int as count from congvu.classification c
    where c.round_id = any(${ids}::uuid[]) and c.current group by c.round_id, c.state order by c.state`,
);
