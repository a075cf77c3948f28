import type { Certainty } from '../primitives/source.ts';

/** What a summary says: what goes on paper, on the screen and in the workbook, in Vietnamese. */
export interface SummaryBody {
  readonly heading: string;
  /** What is asked, one line each. */
  readonly lines: readonly string[];
  readonly tables: readonly SummaryTable[];
}

export interface SummaryTable {
  readonly title: string;
  readonly columns: readonly SummaryColumn[];
  /** One text a column. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly SummaryNote[];
}

export interface SummaryColumn {
  /** Stable, for programs. */
  readonly key: string;
  readonly title: string;
  /** Written to the right: a figure. */
  readonly numeric: boolean;
}

/** A sentence below a table, with how sure its ground is. */
export interface SummaryNote {
  readonly text: string;
  readonly certainty: Certainty;
}
