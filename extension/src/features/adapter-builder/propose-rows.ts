import { parentAcross, queryAllDeep } from '../../page/deep-query.ts';
import { type Compound, compoundsOf, type Ground, grounds, tagOf, weakest } from './compound-selectors.ts';
import { holdsNumber } from './judge-values.ts';
import { longestSelector, proposeAnchor } from './propose-anchor.ts';
import { deepTextOf, leafTextsOf } from './row-texts.ts';
import { dataWordsOf } from './stable-token.ts';

/** One way to find the rows of a list. */
type RowProposal = {
  readonly rows: string;
  readonly ground: Ground;
  readonly found: number;
};

/** A level of the page at which something repeats, with the ways to find what repeats. */
export type RowLevel = {
  readonly row: Element;
  readonly like: readonly Element[];
  readonly proposals: readonly RowProposal[];
};

/** How far up from what was clicked a row is looked for. */
const highestLevel = 14;

const isRowByName = (element: Element): boolean =>
  /^(?:tr|li|article)$/.test(tagOf(element)) || /^(?:row|listitem|article)$/.test(element.getAttribute('role') ?? '');

const columnCount = (row: Element): number =>
  [...row.children].reduce((sum, cell) => sum + (Number(cell.getAttribute('colspan')) || 1), 0);

const sizeOf = (element: Element): number => (element.shadowRoot ?? element).querySelectorAll('*').length;

/** Whether the two show things of one kind: same tag and role, as many columns, about as much below. */
const isAlike = (one: Element, other: Element): boolean => {
  if (one.localName !== other.localName || one.getAttribute('role') !== other.getAttribute('role')) return false;
  if ((one.shadowRoot === null) !== (other.shadowRoot === null)) return false;
  if (tagOf(one) === 'tr') {
    const isHead = (row: Element) => row.querySelector(':scope > td') === null;
    return columnCount(one) === columnCount(other) && isHead(one) === isHead(other);
  }
  const [small = 0, large = 0] = [sizeOf(one), sizeOf(other)].toSorted((left, right) => left - right);
  return large <= 2.5 * small + 3;
};

const likeSiblings = (element: Element): readonly Element[] => {
  const parent = element.parentNode;
  // A parent of an element is a document, a fragment or an element: each has children.
  const siblings = parent === null ? [] : [...(parent as ParentNode).children];
  return siblings.filter((sibling) => isAlike(element, sibling));
};

/** What repeats and shows several texts each is a list's row; one document's number in most of them all but proves it. */
const likelihood = (row: Element, like: readonly Element[]): number => {
  if (like.length < 2 && !isRowByName(row)) return 0;
  const texts = leafTextsOf(row).length;
  if (texts < 2) return 0;
  const sample = like.slice(0, 30);
  const withNumber = sample.filter((each) => holdsNumber(deepTextOf(each))).length / sample.length;
  return (
    (withNumber >= 0.5 ? 4 : 0) +
    (like.length >= 3 ? 2 : like.length - 1) +
    (texts >= 3 ? 1 : 0) +
    (isRowByName(row) ? 1 : 0)
  );
};

/** A head row among rows without `th`: it has no figure where nearly all others have some. */
const withoutHead = (like: readonly Element[]): readonly Element[] => {
  const hasFigure = (row: Element) => /\d/.test(deepTextOf(row));
  const rest = like.filter(hasFigure);
  return rest.length >= 2 && rest.length < like.length && rest.length >= 0.6 * like.length ? rest : like;
};

/**
 * The levels at which the clicked element may be, or lie in, a row of a list: the likeliest first. Empty where nothing repeats.
 * `isHidden` tells what the page does not show: a hidden copy of the list is not one of its rows.
 */
export const proposeRows = (
  clicked: Element,
  root: ParentNode,
  isHidden: (element: Element) => boolean,
): readonly RowLevel[] => {
  const levels: { row: Element; like: readonly Element[]; likelihood: number }[] = [];
  let place: Element | null = clicked;
  for (let level = 0; place && level < highestLevel; level++, place = parentAcross(place)) {
    if (place.localName === 'body' || place.localName === 'html') break;
    const like = withoutHead(likeSiblings(place));
    const value = like.includes(place) ? likelihood(place, like) : 0;
    if (value > 0) levels.push({ row: place, like, likelihood: value });
  }
  // Of equal ones the inner: a wrapper around every row repeats as often as the row itself.
  const ordered = levels.toSorted(
    (left, right) => right.likelihood - left.likelihood || right.like.length - left.like.length,
  );
  // A part that stands alone is no row where another repeats.
  const several = ordered.filter(({ like }) => like.length > 1);
  return (several.length > 0 ? several : ordered).map(({ row, like }) => ({
    row,
    like,
    proposals: proposeRowSelectors(row, like, root, isHidden),
  }));
};

