import type { Transaction } from '@congvu/prisma/database';
import type { Post } from '@congvu/schema/evaluation';
import type { ClassificationState } from '@congvu/schema/procedure';

/** One change of a round's people at a time: a decision counts all of them. Held until the transaction ends. */
export async function lockRound(tx: Transaction, roundId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`round ${roundId}`}, 0))`;
}

export interface PersonInRound {
  readonly id: string;
  readonly employeeId: string;
  readonly code: string;
  readonly post: Post;
  readonly state: ClassificationState;
  readonly notifiedAt: Date | null;
  readonly publishedAt: Date | null;
}

/** The people of a round in a unit and below it, as they stand now. */
export function peopleInRound(tx: Transaction, roundId: string, path: string): Promise<PersonInRound[]> {
  return tx.$queryRaw`
    select c.id, c.employee_id as "employeeId", e.code, c.post, c.state, c.notified_at as "notifiedAt",
      c.published_at as "publishedAt"
    from congvu.classification c join congvu.employee e on e.id = c.employee_id join congvu.unit u on u.id = c.unit_id
    where c.round_id = ${roundId}::uuid and c.current and u.path <@ ${path}::ltree
    order by e.code`;
}

export async function markTold(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`update congvu.classification set state = 'NOTIFIED', notified_at = ${at},
    row_revision = row_revision + 1 where id = any(${ids}::uuid[])`;
}

/** A petition under way or resolved keeps its state; the day of publication is kept beside. */
export async function markPublished(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`update congvu.classification set published_at = ${at}, row_revision = row_revision + 1,
    state = case when state = 'NOTIFIED' then 'PUBLISHED'::congvu.classification_state else state end
    where id = any(${ids}::uuid[])`;
}
