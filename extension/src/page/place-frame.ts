import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import type { Scrollers } from './list-scrollers.ts';

/** Where the strip lies in its box and the rows in the strip, in the box's own CSS pixels (before zoom and scaling). */
export type Places = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Room above the first row, where the page has its headings. */
  readonly headHeight: number;
  /** Key, top and height of each row that has a height, one after another. */
  readonly rows: Int32Array<ArrayBuffer>;
};

/** Which part of the strip's height one may see, from its top; below a head that sticks, within the list's own scrolling box. */
export type Band = { readonly top: number; readonly bottom: number };

/** The page keeps at least this much of its width. */
const pageKeeps = 480;
/** A strip that has no room made for it lies over the rows' end; of them at least this much stays in sight. */
const listKeeps = 320;
/** Shape and word alone. */
export const compactWidth = 132;

/** Depends on the widths of page and list alone, never on a record. 0: the window is too narrow for any strip; the side panel has all of it. */
export const stripWidth = ({ drawing }: ListPage, viewportWidth: number, listWidth: number): number => {
  const fits = (width: number): boolean =>
    viewportWidth - width >= pageKeeps && (drawing.room !== undefined || listWidth - width >= listKeeps);
  if (fits(drawing.width)) return drawing.width;
  return fits(compactWidth) ? compactWidth : 0;
};

/** The strip's place in its box. Cheap: asked for at each scrolling of a box inside `box`. */
export type Anchor = {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly scale: number;
  /** Of the window: where `beside` begins now. */
  readonly besideTop: number;
  readonly scrolled: number;
};

/** Zoomed (`zoom`) or scaled (`transform`) by the page: what the window shows of one pixel of the box. */
const scaleOf = (box: HTMLElement, width: number): number => {
  const scale = width / box.offsetWidth;
  // `offsetWidth` is a whole number: what differs by less is no zoom.
  return scale > 0.05 && scale < 20 && Math.abs(scale - 1) > 0.01 ? scale : 1;
};

export const anchorStrip = (
  box: HTMLElement,
  beside: Element,
  width: number,
  hasRoom: boolean,
  scrollers: Scrollers,
): Anchor => {
  const boxRect = box.getBoundingClientRect();
  const besideRect = beside.getBoundingClientRect();
  const scale = scaleOf(box, boxRect.width);
  const originLeft = boxRect.left / scale + box.clientLeft - box.scrollLeft;
  const originTop = boxRect.top / scale + box.clientTop - box.scrollTop;
  const end = besideRect.right / scale - originLeft;
  // Over the rows' end, and at the edge of what one sees of them where they are wider than their box.
  const left = hasRoom ? end : Math.min(end, box.scrollLeft + box.clientWidth) - width;
  const { scrolled, hidden } = scrollers.inner();
  const top = besideRect.top / scale - originTop - scrolled;
  return {
    left: Math.round(left),
    top: Math.round(top),
    height: Math.round(besideRect.height / scale + hidden),
    scale,
    besideTop: besideRect.top,
    scrolled,
  };
};

/**
 * Measures without causing a layout where it is called after one (in a ResizeObserver). The frame lies in the box's own
 * coordinates, so that it scrolls with the rows; only where the rows scroll in a box inside, the frame is moved with them.
 */
export const measurePlaces = (
  { left, top, height, scale, besideTop, scrolled }: Anchor,
  beside: Element,
  width: number,
  keyedRows: Iterable<readonly [RowKey, Element]>,
): Places => {
  const { left: from, right: to } = beside.getBoundingClientRect();
  const numbers: number[] = [];
  const tops = new Map<number, number>();
  let first = Number.POSITIVE_INFINITY;
  let last = height;
  for (const [key, row] of keyedRows) {
    const rect = row.getBoundingClientRect();
    // Hidden copies stand far off the screen; a row beside which nothing of the list lies is none of what one sees.
    if (rect.height < 1 || rect.right < from || rect.left > to) continue;
    const rowTop = Math.round((rect.top - besideTop) / scale + scrolled);
    const rowHeight = Math.round(rect.height / scale);
    const beforeIt = tops.get(rowTop);
    if (beforeIt !== undefined) {
      // Two documents side by side: a mark at the line's end would be either's.
      numbers[beforeIt + 2] = 0;
      continue;
    }
    tops.set(rowTop, numbers.length);
    numbers.push(key, rowTop, rowHeight);
    if (rowTop < first) first = rowTop;
    if (rowTop + rowHeight > last) last = rowTop + rowHeight;
  }
  return {
    left,
    top,
    width,
    height: last,
    headHeight: Number.isFinite(first) ? Math.max(0, first) : 0,
    rows: Int32Array.from(numbers),
  };
};
