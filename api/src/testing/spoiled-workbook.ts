import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook whose first sheet's XML was changed: what our own writer never writes, and spreadsheet programs do. */
export function changeSheet(archive: Uint8Array, change: (sheet: string) => string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(archive);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  return new Uint8Array(zipSync({ ...parts, [path]: strToU8(change(sheet)) }));
}
