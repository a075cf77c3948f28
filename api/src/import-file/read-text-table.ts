import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { TableRow } from './table-row.ts';

/** Letters handed to the parser at once. */
const SLICE = 1 << 16;
/** A cell or a quote that is never closed ends here. */
const LONGEST_RECORD = 1 << 20;

/** The file is no table: a quote is never closed, or a record has no end. */
export class NotATable extends Error {
  override readonly name = 'NotATable';
}

/**
 * The records of a text, separated by commas, semicolons or tabs, whichever its first line has most of; empty ones are left
 * out. Record by record: a file of 32 MB never stands in memory as cells.
 */
export async function* readTextTable(text: string): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    max_record_size: LONGEST_RECORD,
    // Both: where the first line's end were taken for every line's, lines put together from two programs would be one record.
    record_delimiter: ['\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  const feeding = pipeline(Readable.from(slices(text)), parser).catch(() => {});
  try {
    for await (const read of parser) {
      // With `info` each record comes with its place, which the package's types do not say.
      const { record, info } = read as {
        readonly record: readonly string[];
        readonly info: { readonly lines: number };
      };
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw new NotATable('the text is no table', { cause: error });
  } finally {
    parser.destroy();
    await feeding;
  }
}

/** Windows' two letters at a line's end become one, or the parser would count two lines where a cell holds them. */
function* slices(text: string): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = text[at + SLICE - 1] === '\r' ? at + SLICE + 1 : at + SLICE;
    yield text.slice(at, end).replaceAll('\r\n', '\n');
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.slice(0, SLICE).split('\n', 1);
  const [most] = [',', ';', '\t']
    .map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
    .toSorted((a, b) => b.count - a.count);
  return most?.delimiter ?? ',';
}
