import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import { borrowStyle } from './borrowed-style.ts';
import { type OverlayFrame, openOverlayFrame } from './overlay-frame.ts';
import { isDarkGround } from './page-ground.ts';
import type { SessionContext } from './page-session.ts';
import { compactWidth, measurePlaces, stripWidth } from './place-frame.ts';

/** The strip of one list: the frame, its room in the page and the places of its rows. */
export type ListStrip = {
  /**
   * Loads the frame, unseen, and makes room for it: beginning before the rows are read saves its loading time, and before
   * the page lays its rows out saves laying them out twice.
   */
  load(): void;
  /** Shows it beside the rows. */
  show(): void;
  close(): void;
  /** Measures after the browser's own next layout, so that none is forced. */
  measureSoon(): void;
  /** False when the page threw the list's box away. */
  isInPlace(): boolean;
};

export const createListStrip = (
  context: SessionContext,
  page: ListPage,
  keyedRows: () => Iterable<readonly [RowKey, Element]>,
): ListStrip => {
  const { drawing } = page;
  const box = document.querySelector<HTMLElement>(drawing.box);
  const beside = document.querySelector<HTMLElement>(drawing.beside);
  let frame: OverlayFrame | null = null;
  let failed = false;
  let shown = false;
  let roomWidth = 0;
  let giveBack: (() => void)[] = [];

  const measure = (): void => {
    if (!frame || !shown || !box || !beside || context.signal.aborted) return;
    // A framework that draws its list anew may throw our node out with the rest.
    if (!frame.element.isConnected) {
      context.onStale();
      return;
    }
    const width = stripWidth(page, document.documentElement.clientWidth);
    // The window became narrow or wide: the observer calls again after the room has changed.
    if (width !== roomWidth) makeRoom(width);
    const places = measurePlaces(box, beside, width, hasRoom, keyedRows());
    frame.place(places, isDarkGround(beside), width === compactWidth);
  };
  const observer = new ResizeObserver(measure);
  const hasRoom = drawing.room !== undefined;

  const restore = (): void => {
    for (const back of giveBack) back();
    giveBack = [];
  };
  const makeRoom = (width: number): void => {
    restore();
    roomWidth = width;
    if (box && getComputedStyle(box).position === 'static') giveBack.push(borrowStyle(box, { position: 'relative' }));
    const room = drawing.room && document.querySelector<HTMLElement>(drawing.room.select);
    if (room && drawing.room) giveBack.push(borrowStyle(room, { [drawing.room.property]: `${width}px` }));
  };
  const close = (): void => {
    observer.disconnect();
    frame?.remove();
    frame = null;
    shown = false;
    restore();
  };
  context.signal.addEventListener('abort', close);

  return {
    close,
    load() {
      if (frame || failed || !box) return;
      frame = openOverlayFrame({
        box,
        epoch: context.epoch,
        link: context.link,
        signal: context.signal,
        onFailed() {
          failed = true;
          close();
          context.setNotice(true, beside);
        },
      });
      context.ours.add(frame.element);
      makeRoom(stripWidth(page, document.documentElement.clientWidth));
    },
    show() {
      this.load();
      if (!frame || shown || !box || !beside) return;
      shown = true;
      observer.observe(box);
      observer.observe(beside);
    },
    measureSoon() {
      if (!frame || !shown || !beside) return;
      // Observing anew calls back after the next layout even where no size changed.
      observer.unobserve(beside);
      observer.observe(beside);
    },
    isInPlace: () => box?.isConnected === true && beside?.isConnected === true,
  };
};
