import type { Context } from '../context.ts';
import { AUDIT_TEXT } from '../receipt/receipt.store.ts';
import { defineBatch } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

export interface ReceiptRow {
  readonly entityId: string;
  readonly sequence: string;
  /** Hexadecimal. */
  readonly hash: string;
  /** Base64; empty while the head of that entry is not signed. */
  readonly signature: string | null;
  readonly keyId: string | null;
  readonly at: Date;
  /** What was hashed, exactly. */
  readonly text: string;
  /** Hexadecimal. */
  readonly previousHash: string;
}

/** The last link of the audit chain about each sheet, with the first signed head that covers it. */
export const receiptBySheet = defineBatch('receiptBySheet', async (context: Context, ids: readonly string[]) => {
  const rows = await query<ReceiptRow>(
    context,
    sql`select distinct on (ae.entity_id) ae.entity_id as "entityId", ae.sequence::text as sequence,
        encode(ae.hash, 'hex') as hash, encode(ah.signature, 'base64') as signature, ah.key_id as "keyId", ae.at,
        ${AUDIT_TEXT} as text, encode(ae.previous_hash, 'hex') as "previousHash"
      from congvu.audit_entry ae left join congvu.audit_head ah on ah.sequence = ae.sequence
      where ae.entity = 'PeriodSheet' and ae.entity_id = any(${ids}::text[])
      order by ae.entity_id, ae.sequence desc`,
  );
  return new Map(rows.map((row) => [row.entityId, row]));
});
