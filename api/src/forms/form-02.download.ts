import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { maySeeDecision } from '../classification/classification.policy.ts';
import type { Context } from '../context.ts';
import { notFound } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { getAnyRuleSet } from '../rule-set/rule-set.store.ts';
import { type Form02Row, findForm02 } from './form-02.store.ts';
import { form02 } from './form-02.ts';
import { DOCX, toDocx } from './form-document.ts';

/** Mẫu 02 of one revision of a year. `id` is the classification's. Errors: NOT_FOUND, also for a year before the decree whose form it is. */
export async function downloadForm02(context: Context, id = ''): Promise<Download> {
  const row = assertVisible(await findForm02(context, rowId(context, 'Classification', id)), context);
  if (EARLIER_LAW.includes(row.ruleSet)) throw notFound(context.locale);
  context.access.note('classification', row.employeeId);
  context.access.note('file', row.employeeId);
  const ruleSet = await getAnyRuleSet(context, row.ruleSet, row.ruleSetVersion);
  return {
    fileName: form02FileName(row),
    mediaType: DOCX,
    body: await toDocx(
      form02(row, ruleSet, maySeeDecision(context.actor?.employeeId ?? null, row), context.facts.demonstration),
    ),
  };
}

/** "Mẫu 02 2026 NVA Nguyễn Văn A.docx"; a superseded copy says which it is. */
export function form02FileName({ year, employeeCode, employeeName, current, revision }: Form02Row): string {
  const version = current ? '' : ` (bản ${revision}, đã được thay thế)`;
  return `Mẫu 02 ${year} ${employeeCode} ${employeeName}${version}.docx`;
}
