import { domainError, type FieldError } from '@congvu/schema/errors';
import { type ImportRegister, orderUnits, parseImportCells } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { type TableRow, toCell } from '../import-file/table-row.ts';
import { findUnits } from './found.store.ts';
import type { TableHead } from './take-in.ts';

/** The rows of a file in the order in which they are taken in. */
export interface OpenedRows {
  readonly each: AsyncIterable<TableRow>;
  /** What is wrong with rows as the file stands, by their line. */
  readonly refused: ReadonlyMap<number, readonly FieldError[]>;
}

/**
 * A file of units is put in the order of their parents over the whole of it; any other is taken as it comes. Rows that cannot
 * be put in an order come last, and are refused: UNIT_CYCLE for each row of a cycle, UNIT_UNKNOWN below one.
 */
export async function openRows(
  context: Context,
  register: ImportRegister,
  head: TableHead,
  rows: AsyncIterable<TableRow>,
): Promise<OpenedRows> {
  if (register !== 'UNIT') return { each: rows, refused: new Map() };
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  const read = all.map((row) => {
    const parsed = parseImportCells('UNIT', head.columns, row.cells.map(toCell), head.days);
    return parsed.ok ? { row, code: parsed.value.code, parent: parsed.value.parent } : { row, code: null };
  });
  const placed = read.filter((each) => each.code !== null);
  const known = await findUnits(context, [...new Set(placed.map(({ parent }) => parent))]);
  const { order, problems } = orderUnits(placed, new Set(known.keys()));
  const refused = new Map(
    problems.map(({ row, error }): [number, readonly FieldError[]] => {
      const { line, code } = { line: placed[row]?.row.line ?? 0, code: placed[row]?.code ?? '' };
      return error.code === 'INCONSISTENT'
        ? [line, [{ path: '/code', error: domainError('DUPLICATE_RECORD', { decisionNumber: code }) }]]
        : [line, [{ path: '/parent', error }]];
    }),
  );
  const last = [...problems.flatMap(({ row }) => placed[row] ?? []), ...read.filter(({ code }) => code === null)];
  const inOrder = [...order.flatMap((place) => placed[place] ?? []), ...last].map(({ row }) => row);
  return { each: toAsync(inOrder), refused };
}

async function* toAsync(rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  yield* rows;
}
