import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { LIMITS } from '../limits/limits.ts';
import { type Charset, decodeText } from './charset.ts';
import { NotATable, readTextTable } from './read-text-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { packTable, type TableFile } from './table-file.ts';

/** How a file is kept together. */
export type FileFormat = 'CSV' | 'XLSX';

export interface FileAsked {
  /** Of the workbook; the first where it is null. */
  readonly sheet: string | null;
  /** Of the text; found out where it is null. */
  readonly charset: Charset | null;
}

export interface ReadFile extends TableFile {
  readonly format: FileFormat;
  /** Of a text; of a workbook only TCVN3, where cells held its letters. */
  readonly charset: Charset | null;
  readonly sheet: string | null;
}

/** What is wrong with a file as a whole, told at the input that can mend it. */
export interface FileProblem {
  readonly path: '/upload' | '/sheet' | '/encoding';
  readonly error: DomainError;
}

/** First bytes of a ZIP archive, and of the compound file that an old or protected workbook is. */
const ZIP = Buffer.from('504b0304', 'hex');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * A file of any of the formats, read and kept for its job. The format is told by the bytes: a name promises nothing.
 *
 * Errors: at /upload FILE_UNREADABLE, ARCHIVE_TOO_LARGE, TOO_MANY_ROWS, MERGED_CELLS of the heading, OUT_OF_RANGE without a
 * row; at /sheet UNKNOWN_VALUE; at /encoding ENCODING_UNKNOWN.
 */
export async function readImportFile(bytes: Buffer, asked: FileAsked): Promise<Result<ReadFile, FileProblem>> {
  if (bytes.subarray(0, ZIP.length).equals(ZIP) || bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    const book = await readWorkbook(bytes, asked.sheet);
    if (!book.ok) return problem(book.error.code === 'UNKNOWN_VALUE' ? '/sheet' : '/upload', book.error);
    const packed = await packTable(book.value.rows, LIMITS.importRows, book.value.days);
    if (!packed.ok) return problem('/upload', packed.error);
    const charset = packed.value.mended ? 'TCVN3' : null;
    return ok({ ...packed.value, format: 'XLSX', charset, sheet: book.value.sheet });
  }
  const decoded = decodeText(bytes, asked.charset);
  if (!decoded.ok) return problem('/encoding', decoded.error);
  const { text, charset } = decoded.value;
  try {
    const packed = await packTable(readTextTable(text), LIMITS.importRows);
    if (!packed.ok) return problem('/upload', packed.error);
    return ok({ ...packed.value, format: 'CSV', charset: packed.value.mended ? 'TCVN3' : charset, sheet: null });
  } catch (error) {
    if (error instanceof NotATable) return problem('/upload', domainError('FILE_UNREADABLE', { format: 'CSV' }));
    throw error;
  }
}

function problem(path: FileProblem['path'], error: DomainError): { readonly ok: false; readonly error: FileProblem } {
  return fail({ path, error });
}
