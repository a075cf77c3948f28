import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** As a spreadsheet program keeps a formula with what it came to. */
export function withFormula(archive: Buffer, address: string): Buffer {
  return changeSheet(archive, (sheet) =>
    sheet.replace(new RegExp(`<c r="${address}"([^>]*)>`), `<c r="${address}"$1><f>CONCATENATE("a","b")</f>`),
  );
}

/** A workbook whose cells of a range are one. */
export function withMerge(archive: Buffer, range: string): Buffer {
  return changeSheet(archive, (sheet) =>
    sheet.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${range}"/></mergeCells>`),
  );
}

function changeSheet(archive: Buffer, change: (sheet: string) => string): Buffer {
  const parts = unzipSync(archive);
  const path = 'xl/worksheets/sheet1.xml';
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) }));
}
