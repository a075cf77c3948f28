import type { PageToFrame } from '../../messaging/frame-channel.ts';
import type { FrameRow } from '../../messaging/overlay-messages.ts';
import { createElement } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';
import { fillRowMark } from './row-mark.ts';
import { askVisibleBand } from './visible-band.ts';

type Layout = Extract<PageToFrame, { type: 'layout' }>;
type Entry = { readonly id: string; readonly key: number; readonly top: number; readonly height: number };

/** A lower row, in px, has room for one line of text. */
const twoLines = 42;

/** What one is about to see, in px above and below what one sees: drawn at once. */
const nearBand = 1_000;

/** One slice of drawing what is far, and the rest between two, in ms. The frame may share its process with the page. */
const sliceBudget = 6;
const sliceRest = 30;

export type StripView = {
  setLayout(layout: Layout): void;
  /** Draws the rows anew whose keys are given; without keys all. */
  redraw(keys?: Iterable<number>): void;
  entryOf(button: Element): { readonly key: number; readonly top: number } | null;
  buttonOf(key: number): HTMLElement | null;
  /** Says of each mark whether its card is open. */
  setOpen(key: number | null): void;
  /** Moves the one tab stop by `steps` marks and focuses it. */
  moveFocus(from: Element, steps: number): void;
};

const readEntries = (rows: Int32Array): Entry[] => {
  const seen = new Map<number, number>();
  const entries: Entry[] = [];
  for (let at = 0; at + 2 < rows.length; at += 3) {
    const [key = 0, top = 0, height = 0] = rows.subarray(at, at + 3);
    const copy = seen.get(key) ?? 0;
    seen.set(key, copy + 1);
    // Another document stands beside this one: whose a mark would be is not certain.
    if (height === 0) continue;
    // One document may stand in two rows: the same mark twice.
    entries.push({ id: `${key}:${copy}`, key, top, height });
  }
  return entries.sort((left, right) => left.top - right.top);
};

/** The marks beside the rows. A mark is drawn only for a key that the latest layout places and the background has filled. */
export const createStripView = (
  root: HTMLElement,
  rowOf: (key: number) => FrameRow | null,
  today: () => string,
  texts: FrameTexts,
): StripView => {
  const buttons = new Map<string, HTMLButtonElement>();
  const entries = new Map<Element, Entry>();
  const filled = new WeakMap<Element, FrameRow>();
  let layout: readonly Entry[] = [];
  let drawing = 0;
  let opened: HTMLElement | null = null;
  const buttonOf = (key: number): HTMLElement | null => buttons.get(`${key}:0`) ?? null;

  const placeButton = (button: HTMLButtonElement, entry: Entry): void => {
    const before = entries.get(button);
    if (before?.top !== entry.top || before.height !== entry.height) {
      button.style.top = `${entry.top}px`;
      button.style.height = `${entry.height}px`;
      button.classList.toggle('low', entry.height < twoLines);
    }
    entries.set(button, entry);
  };
  const drawEntry = (entry: Entry): void => {
    const row = rowOf(entry.key);
    let button = buttons.get(entry.id);
    if (!row) {
      button?.remove();
      buttons.delete(entry.id);
      return;
    }
    if (!button) {
      button = createElement('button', 'mark');
      button.type = 'button';
      button.setAttribute('aria-haspopup', 'dialog');
      button.setAttribute('aria-expanded', 'false');
      button.setAttribute('aria-controls', 'card');
      button.tabIndex = buttons.size === 0 ? 0 : -1;
      buttons.set(entry.id, button);
      root.append(button);
    }
    placeButton(button, entry);
    if (filled.get(button) === row) return;
    filled.set(button, row);
    fillRowMark(button, row, today(), texts);
  };

  const drawAll = (): void => {
    const mine = ++drawing;
    const wanted = new Map(layout.map((entry) => [entry.id, entry]));
    // Nothing stays where it was, whatever is drawn when: the page is told that this layout is on the screen.
    for (const [id, button] of buttons) {
      const entry = wanted.get(id);
      if (entry) {
        placeButton(button, entry);
        continue;
      }
      button.remove();
      entries.delete(button);
      buttons.delete(id);
    }
    const drawRest = (rest: readonly Entry[], from: number): void => {
      if (mine !== drawing) return;
      const end = performance.now() + sliceBudget;
      let next = from;
      for (let entry = rest[next]; entry && performance.now() < end; entry = rest[++next]) drawEntry(entry);
      if (next < rest.length) setTimeout(drawRest, sliceRest, rest, next);
    };
    if (layout.length < 100) {
      for (const entry of layout) drawEntry(entry);
      return;
    }
    askVisibleBand(root, ({ top, bottom }) => {
      if (mine !== drawing) return;
      const isNear = (entry: Entry): boolean => entry.top > top - nearBand && entry.top < bottom + nearBand;
      for (const entry of layout) if (isNear(entry)) drawEntry(entry);
      const rest = layout.filter((entry) => !isNear(entry));
      setTimeout(drawRest, sliceRest, rest, 0);
    });
  };

  return {
    setLayout(next) {
      layout = readEntries(next.rows);
      drawAll();
    },
    redraw(keys) {
      if (keys === undefined) return drawAll();
      const wanted = new Set(keys);
      if (wanted.size > 50) return drawAll();
      for (const entry of layout) if (wanted.has(entry.key)) drawEntry(entry);
    },
    entryOf: (button) => entries.get(button) ?? null,
    buttonOf,
    setOpen(key) {
      opened?.setAttribute('aria-expanded', 'false');
      opened = key === null ? null : buttonOf(key);
      opened?.setAttribute('aria-expanded', 'true');
    },
    moveFocus(from, steps) {
      const index = layout.findIndex((entry) => buttons.get(entry.id) === from);
      const target = layout[Math.min(layout.length - 1, Math.max(0, index + steps))];
      // From an end of the list one looks back into it.
      const step = Number.isFinite(steps) ? Math.sign(steps) : -Math.sign(steps);
      // Rows without a mark are stepped over.
      for (let at = target ? layout.indexOf(target) : -1; at >= 0 && at < layout.length; at += step) {
        const entry = layout[at];
        const button = entry && buttons.get(entry.id);
        if (!button) continue;
        if (from instanceof HTMLElement) from.tabIndex = -1;
        button.tabIndex = 0;
        button.focus();
        return;
      }
    },
  };
};
