import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { type Sql, sql } from '../sql/sql.ts';

/** One kind of thing that waits: who can have it at all (null: everybody, his own) and how its rows are found. */
export interface Branch {
  readonly needs: Permission | null;
  /** kind, target_type, target_id, employee_id, subject, period, people, due_on, since. */
  readonly rows: (context: Context) => Sql;
}

/** The units in whose very name the actor decides (Nghị định 335/2025/NĐ-CP art. 10): not those above or below. */
export const DECIDED_HERE = sql`select u.id from congvu.unit u
  where u.path = any ((select congvu.scopes('CLASSIFICATION_DECIDE'))::ltree[])`;

/** The units the actor leads himself: what waits for a unit waits for its head and deputies, not for those above. */
export function ledWith(permission: Permission): Sql {
  return sql`select u.id from congvu.unit u where u.path = any ((select congvu.scopes(${permission}))::ltree[])`;
}
