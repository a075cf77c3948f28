import type { ActorPool } from './actor-pool.ts';

/** One entry of the audit chain that others must hear of. Ids and words alone: no name, no figure. */
export interface FeedEntry {
  /** Place in the chain, decimal digits; without holes and in the order of the commits. */
  readonly sequence: string;
  readonly at: Date;
  /** The mutation, e.g. "confirmPeriodSheet". */
  readonly action: string;
  /** The model that was changed, e.g. "PeriodSheet", and its row. */
  readonly entity: string;
  readonly entityId: string;
  /** The person it concerns; null where it concerns none. */
  readonly employeeId: string | null;
  /** The state the row came to, where the entry says it. */
  readonly state: string | null;
  /** "2026-10" or "2026", where the entry says it. */
  readonly period: string | null;
}

export interface Feed {
  /** The chain's last place when the entries were read: all of them up to here are in, unless there were as many as asked for. */
  readonly head: string;
  readonly entries: readonly FeedEntry[];
}

type FeedRow = Omit<FeedEntry, 'sequence'> & { readonly head: string; readonly sequence: string | null };

// One statement, one snapshot: the chain's tip is locked until a commit, so what a snapshot sees of it is its beginning, whole.
const TEXT = `SELECT h.head::text, f.sequence::text, f.at, f.action, f.entity, f.entity_id AS "entityId",
    f.employee_id AS "employeeId", f.state, f.period
  FROM (SELECT coalesce(congvu.event_head(), 0) AS head) h LEFT JOIN LATERAL congvu.event_feed($1::bigint, $2) f ON true
  ORDER BY f.sequence`;

/**
 * What was chained after a place, at most `limit` entries, oldest first. Needs no actor, as a job that waits: what it says
 * reaches nobody before his own rights were asked.
 */
export async function listEvents(pool: ActorPool, after: string, limit: number): Promise<Feed> {
  const rows = await pool.askAllForNobody<FeedRow>(TEXT, [after, limit]);
  const entries = rows.flatMap(({ head: _head, sequence, ...row }) =>
    sequence === null ? [] : [{ ...row, sequence }],
  );
  return { head: rows[0]?.head ?? '0', entries };
}

/** The chain's last place; "0" while it is empty. */
export async function findEventHead(pool: ActorPool): Promise<string> {
  const row = await pool.askForNobody<{ readonly head: string }>(
    'SELECT coalesce(congvu.event_head(), 0)::text AS head',
    [],
  );
  return row?.head ?? '0';
}
