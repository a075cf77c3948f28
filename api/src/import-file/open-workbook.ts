import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const inflate = promisify(inflateRaw) as (
  packed: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>;

/** Files inside a workbook. */
const MOST_ENTRIES = 1_000;
/** Bytes they inflate to, counted while they are inflated. */
const MOST_BYTES = 128 * 1024 * 1024;
/** How often a workbook's own bytes: rows of a table pack to a tenth or a thirtieth, never to a thousandth. */
const MOST_TIMES = 100;

/** Parts by their path inside the package, those alone that say what cells hold. */
export type WorkbookParts = ReadonlyMap<string, Buffer>;

/** What is read of a workbook; pictures, macros and print settings are only counted. */
const IS_READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[\w-]+\.xml\.rels|xl\/(?:worksheets\/)?[\w-]+\.xml)$/;

/**
 * Unpacks an XLSX. Nothing in it is parsed before all of it was inflated and counted.
 *
 * Errors: FILE_UNREADABLE for what is no XLSX, is damaged or has a password; ARCHIVE_TOO_LARGE for more than 1,000 files
 * inside, for more than 128 MB in all and for more than 100 times the workbook's bytes.
 */
export async function openWorkbook(archive: Buffer): Promise<Result<WorkbookParts, DomainError>> {
  const most = Math.min(MOST_BYTES, MOST_TIMES * archive.length);
  const tooLarge = fail(domainError('ARCHIVE_TOO_LARGE', { maximumBytes: most }));
  const entries = readZipDirectory(archive, MOST_ENTRIES);
  if (entries === 'TOO_MANY') return tooLarge;
  if (entries === null) return unreadable();
  const parts = new Map<string, Buffer>();
  let left = most;
  for (const entry of entries) {
    const content = await unpack(entry, left);
    if (content === 'TOO_LARGE') return tooLarge;
    if (content === null) return unreadable();
    left -= content.length;
    if (!IS_READ.test(entry.name)) continue;
    // Two of one name are read differently by different programs; a document type may hold entities that grow.
    if (parts.has(entry.name) || content.includes('<!DOCTYPE')) return unreadable();
    parts.set(entry.name, content);
  }
  return parts.has('xl/workbook.xml') ? ok(parts) : unreadable();
}

async function unpack({ method, packed, crc32: stated }: ZipEntry, left: number): Promise<Buffer | 'TOO_LARGE' | null> {
  if (method !== 0 && method !== 8) return null;
  let content = packed;
  if (method === 8) {
    try {
      // Zero would mean no limit at all.
      content = await inflate(packed, { maxOutputLength: Math.max(1, left) });
    } catch (error) {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
      if (code === 'ERR_BUFFER_TOO_LARGE') return 'TOO_LARGE';
      if (typeof code === 'string' && code.startsWith('Z_')) return null;
      throw error;
    }
  }
  if (content.length > left) return 'TOO_LARGE';
  return crc32(content) === stated ? content : null;
}

function unreadable() {
  return fail(domainError('FILE_UNREADABLE', { format: 'XLSX' }));
}
