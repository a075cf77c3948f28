import { parentAcross } from '../deep-query.ts';
import { isAriaHidden, saysHidden } from '../shown.ts';
import { type HeadLine, toHeadLine } from './find-head-lines.ts';
import { drawnChildren, type ListLine, toLine } from './list-line.ts';

/** One line of the list with the box that is one among its equals: the line itself, or a wrapper or shadow host around it. */
export type BodyLine = { readonly outer: Element; readonly line: ListLine };

/** How far above the headings a list of their own may begin, and how many boxes are looked into on each level. */
const highest = 8;
const mostLooked = 300;
const mostSiblings = 12;
/** So many lines of a list are looked at, its first; the rest is more of the same. */
export const mostSampled = 40;

/** As wide as the headings; a table's headings may have one more for the scroll bar (page/read-heads.ts decides in the end). */
const fits = ({ element, width }: ListLine, head: HeadLine): boolean =>
  width === head.line.width || (element.localName === 'tr' && width === head.line.width - 1);

const holders = /^(?:table|tbody|thead|tfoot|ul|ol|nav|form|header|footer)$/;

const toBodyLine = (outer: Element, head: HeadLine): BodyLine | null => {
  if (outer === head.line.element || saysHidden(outer) || isAriaHidden(outer)) return null;
  const line = toLine(outer);
  if (!line || line.element === head.line.element || holders.test(line.element.localName) || !fits(line, head))
    return null;
  // As many lines as there are headings: their box is no line.
  const [first] = line.cells;
  const inner = first && toLine(first);
  if (inner && fits(inner, head)) return null;
  return toHeadLine(line) ? null : { outer, line };
};

/** The lines that most have in common: of one number of cells, so that a total or a group's title is none of them. */
const keepMajority = (lines: readonly BodyLine[]): readonly BodyLine[] => {
  const counts = new Map<number, number>();
  for (const { line } of lines) counts.set(line.cells.length, (counts.get(line.cells.length) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? [0];
  return lines.filter(({ line }) => line.cells.length === most);
};

const linesAmong = (candidates: readonly Element[], head: HeadLine): readonly BodyLine[] =>
  keepMajority(candidates.slice(0, mostSampled).flatMap((outer) => toBodyLine(outer, head) ?? []));

/** The rows of the headings' own table, those of tables inside its cells left out. */
const linesOfTable = (head: HeadLine): readonly BodyLine[] => {
  const { element, rows: headRows = [element] } = head.line;
  const table = /^(?:tr|thead|tbody)$/.test(element.localName) ? element.closest('table') : null;
  if (!table) return [];
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const last = rows.findLastIndex((row) => headRows.includes(row));
  return linesAmong(rows.slice(last + 1), head);
};

/** The first box in or below `top` whose children are lines under these headings. */
const linesWithin = (top: Element, head: HeadLine): readonly BodyLine[] => {
  const waiting = [top];
  for (let looked = 0; looked < mostLooked && looked < waiting.length; looked++) {
    const element = waiting[looked];
    if (!element || saysHidden(element) || isAriaHidden(element)) continue;
    const children = drawnChildren(element);
    const lines = linesAmong(children, head);
    if (lines.length >= 2 || (lines.length === 1 && children.length <= 2)) return lines;
    waiting.push(...children.slice(0, mostSampled));
  }
  return [];
};

/**
 * The lines below a line of headings: of the same table, beside it, or in the first box after it (headings in a table of their
 * own, grids, plain boxes), also across shadow roots. Empty where there are none.
 */
export const findBodyLines = (head: HeadLine): readonly BodyLine[] => {
  const own = linesOfTable(head);
  if (own.length > 0) return own;
  let at: Element = head.line.element;
  for (let level = 0; level < highest; level++) {
    const parent = parentAcross(at);
    if (!parent || parent.localName === 'html') return [];
    const siblings = drawnChildren(parent);
    const after = siblings.slice(siblings.indexOf(at) + 1);
    const beside = linesAmong(after, head);
    if (beside.length > 0) return beside;
    for (const sibling of after.slice(0, mostSiblings)) {
      const lines = linesWithin(sibling, head);
      if (lines.length > 0) return lines;
    }
    at = parent;
  }
  return [];
};
