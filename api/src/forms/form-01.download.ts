import type { Context } from '../context.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { currentForm01, type Form01 } from './form-01.facts.ts';
import { findForm01 } from './form-01.store.ts';
import { form01 } from './form-01.ts';
import { DOCX, toDocx } from './form-document.ts';

/** Mẫu 01 of one sheet as it stands. `id` is the sheet's. Errors: NOT_FOUND. */
export async function downloadForm01(context: Context, id = ''): Promise<Download> {
  const row = assertVisible(await findForm01(context, rowId(context, 'PeriodSheet', id)), context);
  context.access.note('sheet', row.employeeId);
  context.access.note('file', row.employeeId);
  const form = currentForm01(row);
  return {
    fileName: form01FileName(form),
    mediaType: DOCX,
    body: await toDocx(form01(form, context.facts.demonstration)),
  };
}

/** "Mẫu 01 2026-10 NVA Nguyễn Văn A.docx"; a superseded copy says which it is. */
export function form01FileName({ period, employeeCode, employeeName, replacedBy, revision }: Form01): string {
  const version = replacedBy === null ? '' : ` (bản ${revision}, đã được thay thế)`;
  return `Mẫu 01 ${period} ${employeeCode} ${employeeName}${version}.docx`;
}
