import { readFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { type ArchiveFile, archive } from '../dossier/archive.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { listScoreReceipts } from '../receipt/receipt.store.ts';
import { receiptFileName, receiptJson } from '../receipt/score-receipt.ts';
import { sql } from '../sql/sql.ts';
import { ownDataPage } from './own-data.page.ts';
import { readOwnRecord } from './own-data.record.ts';

const CHECKER = new URL('../receipt/check-receipt.mjs', import.meta.url);

/**
 * All that is held on the asking person as one archive: the record, the receipts, the program that checks them and a page that
 * says how. One's own reading is not logged. Errors: NOT_FOUND for an account of nobody in service,
 * FORBIDDEN for a token.
 */
export async function downloadOwnData(context: Context): Promise<Download> {
  const employeeId = context.actor?.employeeId ?? null;
  if (employeeId === null) throw notFound(context.locale);
  // A token reads what its scopes name; this is everything.
  if (context.actor?.tokenScopes !== null) throw forbidden(context.locale);
  const [employee, receipts, record, checker] = await Promise.all([
    getEmployee(context, employeeId),
    listScoreReceipts(context, sql`s.employee_id = ${employeeId}::uuid`),
    readOwnRecord(context),
    readFile(CHECKER, 'utf8'),
  ]);
  const kept = receipts.map((row) => ({ path: `receipts/${receiptFileName(row)}`, text: receiptJson(context, row) }));
  const page = ownDataPage(
    context,
    employee.name,
    kept.map(({ path }) => path),
  );
  const texts = [
    { path: 'doc-toi.md', text: page },
    { path: 'record.json', text: `${JSON.stringify(record, null, 2)}\n` },
    ...kept,
    { path: 'check-receipt.mjs', text: checker },
    { path: 'khoa-cong-khai.pem', text: context.database.auditKey?.publicKey ?? '' },
  ];
  return {
    fileName: `Dữ liệu của tôi ${employee.code} ${context.today}.zip`,
    mediaType: 'application/zip',
    body: archive(filesOf(texts, context.now)),
  };
}

async function* filesOf(
  texts: readonly { readonly path: string; readonly text: string }[],
  at: Date,
): AsyncGenerator<ArchiveFile> {
  for (const { path, text } of texts) yield { path, bytes: new TextEncoder().encode(text), at };
}
