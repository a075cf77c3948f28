import type { ExportColumn } from '../register-export/export-column.ts';

/** A root list of the api that leaves as a file. */
export interface ExportedList {
  /** Its field in GraphQL, asked as a screen asks it. */
  readonly field: string;
  /** In Vietnamese, as the registers are kept: what the file is called. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
}

export function listed(
  field: string,
  title: string,
  columns: readonly (ExportColumn | readonly ExportColumn[])[],
): ExportedList {
  return { field, title, columns: columns.flat() };
}
