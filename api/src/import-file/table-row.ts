/**
 * A cell as a file has it. Text as it is written; a day that the file keeps as a date; a formula, whose kept value nobody
 * wrote; a cell of a merged range, whose value belongs to several rows.
 */
export type TableCell =
  | string
  | number
  | { readonly date: string }
  | { readonly formula: true }
  | { readonly merged: string };

/** A row as it stands in the file. */
export interface TableRow {
  /** Line of the text or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly TableCell[];
}

export function isEmptyRow({ cells }: TableRow): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}
