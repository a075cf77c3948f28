/** A file of a ZIP archive, as its central directory says. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** The bytes as packed, a view into the archive. */
  readonly packed: Buffer;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
/** A comment at the end of an archive has at most this many bytes. */
const LONGEST_COMMENT = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const FILE_SIGNATURE = 0x04034b50;
const FILE_BYTES = 30;
const IS_ENCRYPTED = 1;

/**
 * The entries of an archive; null where it is no archive that can be read: damaged, with a password, or above 4 GB (ZIP64).
 *
 * The sizes an archive states for what is inside are not read: nobody has to keep to them.
 */
export function readZipDirectory(archive: Buffer, most: number): readonly ZipEntry[] | 'TOO_MANY' | null {
  try {
    return readEntries(archive, most);
  } catch (error) {
    // A place beyond the end: what says where it should be is damaged.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readEntries(archive: Buffer, most: number): readonly ZipEntry[] | 'TOO_MANY' | null {
  const end = findEnd(archive);
  if (end === null) return null;
  const count = archive.readUInt16LE(end + 10);
  if (count > most) return 'TOO_MANY';
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const packedBytes = archive.readUInt32LE(at + 20);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    if (nameBytes === undefined || extraBytes === undefined || commentBytes === undefined) return null;
    if ((archive.readUInt16LE(at + 8) & IS_ENCRYPTED) !== 0) return null;
    const packed = findPacked(archive, archive.readUInt32LE(at + 42), packedBytes);
    if (packed === null) return null;
    entries.push({
      name: archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: archive.readUInt16LE(at + 10),
      crc32: archive.readUInt32LE(at + 16),
      packed,
    });
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

function findEnd(archive: Buffer): number | null {
  const last = archive.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  return null;
}

function findPacked(archive: Buffer, at: number, bytes: number): Buffer | null {
  if (archive.readUInt32LE(at) !== FILE_SIGNATURE) return null;
  const start = at + FILE_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  return start + bytes <= archive.length ? archive.subarray(start, start + bytes) : null;
}
