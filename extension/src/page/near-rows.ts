/** So many rows, evenly spread, show whether the list runs from top to bottom. */
const samples = 16;

/**
 * The rows within one window's height of what one sees, by halving, and the list's first. Where rows stand in another order than
 * one below the other (reversed, in columns, side by side), all of them. Measures: call it after a layout.
 */
export const rowsNear = (rows: readonly Element[]): readonly Element[] => {
  const { innerHeight } = window;
  const boxOf = (at: number): DOMRect | undefined => rows[at]?.getBoundingClientRect();
  let above = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rows.length; at += Math.ceil(rows.length / samples)) {
    const { top = 0, height = 0 } = boxOf(at) ?? {};
    // A row without a box (hidden by a style sheet, or shown by its cells alone) stands nowhere.
    if (height === 0) continue;
    if (top < above) return rows;
    above = top;
  }
  let [from, end] = [0, rows.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    // One without a box ends at 0: the halving goes up then, and more rows than needed are near.
    if ((boxOf(middle)?.bottom ?? 0) < -innerHeight) from = middle + 1;
    else end = middle;
  }
  while (end < rows.length && (boxOf(end)?.top ?? 0) < 2 * innerHeight) end++;
  const near = rows.slice(from, end);
  return from > 0 ? [...rows.slice(0, 1), ...near] : near;
};
