import { domainError } from '@congvu/schema/errors';
import { type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import type { Download } from '../files/download.ts';
import { DOCX, toDocx } from '../forms/form-document.ts';
import { withoutRestricted } from '../restriction/export-restriction.ts';
import { toXlsx, XLSX } from '../sheets/workbook.ts';
import { loadOne } from '../sql/batch.ts';
import { unitById } from '../unit/unit.store.ts';
import { makeReport, type Report, readSpan } from './report.service.ts';
import { listNamedRows, type NamedReportRow, type ReportSpan } from './report.store.ts';
import { reportPaper, type UnitNames } from './report-paper.ts';
import { recordKindOf } from './report-row.type.ts';
import { reportSheets } from './report-sheets.ts';

/** Rows behind the numbers that one workbook holds, which is made in memory; whoever has more narrows the unit or the days. */
const MOST_ROWS = 60_000;

/** The report as a paper: its text and a table a register. Counts name nobody. Errors: as `readSpan`. */
export async function downloadReport(context: Context, unit = '', from = '', to = ''): Promise<Download> {
  const report = await makeReport(context, await readSpan(context, unit, from, to), 'vi');
  const names = await namesOf(context, report);
  const superior =
    report.span.unit.parentId === null ? null : await loadOne(context, unitById, report.span.unit.parentId);
  const paper = reportPaper(report, { names, superior: superior?.name ?? null, ...said(context) });
  return { fileName: `${fileNameOf(report.span)}.docx`, mediaType: DOCX, body: await toDocx(paper) };
}

/** The report as a workbook. Errors: as `readSpan` and `reportWorkbook`. */
export async function downloadReportRows(context: Context, unit = '', from = '', to = ''): Promise<Download> {
  const span = await readSpan(context, unit, from, to);
  return {
    fileName: `${fileNameOf(span)}.xlsx`,
    mediaType: XLSX,
    body: await reportWorkbook(context, span, MOST_ROWS),
  };
}

/**
 * The report's numbers, then the rows behind them as far as one may see them, people who restricted exports left out. Each
 * named person's record is noted with its copy.
 *
 * Errors: LIMIT_EXCEEDED beyond `most` rows: a workbook without the rest would be read as the whole.
 */
export async function reportWorkbook(context: Context, span: ReportSpan, most: number): Promise<Uint8Array> {
  const report = await makeReport(context, span, 'vi');
  const names = await namesOf(context, report);
  const listed = await listNamedRows(context, span, most + 1);
  if (listed.length > most) {
    const error = domainError('LIMIT_EXCEEDED', { limit: 'rows', maximum: most, given: listed.length });
    throw requestError(error, context.locale);
  }
  const { allowed, hidden } = await withoutRestricted(context, peopleOf(listed));
  const rows = listed.filter(({ employeeId }) => employeeId === null || allowed.has(employeeId));
  for (const { employeeId, recordType } of rows) {
    if (employeeId === null) continue;
    context.access.note(recordKindOf(recordType), employeeId);
    context.access.note('file', employeeId);
  }
  return toXlsx(reportSheets(report, rows, { names, hidden }), said(context).madeAt);
}

/** A day's beginning: the same data give the same bytes all day. */
function said(context: Context): { readonly madeAt: Date; readonly demonstration: boolean } {
  return { madeAt: startOfDay(context.today as LocalDate), demonstration: context.facts.demonstration };
}

async function namesOf(context: Context, report: Report): Promise<UnitNames> {
  const ids = new Set([...report.units.values()].flatMap((counts) => counts.map(({ unitId }) => unitId)));
  const units = await Promise.all([...ids].map((id) => loadOne(context, unitById, id)));
  return new Map(units.flatMap((unit) => (unit === null ? [] : [[unit.id, unit.name] as const])));
}

function peopleOf(rows: readonly NamedReportRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ employeeId }) => (employeeId === null ? [] : [employeeId])))];
}

/** "Báo cáo H99 2026-01-01 2026-12-31" */
function fileNameOf({ unit, from, to }: ReportSpan): string {
  return `Báo cáo ${unit.code} ${from} ${to}`;
}
