import type { ExportFormat } from '@congvu/schema/registers';
import type { Locale } from '@congvu/schema/texts';
import { stringify } from 'csv-stringify/sync';
import type { ListedNode } from '../register-export/export-column.ts';
import type { CellValue } from '../sheets/workbook.ts';
import type { ExportedList } from './exported-list.ts';

/** Marks a CSV as UTF-8 for the spreadsheets that ask for it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What stands before the rows: of a CSV its heading. `;` is the separator where numbers have a decimal comma, as spreadsheets
 * of that language read it.
 */
export function headOf(list: ExportedList, format: ExportFormat, locale: Locale): string {
  if (format !== 'CSV') return '';
  return BYTE_ORDER_MARK + csv([list.columns.map(({ title }) => title)], locale);
}

/**
 * Rows as text. JSONL: one object a line, by the names of GraphQL. CSV: cells by column, none of which begins with what a
 * spreadsheet would run. XLSX: the same cells as JSON, until the workbook is made of them.
 */
export function rowsOf(list: ExportedList, nodes: readonly ListedNode[], format: ExportFormat, locale: Locale): string {
  if (format === 'JSONL') return nodes.map((node) => `${JSON.stringify(node)}\n`).join('');
  const cells = nodes.map((node) => list.columns.map(({ cell }) => cell(node)));
  if (format === 'CSV')
    return csv(
      cells.map((row) => row.map(toText)),
      locale,
    );
  return cells.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function csv(rows: readonly (readonly string[])[], locale: Locale): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => [...row]),
    // A cell that begins with = + - @ tab or CR gets an apostrophe before it: a spreadsheet shows it and runs nothing.
    { delimiter: locale === 'vi' ? ';' : ',', record_delimiter: 'windows', escape_formulas: true },
  );
}

function toText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.date : String(value);
}
