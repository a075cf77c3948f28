import type { ListPage } from '@congvu/schema/adapter';
import { isRendered } from '../shown.ts';
import { drawingThreshold, type Reason, sumCertainty } from './certainty.ts';
import { type BodyLine, findBodyLines } from './find-body-lines.ts';
import { findHeadLines, type HeadLine } from './find-head-lines.ts';
import { listColumns, readCell } from './list-columns.ts';
import { findFields } from './list-fields.ts';
import { toSelectors } from './list-selectors.ts';

/** What the generic adapter would read: adapter data for this look at the page, how certain that is, and why. */
export type ListProposal = {
  readonly page: ListPage;
  /** 0..100 per cent; drawn only at or above `drawingThreshold`. */
  readonly certainty: number;
  readonly reasons: readonly Reason[];
};

/** Of rows that are not secret at least half must be read with a number, or nothing is drawn. */
const leastShare = 0.5;

/** A frame's room beside the rows, in CSS pixels, as the built-in adapters take. */
const stripWidth = 348;

const isVietnamese = (root: Document | Element, head: HeadLine): boolean => {
  const top = 'documentElement' in root ? root.documentElement : root.ownerDocument.documentElement;
  return /^vi\b/i.test(top?.getAttribute('lang') ?? '') || head.known.some((known) => known?.language === 'vi');
};

/** Lines that a style sheet hides are a copy for printing, a menu or a dialog. */
const isSeen = (lines: readonly BodyLine[]): boolean => lines.some(({ outer }) => isRendered(outer));

/** Yields between its parts: each is some milliseconds of a page's main thread. */
function* proposeFor(root: Document | Element, head: HeadLine): Generator<null, ListProposal | null> {
  const lines = findBodyLines(head);
  yield null;
  if (lines.length === 0 || !isSeen(lines)) return null;
  const selectors = toSelectors(root, head, lines);
  if (!selectors) return null;
  yield null;
  const columns = yield* listColumns(root, head, lines, selectors);
  yield null;
  const found = findFields(columns, {
    rows: lines.map(({ line }) => line.element),
    texts: () => lines.map(({ line }) => line.cells.map(readCell).join(' ')),
    isVietnamese: isVietnamese(root, head),
  });
  if (!found) return null;
  const certainty = sumCertainty(found.found);
  const { rows, headings, cells, box, beside } = selectors;
  return {
    certainty,
    reasons: found.found.map(({ reason }) => reason),
    page: {
      kind: 'LIST',
      path: '^',
      present: [beside],
      rows,
      headings,
      ...(cells ? { cells } : {}),
      minimumShare: leastShare,
      fields: found.fields,
      drawing: { box, beside, width: stripWidth, room: { select: box, property: 'padding-right' } },
    },
  };
}

/**
 * Looks for a list of documents. Yields null now and then while it looks, so that a page's own work is not kept waiting, and
 * returns the most certain list with a number, the first of equals; null where there is none.
 */
export function* lookForList(root: Document | Element): Generator<null, ListProposal | null> {
  let best: ListProposal | null = null;
  for (const head of findHeadLines(root)) {
    if (head) {
      const proposal = yield* proposeFor(root, head);
      if (proposal && proposal.certainty > (best?.certainty ?? -1)) best = proposal;
    }
    yield null;
  }
  return best;
}

/** The same at once, for the builder and tests. A proposal below the threshold is given too: its certainty says so. */
export const proposeListPage = (root: Document | Element): ListProposal | null => {
  const look = lookForList(root);
  for (;;) {
    const step = look.next();
    if (step.done) return step.value;
  }
};

export const isCertainEnough = (proposal: ListProposal | null): proposal is ListProposal =>
  proposal !== null && proposal.certainty >= drawingThreshold;
