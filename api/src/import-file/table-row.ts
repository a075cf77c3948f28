import type { Cell } from '@congvu/schema/registers';

/** A cell as it is kept for its job: a text as itself, for most cells are, anything else as the schema knows it. */
export type TableCell = string | Exclude<Cell, { readonly text: string }>;

/** A row as it stands in the file. */
export interface TableRow {
  /** Line of the text or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly TableCell[];
}

export function isEmptyRow({ cells }: TableRow): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}

export function toCell(cell: TableCell): Cell {
  return typeof cell === 'string' ? { text: cell } : cell;
}
