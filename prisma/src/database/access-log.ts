import type pg from 'pg';
import type { Actor } from './actor.ts';
import { preparedName } from './prepared-name.ts';

/** One person's record that was read. */
export interface AccessRecord {
  readonly employeeId: string;
  /** The enum Purpose. */
  readonly purpose: string;
  /** What was read, e.g. "mark", "card", "tasks", "discipline", "ranking". */
  readonly kind: string;
  /** Client and screen, e.g. "extension/sidepanel"; null where unknown. */
  readonly screen: string | null;
  /** Display name of who read. */
  readonly readBy: string;
}

const insert = `INSERT INTO congvu.access_entry (user_id, read_by, employee_id, purpose, kind, screen, request_id)
SELECT $1, read_by, employee_id, purpose::congvu.purpose, kind, screen, $2
FROM unnest($3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[]) AS read (read_by, employee_id, purpose, kind, screen)`;

export async function insertAccessEntries(
  pool: pg.Pool,
  actor: Actor,
  entries: readonly AccessRecord[],
): Promise<void> {
  if (entries.length === 0) return;
  await pool.query({
    name: preparedName(insert),
    text: insert,
    values: [
      actor.userId,
      actor.requestId,
      entries.map((entry) => entry.readBy),
      entries.map((entry) => entry.employeeId),
      entries.map((entry) => entry.purpose),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.screen),
    ],
  });
}
