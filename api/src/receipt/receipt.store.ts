import type { Level } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';

/** A sheet with the entry of the chain that says its score. */
export interface ScoreReceiptRow {
  readonly sheetId: string;
  readonly employeeId: string;
  readonly period: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** "263/3", as the entry says it. */
  readonly total: string;
  readonly display: string;
  readonly level: Level | null;
  /** Exactly as hashed. */
  readonly text: string;
  /** Hexadecimal. */
  readonly previousHash: string;
  readonly hash: string;
  /** Base64, one line. */
  readonly signature: string;
  readonly keyId: string;
  readonly at: Date;
}

/** What the hash of an entry `ae` covers; whoever may see an entry may see all of it. */
export const AUDIT_TEXT = raw('congvu.audit_text(ae)');

/**
 * Receipts of confirmed scores, newest period first: for each sheet the newest signed entry that says the score the sheet has
 * now. A sheet whose score no entry one may see says (the asking person is neither its person nor who confirmed) has none.
 */
export function listScoreReceipts(context: Context, which: Sql): Promise<readonly ScoreReceiptRow[]> {
  return query<ScoreReceiptRow>(
    context,
    sql`select s.id as "sheetId", s.employee_id as "employeeId", s.period, u.code as "unitCode", u.name as "unitName",
        entry.*, s.display, s.level
      from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
      cross join lateral (select s.total_numerator::text || '/' || s.total_denominator::text as total) now
      cross join lateral (
        select now.total, ${AUDIT_TEXT} as text, encode(ae.previous_hash, 'hex') as "previousHash",
          encode(ae.hash, 'hex') as hash, translate(encode(ah.signature, 'base64'), E'\\n', '') as signature,
          ah.key_id as "keyId", ae.at
        from congvu.audit_entry ae join congvu.audit_head ah on ah.sequence = ae.sequence
        where ae.entity = 'PeriodSheet' and ae.entity_id = s.id::text and ae.payload::jsonb ->> 'total' = now.total
          and ae.payload::jsonb ->> 'state' <> 'SELF_SCORED'
        order by ae.sequence desc limit 1) entry
      where ${which} and not s.provisional and s.display is not null
      order by s.period desc, s.id`,
  );
}
