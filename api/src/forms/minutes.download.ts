import type { Context } from '../context.ts';
import type { Download } from '../files/download.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { DOCX, toDocx } from './form-document.ts';
import { findMinutes, listPeopleOfMeeting, type MinutesRow } from './minutes.store.ts';
import { minutes } from './minutes.ts';

/** Minutes of one meeting: a record of everybody whose year rests on it. Errors: NOT_FOUND. */
export async function downloadMinutes(context: Context, id = ''): Promise<Download> {
  const row = assertVisible(await findMinutes(context, rowId(context, 'ClassificationMeeting', id)), context);
  for (const { employeeId } of await listPeopleOfMeeting(context, row.id)) {
    context.access.note('classification', employeeId);
    context.access.note('file', employeeId);
  }
  return {
    fileName: minutesFileName(row),
    mediaType: DOCX,
    body: await toDocx(minutes(row, context.facts.demonstration)),
  };
}

/** "Biên bản họp 2026-12-05 Phòng Tổ chức, biên chế.docx" */
export function minutesFileName({ heldOn, unitName }: MinutesRow): string {
  return `Biên bản họp ${heldOn} ${unitName}.docx`;
}
