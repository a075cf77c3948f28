import { type DomainError, domainError } from '@congvu/schema/errors';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { type CellPlace, parseAddress } from './cell-address.ts';
import { walkXml } from './walk-xml.ts';

/** Rows with something in them, below the heading. A workbook stands whole in memory while it is read. */
const MOST_ROWS = 50_000;
/** The rightmost column that may hold something. */
const MOST_COLUMNS = 256;
/** The last row a sheet can have. */
const LAST_ROW = 1_048_576;
const MOST_MERGES = 10_000;
/** Rows inside merged ranges, counted once a range. */
const MOST_MERGED_ROWS = 200_000;

interface MergedRange {
  readonly range: string;
  readonly from: number;
  readonly to: number;
}

/** What a sheet holds that its values do not tell. */
export interface SheetTraps {
  /** Columns with a formula, by row. */
  readonly formulas: ReadonlyMap<number, ReadonlySet<number>>;
  /** Merged ranges by each row they reach, with their columns. */
  readonly merged: ReadonlyMap<number, readonly MergedRange[]>;
}

/**
 * Goes through a sheet before its values are read: formulas and merged cells, which the reader of values does not tell, and
 * places so far out that it would fill the memory with emptiness on the way there.
 *
 * Errors: FILE_UNREADABLE for what is no sheet; TOO_MANY_ROWS beyond 50,000 with something in them; LIMIT_EXCEEDED for a
 * value beyond column 256.
 */
export function findTraps(xml: string): Result<SheetTraps, DomainError> {
  const formulas = new Map<number, Set<number>>();
  const ranges: string[] = [];
  let place: CellPlace = { row: 0, column: 0 };
  let [rows, lastFilled] = [0, 0];
  let refused: DomainError | null = null;
  const isWhole = walkXml(xml, (name, attribute) => {
    switch (name) {
      case 'row': {
        const row = attribute('r');
        return row === null || (/^\d{1,7}$/.test(row) && Number(row) <= LAST_ROW);
      }
      case 'c': {
        const at = parseAddress(attribute('r') ?? '');
        if (at === null || at.row > LAST_ROW) return false;
        place = at;
        return true;
      }
      case 'f':
        formulas.set(place.row, (formulas.get(place.row) ?? new Set()).add(place.column));
        return true;
      case 'v':
      case 'is':
        if (place.column > MOST_COLUMNS)
          refused = domainError('LIMIT_EXCEEDED', { limit: 'columns', maximum: MOST_COLUMNS, given: place.column });
        if (place.row !== lastFilled) {
          lastFilled = place.row;
          rows += 1;
        }
        if (rows > MOST_ROWS + 1) refused = domainError('TOO_MANY_ROWS', { maximum: MOST_ROWS });
        return refused === null;
      case 'mergeCell':
        ranges.push(attribute('ref') ?? '');
        return ranges.length <= MOST_MERGES;
      default:
        return true;
    }
  });
  if (refused !== null) return fail(refused);
  const merged = isWhole ? spread(ranges, lastFilled) : null;
  return merged === null ? fail(domainError('FILE_UNREADABLE', { format: 'XLSX' })) : ok({ formulas, merged });
}

/** The ranges by row, as far down as there is something; null for one that is none. */
function spread(ranges: readonly string[], lastRow: number): SheetTraps['merged'] | null {
  const merged = new Map<number, MergedRange[]>();
  let count = 0;
  for (const range of ranges) {
    const [from, to] = range.split(':').map(parseAddress);
    if (!from || !to) return null;
    for (let row = from.row; row <= Math.min(to.row, lastRow); row += 1) {
      count += 1;
      if (count > MOST_MERGED_ROWS) return null;
      const there = merged.get(row) ?? [];
      there.push({ range, from: from.column, to: to.column });
      merged.set(row, there);
    }
  }
  return merged;
}
