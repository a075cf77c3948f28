import type { Band } from './place-frame.ts';

/** Key, top, height of each row. */
type Rows = Int32Array<ArrayBuffer>;

/** From the top of the strip, in px. */
export type Hole = { readonly top: number; readonly bottom: number };

/**
 * Which places the frame may still show a mark at that belongs there no more. The frame is another process: between the page's change
 * and the frame's new drawing lie several painted pictures. So what is out of date is cut out of the frame in the page's own task,
 * before the page paints its change, until the frame says that it has drawn the newer places.
 */
export type ShownLayouts = {
  /** A layout is posted; answers its number. */
  add(rows: Rows): number;
  /** The frame has drawn this one: older ones are no longer on the screen. */
  drawn(sequence: number): void;
  /** What must not be seen now. Adjoining rows are one hole. */
  holes(): readonly Hole[];
  /** The frame was loaded anew: it shows nothing of before. */
  reset(): void;
};

export const createShownLayouts = (): ShownLayouts => {
  let sequence = 0;
  let layouts: readonly { readonly sequence: number; readonly rows: Rows }[] = [];
  return {
    add(rows) {
      layouts = [...layouts, { sequence: ++sequence, rows }];
      return sequence;
    },
    drawn(number) {
      layouts = layouts.filter((layout) => layout.sequence >= number);
    },
    reset() {
      layouts = [];
    },
    holes() {
      const latest = layouts.at(-1);
      if (!latest || layouts.length === 1) return [];
      const keyAt = new Map<number, number>();
      eachRow(latest.rows, (key, top) => keyAt.set(top, key));
      const stale: Hole[] = [];
      for (const { rows } of layouts.slice(0, -1)) {
        eachRow(rows, (key, top, height) => {
          if (keyAt.get(top) !== key) stale.push({ top, bottom: top + height });
        });
      }
      return joined(stale);
    },
  };
};

const eachRow = (rows: Rows, act: (key: number, top: number, height: number) => void): void => {
  for (let at = 0; at + 2 < rows.length; at += 3) act(rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0);
};

const joined = (holes: Hole[]): readonly Hole[] => {
  const found: Hole[] = [];
  for (const hole of holes.sort((left, right) => left.top - right.top)) {
    const last = found.at(-1);
    if (last && hole.top <= last.bottom + 1) {
      found[found.length - 1] = { top: last.top, bottom: Math.max(last.bottom, hole.bottom) };
    } else found.push(hole);
  }
  return found;
};

/**
 * The frame's `clip-path`. `extra` is how much wider than the strip the frame is on its left, for an open card: holes and band are the
 * strip's alone, and a card is cut only above and below what one sees of the list.
 */
export const clipPath = (
  size: { readonly width: number; readonly height: number },
  extra: number,
  band: Band | null,
  holes: readonly Hole[],
): string => {
  if (holes.length === 0 && !band) return 'none';
  const top = Math.max(0, band?.top ?? 0);
  const bottom = Math.max(top, Math.min(size.height, band?.bottom ?? size.height));
  if (holes.length === 0) return `inset(${top}px 0px ${size.height - bottom}px 0px)`;
  const right = size.width;
  // By even and odd, a hole outside of what is shown would be shown itself.
  const within = holes.map((hole) => ({ top: Math.max(top, hole.top), bottom: Math.min(bottom, hole.bottom) }));
  const cut = within
    .filter((hole) => hole.bottom > hole.top)
    .map((hole) => `M${extra} ${hole.top}H${right}V${hole.bottom}H${extra}Z`)
    .join('');
  return `path(evenodd,"M0 ${top}H${right}V${bottom}H0Z${cut}")`;
};
