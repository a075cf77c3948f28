import type { TextField } from '@congvu/schema/adapter';
import { readColumns } from '../columns.ts';
import { joinBroken, toPlainLine } from '../plain-line.ts';
import { visibleText } from '../visible-text.ts';
import type { BodyLine } from './find-body-lines.ts';
import type { HeadLine } from './find-head-lines.ts';
import { type ColumnKind, longestHeading } from './heading-kinds.ts';
import { spanOf } from './list-line.ts';
import type { ListSelectors } from './list-selectors.ts';

/** One column under a known heading: where its text stands for the interpreter, and what the lines looked at say there. */
export type ListColumn = {
  readonly kind: ColumnKind;
  readonly rank: number;
  readonly text: TextField;
  /** The cell below the row by its place among its siblings; null where that differs from line to line. */
  readonly place: string | null;
  /** The cells the interpreter finds under the heading; lines without one are left out. */
  readonly cells: readonly Element[];
  /** Another column of the same heading stands beside it: which of them is meant is not certain. */
  readonly isTwice: boolean;
  /** One a line; "" where there is no cell or too much in it. */
  readonly texts: readonly string[];
};

/** A title longer than this says nothing more of what kind of list it is. */
const longestCell = 600;

export const readCell = (cell: Element): string => toPlainLine(joinBroken(visibleText(cell)), longestCell) ?? '';

/** The place of all these cells among their siblings, where it is the same for each. */
const placeOf = (cells: readonly Element[], rows: ReadonlySet<Element>): string | null => {
  const places = new Set(
    cells.map((cell) => {
      const { parentElement } = cell;
      return parentElement && rows.has(parentElement) ? [...parentElement.children].indexOf(cell) + 1 : 0;
    }),
  );
  const [only] = places;
  return places.size === 1 && only ? `:scope>:nth-child(${only})` : null;
};

/** The columns under headings that are known and cover one column each, as the interpreter will read them. Yields after each. */
export function* listColumns(
  root: Document | Element,
  head: HeadLine,
  lines: readonly BodyLine[],
  { headings, cells }: ListSelectors,
): Generator<null, readonly ListColumn[]> {
  const columns = readColumns(root, { headings, ...(cells ? { cells } : {}) });
  const rows = lines.map(({ line }) => columns.openRow(line.element));
  const rowElements = new Set(lines.map(({ line }) => line.element));
  const headTexts = head.line.cells.map((cell) => toPlainLine(visibleText(cell), longestHeading) ?? '');
  const listed: ListColumn[] = [];
  for (const [index, known] of head.known.entries()) {
    const cell = head.line.cells[index];
    const text = headTexts[index];
    if (!known || !cell || !text || spanOf(cell) > 1) continue;
    yield null;
    const found = rows.map((row) => row.cellOf([text]));
    const present = found.flatMap((one) => one ?? []);
    listed.push({
      kind: known.kind,
      rank: known.rank,
      text: [{ column: [text] }],
      place: placeOf(present, rowElements),
      cells: present,
      isTwice: headTexts.filter((other) => other.toLowerCase() === text.toLowerCase()).length > 1,
      texts: found.map((one) => (one ? readCell(one) : '')),
    });
  }
  return listed;
}

/** The one column of a kind: that of the best known word. Where two columns share it, which is meant is open: null. */
export const findColumn = (columns: readonly ListColumn[], kind: ColumnKind): ListColumn | null => {
  const [best, next] = columns.filter((column) => column.kind === kind).sort((left, right) => left.rank - right.rank);
  return !best || best.isTwice || best.rank === next?.rank ? null : best;
};
