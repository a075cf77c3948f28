import type { Context } from '../context.ts';
import { toAscii } from '../files/content-disposition.ts';
import type { ScoreReceiptRow } from './receipt.store.ts';

/**
 * A receipt as it is kept by the person: what check-receipt.mjs reads. Its text is what the chain hashed when the score was
 * confirmed, so that the file proves itself against the office's public key alone.
 */
export function receiptJson(context: Context, row: ScoreReceiptRow): string {
  const { text, previousHash, hash, signature, keyId, period, total, display, level } = row;
  const key = context.database.auditKey;
  const receipt = {
    version: 1,
    text,
    previousHash,
    hash,
    signature,
    keyId,
    // Of another key than today's the office's archive has the public half.
    publicKey: key?.keyId === keyId ? key.publicKey : null,
    // The unit is told and not signed.
    score: { period, unit: { code: row.unitCode, name: row.unitName }, total, display, level },
  };
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/** "bien-nhan-2026-10-H99.01.01.json": of a month in two units there are two. */
export function receiptFileName({ period, unitCode }: ScoreReceiptRow): string {
  return toAscii(`bien-nhan-${period}-${unitCode}.json`);
}
