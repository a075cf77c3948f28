import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { batchById, listPage, query } from '../sql/list.ts';
import type { Page, PageArguments, PlacedRow } from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { isWritten } from '../sql/without-tones.ts';
import { isInUnitUnder } from '../unit/unit.store.ts';

export interface TokenRow {
  readonly id: string;
  readonly userId: string;
  /** Name of whose token it is, and his staff code where he is in service. */
  readonly owner: string;
  readonly ownerCode: string | null;
  readonly employeeId: string | null;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Why another than its owner revoked it. */
  readonly revokedReason: string | null;
}

const COLUMNS = raw(`pt.id, pt.user_id as "userId", a.display_name as owner,
  (select e.code from congvu.employee e where e.id = a.employee_id) as "ownerCode", a.employee_id as "employeeId",
  pt.name, pt.prefix, pt.scopes::text[] as scopes, pt.created_at as "createdAt", pt.expires_at as "expiresAt",
  pt.last_used_at as "lastUsedAt", pt.revoked_at as "revokedAt", pt.revoked_reason as "revokedReason"`);
const FROM = raw('congvu.personal_token pt join congvu.user_account a on a.id = pt.user_id');

export const tokenById = batchById<TokenRow>('tokenById', COLUMNS, FROM, 'pt.id');

/** One's own tokens, newest first; an ended or revoked one stays in the list. */
export function listOwnTokens(context: Context): Promise<readonly TokenRow[]> {
  return query<TokenRow>(
    context,
    sql`select ${COLUMNS} from ${FROM} where pt.user_id = congvu.actor_user() order by pt.created_at desc, pt.id limit 100`,
  );
}

/** ACTIVE: works now; ENDED: past its end; REVOKED: taken back, whether or not it would have ended. */
export const TOKEN_STATES = ['ACTIVE', 'ENDED', 'REVOKED'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export function stateOf({ revokedAt, expiresAt }: Pick<TokenRow, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt <= now ? 'ENDED' : 'ACTIVE';
}

/** Which tokens; conditions left out do not narrow. */
export interface TokenFilter {
  /** Code of a unit whose people they are of. */
  readonly unit?: string | null | undefined;
  readonly employeeId?: string | null;
  readonly search?: string | null | undefined;
  readonly state?: readonly TokenState[] | null | undefined;
}

/** Tokens one may see, newest first. */
export function listTokens(context: Context, filter: TokenFilter, args: PageArguments): Promise<Page<TokenRow>> {
  const { unit, employeeId, search, state } = filter;
  const conditions: Sql[] = [];
  if (unit) {
    conditions.push(sql`a.employee_id in (select at.employee_id from congvu.assignment at
      where ${isInUnitUnder('at.unit_id', unit)} and at.valid_from <= ${context.today}::date
        and coalesce(at.valid_to, 'infinity') >= ${context.today}::date)`);
  }
  if (employeeId) conditions.push(sql`a.employee_id = ${employeeId}::uuid`);
  if (search) conditions.push(isWritten('a.display_name', search));
  if (state) {
    conditions.push(sql`case when pt.revoked_at is not null then 'REVOKED'
      when pt.expires_at <= ${context.now}::timestamptz then 'ENDED' else 'ACTIVE' end = any(${state}::text[])`);
  }
  return listPage<TokenRow & PlacedRow>(
    context,
    {
      columns: COLUMNS,
      from: FROM,
      conditions,
      order: [
        { expression: 'pt.created_at', type: 'timestamptz' },
        { expression: 'pt.id', type: 'uuid' },
      ],
      descending: true,
    },
    args,
  );
}
