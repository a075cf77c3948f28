import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';

/** Where the strip lies in its box and the rows in the strip, in CSS pixels. */
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

/** The page keeps at least this much of its width; where it cannot, the strip shows shape and word alone. */
const pageKeeps = 480;
export const compactWidth = 132;

/** Depends on the page's width alone, never on a record. */
export const stripWidth = (page: ListPage, viewportWidth: number): number =>
  viewportWidth - page.drawing.width >= pageKeeps ? page.drawing.width : compactWidth;

/**
 * Measures without causing a layout where it is called after one (in a ResizeObserver). The frame lies in the box's own
 * coordinates, so that it scrolls with the rows and nothing of ours runs while one scrolls.
 */
export const measurePlaces = (
  box: Element,
  beside: Element,
  width: number,
  hasRoom: boolean,
  keyedRows: Iterable<readonly [RowKey, Element]>,
): Places => {
  const boxRect = box.getBoundingClientRect();
  const besideRect = beside.getBoundingClientRect();
  const originLeft = boxRect.left + box.clientLeft - box.scrollLeft;
  const originTop = boxRect.top + box.clientTop - box.scrollTop;
  const end = besideRect.right - originLeft;
  const left = hasRoom ? end : Math.min(end, box.clientWidth - width);
  const numbers: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  for (const [key, row] of keyedRows) {
    const rect = row.getBoundingClientRect();
    if (rect.height < 1) continue;
    const top = Math.round(rect.top - besideRect.top);
    numbers.push(key, top, Math.round(rect.height));
    if (top < first) first = top;
  }
  return {
    left: Math.round(left),
    top: Math.round(besideRect.top - originTop),
    width,
    height: Math.round(besideRect.height),
    headHeight: Number.isFinite(first) ? Math.max(0, first) : 0,
    rows: Int32Array.from(numbers),
  };
};
