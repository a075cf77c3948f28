import type { Context } from '../context.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { currentForm01, type Form01 } from './form-01.facts.ts';
import { type Form01Row, findForm01 } from './form-01.store.ts';
import { form01 } from './form-01.ts';
import { DOCX, toDocx } from './form-document.ts';

/** Mẫu 01 of one sheet as it stands. `id` is the sheet's. Errors: NOT_FOUND. */
export async function downloadForm01(context: Context, id = ''): Promise<Download> {
  const row = assertVisible(await findForm01(context, rowId(context, 'PeriodSheet', id)), context);
  context.access.note('sheet', row.employeeId);
  context.access.note('file', row.employeeId);
  const form = currentForm01(row, assertVisible(scoringRules(await loadRuleSets(context), row), context));
  return {
    fileName: form01FileName(form),
    mediaType: DOCX,
    body: await toDocx(form01(form, context.facts.demonstration)),
  };
}

/** The rules of a sheet, the law's or the office's own; null for rules that give levels alone, under which there is no Mẫu 01. */
export function scoringRules(
  registry: Awaited<ReturnType<typeof loadRuleSets>>,
  row: Pick<Form01Row, 'ruleSet' | 'ruleSetVersion'>,
) {
  return registry.findScoring(row.ruleSet, row.ruleSetVersion) ?? null;
}

/** "Mẫu 01 2026-10 NVA Nguyễn Văn A.docx"; a superseded copy says which it is. */
export function form01FileName({ period, employeeCode, employeeName, replacedBy, revision }: Form01): string {
  const version = replacedBy === null ? '' : ` (bản ${revision}, đã được thay thế)`;
  return `Mẫu 01 ${period} ${employeeCode} ${employeeName}${version}.docx`;
}
