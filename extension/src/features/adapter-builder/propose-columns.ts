import { parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import { toPlainLine } from '../../page/plain-line.ts';
import { compoundsOf, type Ground, weakest } from './compound-selectors.ts';
import { proposeAnchor } from './propose-anchor.ts';
import { deepTextOf } from './row-texts.ts';
import { toBare } from './stable-token.ts';

/** Where the headings of a list stand. */
export type HeadingProposal = {
  readonly headings: string;
  readonly ground: Ground;
  /** By column; lower case. */
  readonly texts: readonly string[];
};

/** Words that stand over columns of document lists, bare. Only to tell a head from a row; none of them is required. */
const headingWord =
  /(?:^|\b)(?:so|stt|ky hieu|trich yeu|noi dung|nguoi|can bo|chuyen vien|xu ly|han|ngay|don vi|noi gui|ban hanh|do mat|do khan|trang thai|vai tro|number|no|reference|title|subject|assignee|owner|handler|deadline|due|date|sender|issuer|status|priority|secrecy|classification)(?:\b|$)/;

const spanOf = (cell: Element): number => Number(cell.getAttribute('colspan')) || 1;
const widthOf = (cells: readonly Element[]): number => cells.reduce((sum, cell) => sum + spanOf(cell), 0);

/**
 * Rows of cells that may be the head of `rows`, best first: `columnheader` and `th` near the rows, in a table of their own beside
 * them (fixed heads), or a first row of plain cells. Column counts must agree.
 */
export const proposeHeadings = (
  rows: readonly Element[],
  root: ParentNode,
  dataWords: ReadonlySet<string>,
): readonly HeadingProposal[] => {
  const [row] = rows;
  if (row === undefined) return [];
  const width = widthOf([...row.children]);
  const proposals: HeadingProposal[] = [];
  for (const line of headLinesNear(row, new Set(rows))) {
    const cells = [...line.children];
    if (widthOf(cells) !== width || cells.length < 2) continue;
    const texts = cells.flatMap((cell) => {
      const text = (toPlainLine(deepTextOf(cell), 60) ?? '').toLowerCase();
      // Over several columns it names the first, where the interpreter looks for it.
      return [text, ...Array<string>(spanOf(cell) - 1).fill('')];
    });
    const known = texts.filter((text) => headingWord.test(toBare(text))).length;
    const isHead = cells.some((cell) => cell.localName === 'th' || cell.getAttribute('role') === 'columnheader');
    const said = texts.filter(Boolean);
    if (known < 2 && !(said.length >= 2 && (isHead || standsAbove(line, row, said)))) continue;
    const anchor = proposeAnchor(line, root, dataWords);
    const [cell] = cells;
    if (anchor === null || cell === undefined) continue;
    for (const { selector, ground } of [
      ...compoundsOf(cell, dataWords),
      { selector: '*', ground: 'STRUCTURE' as const },
    ]) {
      const headings = `${anchor.selector} > ${selector}`;
      const found = queryAllDeep(root, headings);
      if (found.length !== cells.length || found.some((each) => !cells.includes(each))) continue;
      proposals.push({ headings, ground: weakest(anchor.ground, ground), texts });
      break;
    }
  }
  return proposals.slice(0, 3);
};

/** A line right above the rows, in their parent or beside it, with short words and no figure over most columns: nothing else is built so. */
const standsAbove = (line: Element, row: Element, said: readonly string[]): boolean => {
  if (said.length < line.children.length / 2 || said.some((text) => /\d/.test(text) || text.length > 40)) return false;
  let place: Element | null = row;
  for (let level = 0; place && level < 3; level++, place = parentAcross(place)) {
    const top = place.parentElement?.children ?? [];
    const [at, under] = [[...top].indexOf(line), [...top].indexOf(place)];
    if (at >= 0 && at < under) return true;
  }
  return false;
};

/** Lines of cells before and beside the rows, from the nearest outwards. */
const headLinesNear = (row: Element, rows: ReadonlySet<Element>): readonly Element[] => {
  const lines = new Set<Element>();
  let place = parentAcross(row);
  for (let level = 0; place && level < 8 && lines.size < 12; level++, place = parentAcross(place)) {
    const scope: ParentNode = place.shadowRoot ?? place;
    for (const head of scope.querySelectorAll('th, [role="columnheader"]')) {
      if (head.parentElement && !rows.has(head.parentElement)) lines.add(head.parentElement);
    }
    for (const child of scope.children) {
      if (rows.has(child)) continue;
      lines.add(child);
      for (const inner of child.querySelectorAll(':scope > tr, :scope > tbody > tr, :scope > div'))
        if (!rows.has(inner)) lines.add(inner);
    }
  }
  return [...lines];
};
