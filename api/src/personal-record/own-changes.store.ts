import type { Context } from '../context.ts';
import { listPage } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, sql } from '../sql/sql.ts';

/** An entry of the audit chain about a person, as he may read it. */
export interface OwnChangeRow {
  /** Its place in the chain. */
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  /** The mutation. */
  readonly action: string;
  readonly entity: string;
  /** JSON as it was hashed. */
  readonly payload: string;
}

/**
 * What was changed about a person, newest first. A year's level reaches him by its notice and not before (Nghị định
 * 335/2025/NĐ-CP art. 21): until then entries about it are held back, but for his own acts. What may not be told at all (a
 * sealed act, an unissued finding, a denunciation) is chained without a person and is not here.
 */
export function listOwnChanges(context: Context, employeeId: string, args: PageArguments): Promise<Page<OwnChangeRow>> {
  return listPage<OwnChangeRow & PlacedRow>(
    context,
    {
      columns: raw('ae.sequence::text as id, ae.at, ae.actor_name as by, ae.action, ae.entity, ae.payload'),
      from: raw('congvu.audit_entry ae'),
      conditions: [
        sql`ae.employee_id = ${employeeId}::uuid`,
        sql`(ae.entity <> 'Classification' or ae.actor_user_id = ${context.actor?.userId ?? null}::uuid or exists (
          select 1 from congvu.classification c where c.id::text = ae.entity_id and c.notified_at is not null))`,
      ],
      order: [{ expression: 'ae.sequence', type: 'bigint' }],
      descending: true,
    },
    args,
  );
}
