import { toPlainLine } from './plain-line.ts';

/** Heading (lower case) → index of its column. */
export type Columns = ReadonlyMap<string, number>;

const spanOf = (cell: Element): number => {
  const span = Number(cell.getAttribute('colspan') ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
};

const toHeading = (text: string): string => (toPlainLine(text, 60) ?? '').toLowerCase();

/** A heading that stands twice names no column: which of the two is meant is not certain. */
export const readColumns = (root: ParentNode, headings: string | undefined): Columns => {
  const columns = new Map<string, number>();
  if (headings === undefined) return columns;
  const twice = new Set<string>();
  let index = 0;
  for (const cell of root.querySelectorAll(headings)) {
    const heading = toHeading(cell.textContent);
    if (columns.has(heading)) twice.add(heading);
    columns.set(heading, index);
    index += spanOf(cell);
  }
  for (const heading of twice) columns.delete(heading);
  return columns;
};

/** The row's cell under the first of `headings` that exists, colspan counted. */
export const findCell = (row: Element, columns: Columns, headings: readonly string[]): Element | null => {
  for (const heading of headings) {
    const wanted = columns.get(toHeading(heading));
    if (wanted === undefined) continue;
    let index = 0;
    for (const cell of row.children) {
      if (index === wanted) return cell;
      index += spanOf(cell);
    }
  }
  return null;
};
