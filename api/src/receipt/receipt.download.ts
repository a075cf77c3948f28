import type { Context } from '../context.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { sql } from '../sql/sql.ts';
import { listScoreReceipts } from './receipt.store.ts';
import { receiptFileName, receiptJson } from './score-receipt.ts';

/**
 * The receipt of one confirmed score, for its person and for who confirmed it. `id` is the sheet's.
 * Errors: NOT_FOUND, also where the score is provisional or no entry of the chain says it.
 */
export async function downloadReceipt(context: Context, id = ''): Promise<Download> {
  const [row] = await listScoreReceipts(context, sql`s.id = ${rowId(context, 'PeriodSheet', id)}::uuid`);
  const receipt = assertVisible(row ?? null, context);
  context.access.note('sheet', receipt.employeeId);
  context.access.note('file', receipt.employeeId);
  return {
    fileName: receiptFileName(receipt),
    mediaType: 'application/json; charset=utf-8',
    body: new TextEncoder().encode(receiptJson(context, receipt)),
  };
}
