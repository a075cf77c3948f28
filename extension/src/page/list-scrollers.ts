import { parentAcross } from './deep-query.ts';
import type { Anchor, Band } from './place-frame.ts';

/** The boxes a list scrolls in, and the head that sticks while it does. */
export type Scrollers = {
  /** Whether anything of the strip changes while the page scrolls. */
  readonly matter: boolean;
  /** Of the boxes between the rows and the strip's own: how far they are scrolled, and how much of the rows they hide. */
  inner(): { readonly scrolled: number; readonly hidden: number };
  /** The part of the strip beside which rows can be seen, or null where that is all of it. */
  band(anchor: Anchor, headHeight: number): Band | null;
};

const noScrollers: Scrollers = {
  matter: false,
  inner: () => ({ scrolled: 0, hidden: 0 }),
  band: () => null,
};

const scrolls = (element: Element): boolean => /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);

const sticks = (element: Element): boolean => /sticky|fixed/.test(getComputedStyle(element).position);

/** What one sees `element` in: the slot it is shown in, its parent, or the host of its shadow root. */
const around = (element: Element): Element | null => element.assignedSlot ?? parentAcross(element);

const ancestorsOf = (element: Element | null): Element[] => {
  const found: Element[] = [];
  for (let at = element; at; at = around(at)) found.push(at);
  return found;
};

/** Looks at the page's styles once: call it again when the list's own nodes are others. `heading` is any cell of the list's head. */
export const findScrollers = (box: Element, row: Element | null, heading: Element | null): Scrollers => {
  if (!row) return noScrollers;
  const outward = ancestorsOf(around(row));
  const boxAt = outward.indexOf(box);
  // A table's head sticks by its cells, its row or the whole of it.
  const head = ancestorsOf(heading)
    .slice(0, 4)
    .find((element) => !outward.includes(element) && sticks(element));
  const all = outward.filter((element) => element !== document.scrollingElement && scrolls(element));
  const inner = boxAt < 0 ? [] : all.filter((element) => outward.indexOf(element) < boxAt);
  if (inner.length === 0 && !head) return noScrollers;
  return {
    matter: true,
    inner() {
      let [scrolled, hidden] = [0, 0];
      for (const element of inner) {
        scrolled += element.scrollTop;
        hidden += Math.max(0, element.scrollHeight - element.clientHeight);
      }
      return { scrolled, hidden };
    },
    band({ besideTop, scrolled, scale, height }, headHeight) {
      // Of the window: where the strip's first pixel is now.
      const windowTop = besideTop - scrolled * scale;
      let [top, bottom] = [0, height];
      for (const element of inner) {
        const from = (element.getBoundingClientRect().top - windowTop) / scale + element.clientTop;
        top = Math.max(top, from);
        bottom = Math.min(bottom, from + element.clientHeight);
      }
      const headEnd = head ? (head.getBoundingClientRect().bottom - windowTop) / scale : 0;
      // At rest the head stands above the first row, beside the strip's own; once it sticks, marks go under it.
      if (headEnd > headHeight + 1) top = Math.max(top, headEnd);
      return top <= 0 && bottom >= height ? null : { top: Math.floor(top), bottom: Math.ceil(bottom) };
    },
  };
};
