import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

/** Where the audit chain stands: its newest signed head. */
export interface AuditState {
  readonly sequence: string;
  /** Hexadecimal. */
  readonly hash: string;
  /** Ed25519, base64. */
  readonly signature: string;
  readonly keyId: string;
  readonly signedAt: Date;
}

/** Null while nothing was chained. */
export async function findAuditState(context: Context): Promise<AuditState | null> {
  const [row] = await query<AuditState>(
    context,
    sql`select s.sequence::text as sequence, s.hash, s.signature, s.key_id as "keyId", s.signed_at as "signedAt"
      from congvu.audit_state() s`,
  );
  return row ?? null;
}
