import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { DayCount } from '@congvu/schema/registers';
import { isTcvn3AsLatin1, readAsTcvn3 } from './charset.ts';
import { isEmptyRow, type TableCell, type TableRow } from './table-row.ts';

/**
 * A table as it waits for its job: gzip of JSON lines, first from which day its numbers count days, then an array a row with
 * its line before its cells. The heading is not in it.
 */
export interface TableFile {
  readonly content: Buffer;
  readonly heading: readonly string[];
  /** Without the heading. */
  readonly rows: number;
  /** Whether letters of TCVN3 that stood for Unicode ones were mended. */
  readonly mended: boolean;
}

/** Rows looked at to tell which columns hold letters of TCVN3. */
const SAMPLE = 2_000;

/**
 * Keeps a table for its job; each column that is TCVN3 read as Latin-1 is mended.
 *
 * Errors: MISSING without a heading; MERGED_CELLS for a merged one; OUT_OF_RANGE without a row; TOO_MANY_ROWS beyond `most`.
 */
export async function packTable(
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  most: number,
  days: DayCount = '1900',
): Promise<Result<TableFile, DomainError>> {
  const gzip = createGzip({ level: 1 });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(gzip, 'end');
  gzip.write(`${JSON.stringify({ days })}\n`);
  let heading: readonly string[] | null = null;
  let sample: TableRow[] | null = [];
  let broken: ReadonlySet<number> = new Set();
  let count = 0;
  const write = async (row: TableRow) => {
    const cells = row.cells.map((cell, column) => mend(cell, broken.has(column)));
    // What ends a line for the reader of lines stands as an escape, as JSON has it for the other ends already.
    const line = `${JSON.stringify([row.line, ...cells])
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029')}\n`;
    if (!gzip.write(line)) await once(gzip, 'drain');
  };
  for await (const row of rows) {
    if (isEmptyRow(row)) continue;
    if (heading === null) {
      const merged = row.cells.find((cell) => typeof cell === 'object' && 'merged' in cell);
      if (typeof merged === 'object' && 'merged' in merged)
        return fail(domainError('MERGED_CELLS', { range: merged.merged }));
      heading = row.cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
      continue;
    }
    count += 1;
    if (count > most) return fail(domainError('TOO_MANY_ROWS', { maximum: most }));
    if (sample === null) await write(row);
    else {
      sample.push(row);
      if (sample.length < SAMPLE) continue;
      broken = findBroken(sample);
      for (const each of sample) await write(each);
      sample = null;
    }
  }
  if (heading === null) return fail(domainError('BAD_REQUEST'));
  if (count === 0) return fail(domainError('OUT_OF_RANGE', { given: '0', minimum: '1', maximum: String(most) }));
  if (sample !== null) {
    broken = findBroken(sample);
    for (const each of sample) await write(each);
  }
  gzip.end();
  await ended;
  const names = isTcvn3AsLatin1(heading) ? heading.map(readAsTcvn3) : heading;
  return ok({
    content: Buffer.concat(chunks),
    heading: names,
    rows: count,
    mended: broken.size > 0 || names !== heading,
  });
}

/** Columns whose words become Vietnamese when read as TCVN3; a table may have them beside columns of Unicode. */
function findBroken(rows: readonly TableRow[]): ReadonlySet<number> {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return new Set(
    columns.filter((column) =>
      isTcvn3AsLatin1(rows.flatMap(({ cells }) => (typeof cells[column] === 'string' ? [cells[column]] : []))),
    ),
  );
}

function mend(cell: TableCell, isBroken: boolean): TableCell {
  return isBroken && typeof cell === 'string' ? readAsTcvn3(cell) : cell;
}

/** A kept table as its job reads it. */
export interface KeptTable {
  readonly days: DayCount;
  /** From the row it was asked for on. */
  readonly rows: AsyncGenerator<TableRow>;
}

/** The rows of a kept table from one on, counted from 0; read as they are asked for. */
export async function openTable(content: Buffer, from = 0): Promise<KeptTable> {
  const lines = createInterface({ input: Readable.from([content]).pipe(createGunzip()) })[Symbol.asyncIterator]();
  // Written by packTable, as every line is.
  const { days } = JSON.parse((await lines.next()).value ?? '{}') as { readonly days: DayCount };
  for (let index = 0; index < from; index += 1) await lines.next();
  return { days, rows: readRows(lines) };
}

async function* readRows(lines: AsyncIterableIterator<string>): AsyncGenerator<TableRow> {
  for await (const text of lines) {
    const [line, ...cells] = JSON.parse(text) as [number, ...TableCell[]];
    yield { line, cells };
  }
}
