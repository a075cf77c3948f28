import { gunzipSync } from 'node:zlib';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { type ImportColumn, type ImportRegister, readImportHeading } from '@congvu/schema/registers';
import { parse } from 'csv-parse/sync';

/** Bytes a file unpacks to at most. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Records in one file, without the heading. */
const MOST_ROWS = 25_000;

/** A record of a file as it stands there. */
export interface CsvLine {
  /** Where it ends in the file, from 1; the heading is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  /** In the order of the cells; null for a column that is none of the register's. */
  readonly columns: readonly (ImportColumn | null)[];
  readonly lines: readonly CsvLine[];
}

/**
 * The plain file of what a client sends: base64 of gzip of UTF-8.
 *
 * Errors: BAD_REQUEST for what is none of these; BODY_TOO_LARGE beyond 20 MB unpacked.
 */
export function unpackContent(content: string): Result<string, DomainError> {
  try {
    // A small file may unpack to a huge one: the limit is kept while unpacking.
    const bytes = gunzipSync(Buffer.from(content, 'base64'), { maxOutputLength: MOST_BYTES });
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const isTooLarge = error instanceof RangeError && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE';
    return fail(isTooLarge ? domainError('BODY_TOO_LARGE', { maximumBytes: MOST_BYTES }) : domainError('BAD_REQUEST'));
  }
}

/**
 * Heading and records of a file, separated by commas or, where the heading has more of them, semicolons.
 *
 * Errors: MISSING for a required column; OUT_OF_RANGE beyond 25,000 records or without any; BAD_REQUEST for a quote that is
 * never closed.
 */
export function readCsv(register: ImportRegister, text: string): Result<CsvFile, DomainError> {
  const [heading, ...lines] = splitCsv(text) ?? [];
  if (heading === undefined) return fail(domainError('BAD_REQUEST'));
  const columns = readImportHeading(register, heading.cells);
  if (!columns.ok) return fail(domainError('MISSING', { key: columns.error.join(', ') }));
  if (lines.length === 0 || lines.length > MOST_ROWS)
    return fail(domainError('OUT_OF_RANGE', { given: String(lines.length), minimum: '1', maximum: String(MOST_ROWS) }));
  return ok({ columns: columns.value, lines });
}

function splitCsv(text: string): readonly CsvLine[] | null {
  const [first = ''] = text.split('\n', 1);
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const read = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    // With `info` each record comes with its place, which the package's types of the synchronous form do not say.
    const placed = read as unknown as readonly {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    return placed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return null;
  }
}
