import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';
import { batchById, query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = raw(`pt.id, pt.name, pt.prefix, pt.scopes::text[] as scopes, pt.created_at as "createdAt",
  pt.expires_at as "expiresAt", pt.last_used_at as "lastUsedAt", pt.revoked_at as "revokedAt"`);
const FROM = raw('congvu.personal_token pt');

export const tokenById = batchById<TokenRow>('tokenById', COLUMNS, FROM, 'pt.id');

/** One's own tokens, newest first; an ended or revoked one stays in the list. */
export function listTokens(context: Context): Promise<readonly TokenRow[]> {
  return query<TokenRow>(context, sql`select ${COLUMNS} from ${FROM} order by pt.created_at desc, pt.id limit 100`);
}
