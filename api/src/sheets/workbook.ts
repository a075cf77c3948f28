import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { wallClock } from '../files/wall-clock.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a cell holds. A date is a day, kept as a date and shown dd/MM/yyyy; text is never read as a formula. */
export type CellValue = string | number | { readonly date: string } | null;

interface SheetColumn {
  readonly title: string;
  /** Letters wide, about. */
  readonly width: number;
}

export interface Sheet {
  /** On the tab: letters the format refuses are replaced, and no more than 31 are kept. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * The bytes of an XLSX: one sheet after the other, each with a bold head that stays in sight and a filter over its columns.
 *
 * The same data and instant give the same bytes. `changedAt` becomes the time of the package's parts.
 */
export async function toXlsx(sheets: readonly Sheet[], changedAt: Date): Promise<Uint8Array> {
  const names = distinctNames(sheets);
  const written = sheets.map((sheet, index) => toWritten(sheet, names[index] ?? `${index + 1}`));
  const { toBuffer } = writeXlsxFile(written, {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [
      {
        files: {
          transform: {
            'xl/worksheets/sheet{id}.xml': { transform: (content) => addFilter(nameFrozenPane(content)) },
            'xl/styles.xml': { transform: addDefaultStyle },
          },
        },
      },
    ],
  });
  return settle(new Uint8Array(await toBuffer()), changedAt);
}

function toWritten(sheet: Sheet, name: string): WrittenSheet<never> {
  const head = sheet.columns.map(
    ({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' }),
  );
  return {
    sheet: name,
    data: [head, ...sheet.rows.map((row) => row.map(toCell))],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

function toCell(value: CellValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  // The format knows no zone; the library writes the day that it is in UTC.
  if (typeof value === 'object')
    return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value, type: String, wrap: value.length > LONG };
}

/** Letters from which a text is broken into lines. */
const LONG = 40;

/** The library freezes columns too, none of them: what stays movable is then below the head alone. */
function nameFrozenPane(content: string): string {
  return content.replace(' xSplit="0"', '').replace('activePane="bottomRight"', 'activePane="bottomLeft"');
}

/** Readers look for the style that cells without one have; the library leaves it out. */
function addDefaultStyle(content: string): string {
  return content
    .replace('<cellXfs', '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs')
    .replace(
      '</cellXfs>',
      '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    );
}

/** The library has no filter of its own; the format wants it right after the rows. */
function addFilter(content: string): string {
  const corners = [...content.matchAll(/<c r="([A-Z]+)(\d+)"/g)];
  const width = corners.filter(([, , row]) => row === '1').at(-1)?.[1];
  const last = corners.at(-1)?.[2];
  if (width === undefined || last === undefined) return content;
  return content.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${width}${last}"/>`);
}

/** What a name of a sheet may not hold. */
const UNFIT = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

/** Two sheets of one name would make a file that does not open. */
function distinctNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const base = name.replace(UNFIT, ' ').trim().slice(0, LONGEST_NAME) || 'Sheet';
    let given = base;
    for (let count = 2; taken.has(given.toLocaleLowerCase('vi')); count += 1) {
      const suffix = ` (${count})`;
      given = `${base.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    }
    taken.add(given.toLocaleLowerCase('vi'));
    return given;
  });
}

/** The library writes the time of making into the package; it becomes the time of the data. */
function settle(bytes: Uint8Array, changedAt: Date): Uint8Array {
  return zipSync(unzipSync(bytes), { mtime: wallClock(changedAt), level: 6 });
}
