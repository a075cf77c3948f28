import type { DelegationKind, Post } from '@congvu/schema/evaluation';
import type { Role } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { batchById, batchByParent, query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface DelegationRow {
  readonly id: string;
  readonly unitId: string;
  readonly employeeId: string | null;
  readonly employeeCode: string;
  readonly employeeName: string;
  readonly kind: DelegationKind;
  readonly role: Role;
  readonly validFrom: string;
  /** Last day, inclusive; null without end. */
  readonly validTo: string | null;
  readonly document: string;
  readonly delegatedBy: string | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = raw(`d.id, d.employee_id as "employeeId", d.employee_code as "employeeCode",
  d.employee_name as "employeeName", d.kind, d.role, d.valid_from::text as "validFrom", d.valid_to::text as "validTo",
  d.document, d.delegated_by_name as "delegatedBy", d.revoked_at as "revokedAt"`);

/** Delegations and acting heads of a unit itself: those held on a day, or all. For who may read its people. */
export function delegationsByUnit(on: string | null) {
  return batchByParent<DelegationRow & { readonly parent_id: string }>(
    `delegationsByUnit ${on ?? ''}`,
    (unitIds) => sql`select k.unit_id as parent_id, k.unit_id::text as "unitId", ${COLUMNS}
      from unnest(${unitIds}::uuid[]) as k (unit_id) cross join lateral congvu.delegations_of(k.unit_id, ${on}::date) d
      order by d.valid_from desc, d.id`,
  );
}

/** A delegation one may see, with the person it is given to. */
export const delegationById = batchById<DelegationRow>(
  'delegationById',
  raw(`g.unit_id as "unitId", d.*`),
  raw(`congvu.role_grant g cross join lateral (
    select ${COLUMNS.text} from congvu.delegations_of(g.unit_id, null) d where d.id = g.id) d`),
  'g.id',
);

/** The user of a person, for who may delegate to him or manages his service; null where there is none or one may not. */
export async function findAccount(context: Context, employeeId: string): Promise<string | null> {
  const [row] = await query<{ readonly account: string | null }>(
    context,
    sql`select congvu.account_of(${employeeId}::uuid)::text as account`,
  );
  return row?.account ?? null;
}

/** Who leads a unit on a day by his post. */
export interface LeaderOnDay {
  readonly employeeId: string;
  readonly code: string;
  readonly name: string;
  readonly post: Post;
  readonly title: string;
}

/** Heads, then deputies, of the unit itself on a day, as far as one may see them. */
export function leadersByUnit(day: string) {
  return batchByParent<LeaderOnDay & { readonly parent_id: string }>(
    `leadersByUnit ${day}`,
    (unitIds) => sql`select a.unit_id as parent_id, e.id as "employeeId", e.code, e.name, a.post, a.title
      from congvu.assignment a join congvu.employee e on e.id = a.employee_id
      where a.unit_id = any(${unitIds}::uuid[]) and a.post in ('HEAD', 'DEPUTY')
        and a.valid_from <= ${day}::date and coalesce(a.valid_to >= ${day}::date, true)
      order by a.post, e.sort_key, e.id`,
  );
}
