import { saysHidden } from '../shown.ts';
import { findHeading, type KnownHeading, longestHeading } from './heading-kinds.ts';
import { drawnChildren, type ListLine, toLine, toTallHead } from './list-line.ts';
import { readShortText } from './seen-text.ts';

/** A line of headings, and what the list of words knows of each cell. */
export type HeadLine = { readonly line: ListLine; readonly known: readonly (KnownHeading | null)[] };

/** Of children of one kind so many are looked at: what comes after them in a long list is more of the same. */
const alike = 40;
/** Deeper trees than this are not walked. */
const deepest = 150;

const naming = new Set(['NUMBER', 'ISSUE', 'SUBJECT']);

/** The headings of a line; null unless it names at least two things, one of them the document. */
export const toHeadLine = (line: ListLine): HeadLine | null => {
  const known: (KnownHeading | null)[] = [];
  for (const cell of line.cells) {
    const text = saysHidden(cell) ? '' : readShortText(cell, longestHeading);
    if (text === null) return null;
    known.push(findHeading(text));
  }
  const found = new Set(known.flatMap((heading) => heading?.kind ?? []));
  return found.size >= 2 && [...found].some((kind) => naming.has(kind)) ? { line, known } : null;
};

const findHead = (element: Element, children: readonly Element[]): HeadLine | null => {
  const tall = toTallHead(element);
  if (tall) return toHeadLine(tall);
  const mayBeLine = (children.length > 1 && children.length <= 60) || element.getAttribute('role') === 'row';
  const line = mayBeLine ? toLine(element) : null;
  return line && toHeadLine(line);
};

/**
 * Walks the page once, through every open shadow root, and gives each line that reads like headings. Of long lists only the first
 * lines are looked at. It yields null now and then, so that the walk can be done in slices.
 */
export function* findHeadLines(root: Document | Element): Generator<HeadLine | null> {
  const top = 'documentElement' in root ? root.documentElement : root;
  if (!top) return;
  const waiting: (readonly [Element, number])[] = [[top, 0]];
  let visited = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next;
    if (++visited % 64 === 0) yield null;
    if (depth > deepest || saysHidden(element)) continue;
    const children = drawnChildren(element);
    const head = findHead(element, children);
    if (head) {
      yield head;
      continue;
    }
    const counts = new Map<string, number>();
    const inner: (readonly [Element, number])[] = [];
    for (const child of children) {
      if (child.childElementCount === 0 && !child.shadowRoot) continue;
      const count = (counts.get(child.localName) ?? 0) + 1;
      counts.set(child.localName, count);
      if (count <= alike) inner.push([child, depth + 1]);
    }
    waiting.push(...inner.reverse());
  }
}