/** Ways to find exactly these rows, strongest first; more of the same kind elsewhere in the page may be found as well. */
const proposeRowSelectors = (
  row: Element,
  like: readonly Element[],
  root: ParentNode,
  isHidden: (element: Element) => boolean,
): readonly RowProposal[] => {
  const dataWords = dataWordsOf(like.slice(0, 40).map(deepTextOf));
  const parent = parentAcross(row);
  const inShadow = parent !== null && row.parentElement === null;
  const anchor = parent === null ? null : proposeAnchor(parent, root, dataWords);
  const wanted = new Set(like);
  const heads = new Set(likeSiblings(row).filter((each) => !wanted.has(each)));
  const all: readonly Compound[] = [...compoundsOf(row, dataWords), ...byShape(row, like, heads)];
  const proposals: RowProposal[] = [];
  const seen = new Set<string>();
  const tryOut = (rows: string, ground: Ground): void => {
    if (seen.has(rows) || rows.length > longestSelector) return;
    seen.add(rows);
    const found = queryAllDeep(root, rows);
    const known = found.filter((each) => wanted.has(each)).length;
    if (known < wanted.size) return;
    const others = found.filter((each) => !wanted.has(each));
    if (others.some((each) => heads.has(each) || !isAlike(row, each) || isHidden(each))) return;
    proposals.push({ rows, ground, found: found.length });
  };
  for (const { selector, ground } of all) {
    if (anchor !== null)
      tryOut(`${anchor.selector} ${inShadow ? '>>>' : '>'} ${selector}`, weakest(anchor.ground, ground));
    // Without its table a row must name itself.
    if (ground === 'ATTRIBUTE' || ground === 'CLASS') {
      for (const host of hostsAbove(row, root, dataWords)) tryOut(`${host}${selector}`, ground);
      const near = parent === null || inShadow ? null : nearAnchor(parent, root, dataWords);
      if (near !== null) tryOut(`${near.selector} ${selector}`, weakest(near.ground, ground));
    }
  }
  return proposals.toSorted(
    (left, right) =>
      grounds.indexOf(left.ground) - grounds.indexOf(right.ground) || scoreOf(right.rows) - scoreOf(left.rows),
  );
};

/** Of two on one ground: the one bound to its place, then the shorter. */
const scoreOf = (selector: string): number => (/[ >]/.test(selector) ? 200 : 0) - selector.length;

/** The selector of the shadow roots that the row lies in, ready to be put before it; "" where it lies in none. */
const hostsAbove = (row: Element, root: ParentNode, dataWords: ReadonlySet<string>): readonly string[] => {
  const scope = row.getRootNode();
  if (scope === root || !('host' in scope) || !scope.host) return [''];
  const host = proposeAnchor(scope.host as Element, root, dataWords);
  return host === null ? [] : [`${host.selector} >>> `];
};

/** The nearest place above that names itself by an attribute. */
const nearAnchor = (parent: Element, root: ParentNode, dataWords: ReadonlySet<string>): Compound | null => {
  for (let place: Element | null = parent; place && place.localName !== 'body'; place = place.parentElement) {
    const anchor = proposeAnchor(place, root, dataWords);
    if (anchor && (anchor.ground === 'ATTRIBUTE' || anchor.ground === 'CLASS')) return anchor;
  }
  return null;
};

/** Rows told from a head or a foot by how they are built, or at last by where they begin. */
const byShape = (row: Element, like: readonly Element[], heads: ReadonlySet<Element>): readonly Compound[] => {
  const tag = tagOf(row);
  const first = like[0];
  const compounds: Compound[] = [];
  if (tag === 'tr') {
    compounds.push({ selector: `tr:has(> td:nth-child(${row.children.length}))`, ground: 'STRUCTURE' });
    compounds.push({ selector: 'tr:has(> td)', ground: 'STRUCTURE' });
  }
  const role = row.getAttribute('role');
  const cell = row.querySelector(':scope > [role]')?.getAttribute('role');
  if (role === 'row' && (cell === 'gridcell' || cell === 'cell')) {
    compounds.push({ selector: `[role="row"]:has(> [role="${cell}"])`, ground: 'ATTRIBUTE' });
  }
  if (heads.size > 0) {
    for (const path of pathsWithin(row)) {
      const has = `${tag}:has(> ${path})`;
      if (like.every((each) => each.matches(has)) && [...heads].every((head) => !head.matches(has))) {
        compounds.push({ selector: has, ground: 'STRUCTURE' });
        break;
      }
    }
  }
  const start = first?.parentElement ? [...first.parentElement.children].indexOf(first) + 1 : 1;
  if (start > 1) compounds.push({ selector: `${tag}:nth-child(n+${start})`, ground: 'POSITION' });
  return compounds;
};

/** What stands in the row two or three steps down, by tags: "td > a". Links first, since every row of a list opens something. */
const pathsWithin = (row: Element): readonly string[] => {
  const paths = new Set<string>();
  for (const cell of row.children) {
    for (const inner of cell.children) {
      paths.add(`${cell.localName} > ${inner.localName}`);
      for (const deeper of inner.children) paths.add(`${cell.localName} > ${inner.localName} > ${deeper.localName}`);
    }
  }
  return [...paths].toSorted((left, right) => Number(right.endsWith('> a')) - Number(left.endsWith('> a')));
};
