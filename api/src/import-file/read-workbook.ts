import { type DomainError, domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { DayCount } from '@congvu/schema/registers';
import { zipSync } from 'fflate';
import { type CellValue, readSheet } from 'read-excel-file/node';
import { openWorkbook, type WorkbookParts } from './open-workbook.ts';
import { findTraps, type SheetTraps } from './sheet-traps.ts';
import { isEmptyRow, type TableCell, type TableRow } from './table-row.ts';
import { walkXml } from './walk-xml.ts';

export interface WorkbookTable {
  /** The sheet's name. */
  readonly sheet: string;
  /** From which day its numbers count days. */
  readonly days: DayCount;
  /** Without empty rows; the first is the heading. */
  readonly rows: readonly TableRow[];
}

/**
 * A sheet of an XLSX, the first unless one is named. Days are as the workbook counts them, from 1900 or 1904.
 *
 * Errors: those of `openWorkbook` and `findTraps`; FILE_UNREADABLE for a package whose sheets cannot be read;
 * UNKNOWN_VALUE for a sheet that is not there, with the names of those that are.
 */
export async function readWorkbook(
  archive: Buffer,
  wanted: string | null,
): Promise<Result<WorkbookTable, DomainError>> {
  const opened = await openWorkbook(archive);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const sheets = findSheets(parts);
  const sheet = wanted === null ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    const names = sheets.map(({ name }) => name);
    return names.length === 0
      ? unreadable()
      : fail(domainError('UNKNOWN_VALUE', { given: wanted ?? '', allowed: names }));
  }
  const content = parts.get(sheet.path);
  if (content === undefined) return unreadable();
  const traps = findTraps(content.toString('utf8'));
  if (!traps.ok) return traps;
  const values = await readValues(parts, sheet.path, sheet.name);
  if (values === null) return unreadable();
  const rows = values.map((cells, index) => toRow(index + 1, cells, traps.value)).filter((row) => !isEmptyRow(row));
  return ok({ sheet: sheet.name, days: countOf(parts), rows });
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** The sheets in the order of their tabs. */
function findSheets(parts: WorkbookParts): readonly SheetPart[] {
  const paths = new Map<string, string>();
  walkXml(parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '', (name, attribute) => {
    if (name === 'Relationship') paths.set(attribute('Id') ?? '', toPath(attribute('Target') ?? ''));
    return true;
  });
  const sheets: SheetPart[] = [];
  walkXml(parts.get('xl/workbook.xml')?.toString('utf8') ?? '', (name, attribute) => {
    const path = name === 'sheet' ? paths.get(attribute('r:id') ?? '') : undefined;
    if (path !== undefined) sheets.push({ name: attribute('name') ?? '', path });
    return true;
  });
  return sheets;
}

/** Days count from 1904 in workbooks that began on an old Macintosh. */
function countOf(parts: WorkbookParts): DayCount {
  let days: DayCount = '1900';
  walkXml(parts.get('xl/workbook.xml')?.toString('utf8') ?? '', (name, attribute) => {
    if (name === 'workbookPr' && ['1', 'true', 'on'].includes(attribute('date1904') ?? '')) days = '1904';
    return true;
  });
  return days;
}

/** A relation's target stands against "xl/" unless it begins with a slash. */
function toPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** A number by the text the workbook keeps of it. */
interface NumberText {
  readonly number: string;
}

/**
 * The values, by a package made anew of the parts that were counted: what else the archive held, or another reader would find
 * in it, is not read. Null where they cannot be.
 */
async function readValues(
  parts: WorkbookParts,
  path: string,
  sheet: string,
): Promise<readonly (readonly (CellValue<NumberText> | null)[])[] | null> {
  const isKept = (name: string) => !name.startsWith('xl/worksheets/') || name === path;
  const kept = Object.fromEntries([...parts].filter(([name]) => isKept(name)));
  try {
    return await readSheet(Buffer.from(zipSync(kept, { level: 0 })), sheet, {
      trim: false,
      parseNumber: (text): NumberText => ({ number: text }),
    });
  } catch {
    // Whatever it stumbles over, the package is not what a spreadsheet program writes.
    return null;
  }
}

function toRow(
  line: number,
  values: readonly (CellValue<NumberText> | null)[],
  { formulas, merged }: SheetTraps,
): TableRow {
  const cells: TableCell[] = values.map(toTableCell);
  const put = (column: number, cell: TableCell) => {
    while (cells.length < column) cells.push('');
    cells[column - 1] = cell;
  };
  for (const column of formulas.get(line) ?? []) put(column, { formula: true });
  for (const { range, from, to } of merged.get(line) ?? [])
    for (let column = from; column <= Math.min(to, WIDEST_MERGE); column += 1) put(column, { merged: range });
  return { line, cells };
}

/** Columns of a merged range that are marked; a title above the table may reach over all of a sheet. */
const WIDEST_MERGE = 256;

function toTableCell(value: CellValue<NumberText> | null): TableCell {
  // The package's type says `typeof Date` where it gives a Date.
  const given = value as string | boolean | Date | NumberText | null;
  if (given === null) return '';
  if (typeof given === 'string') return given;
  // Words as a Vietnamese office writes them in a column of yes and no.
  if (typeof given === 'boolean') return given ? 'có' : 'không';
  if (!(given instanceof Date)) return given;
  // A day of four digits, by the ISO form.
  return Number.isNaN(given.valueOf()) ? '' : { date: given.toISOString().slice(0, 10) as LocalDate };
}

function unreadable() {
  return fail(domainError('FILE_UNREADABLE', { format: 'XLSX' }));
}
