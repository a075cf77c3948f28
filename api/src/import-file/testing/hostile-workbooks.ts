import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

/** A workbook whose one sheet inflates to so many bytes, while the archive says it is small; `ballast` bytes do not pack. */
export function lyingArchive(bytes: number, ballast = 0): Buffer {
  const archive = Buffer.from(
    zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/media/picture.png': [randomBytes(ballast), { level: 0 }],
        'xl/worksheets/sheet1.xml': [new Uint8Array(bytes).fill(0x20), { level: 1 }],
      },
      {},
    ),
  );
  // What the local headers and the directory say of the sheet: 1,000 bytes.
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4))
    if (archive.readUInt32LE(at + 24) === bytes) archive.writeUInt32LE(1_000, at + 24);
  for (let at = archive.indexOf('PK\u0003\u0004'); at >= 0; at = archive.indexOf('PK\u0003\u0004', at + 4))
    if (archive.readUInt32LE(at + 22) === bytes) archive.writeUInt32LE(1_000, at + 22);
  return archive;
}

export function nestedEntries(count: number): Buffer {
  const entries = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`xl/media/${index}.bin`, new Uint8Array([1])]),
  );
  return Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), ...entries }, { level: 0 }));
}

/** How a spreadsheet program keeps a workbook with a password: no ZIP, a compound file. */
export function withPassword(): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(4_096),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
}
