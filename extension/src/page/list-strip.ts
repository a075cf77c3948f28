import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import { borrowStyle } from './borrowed-style.ts';
import { queryDeep } from './deep-query.ts';
import { findScrollers, type Scrollers } from './list-scrollers.ts';
import { type OverlayFrame, openOverlayFrame } from './overlay-frame.ts';
import { isDarkGround } from './page-ground.ts';
import type { SessionContext } from './page-session.ts';
import { anchorStrip, compactWidth, measurePlaces, stripWidth } from './place-frame.ts';

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
  /** Measures after the browser's own next layout, so that none is forced, and before that layout is painted. */
  measureSoon(): void;
  /** False when the page threw the list's box away. */
  isInPlace(): boolean;
};

export const createListStrip = (
  context: SessionContext,
  page: ListPage,
  /** Of a long list those near what one sees. */
  keyedRows: () => Iterable<readonly [RowKey, Element]>,
  onScroll: () => void,
): ListStrip => {
  const { drawing } = page;
  const find = (selector: string): HTMLElement | null => queryDeep(document, selector) as HTMLElement | null;
  const box = find(drawing.box);
  const beside = find(drawing.beside);
  const hasRoom = drawing.room !== undefined;
  let frame: OverlayFrame | null = null;
  let failed = false;
  let shown = false;
  let roomWidth = 0;
  let giveBack: (() => void)[] = [];
  let scrollers: Scrollers | null = null;
  let parentOfRows: Node | null = null;
  let headHeight = 0;

  const lookForScrollers = (row: Element | null): Scrollers => {
    if (scrollers && row?.parentNode === parentOfRows) return scrollers;
    parentOfRows = row?.parentNode ?? null;
    const heading = page.headings === undefined ? null : find(page.headings);
    scrollers = findScrollers(box ?? document.documentElement, row, heading);
    return scrollers;
  };
  const fittingWidth = (): number =>
    stripWidth(page, document.documentElement.clientWidth, hasRoom ? 0 : (beside?.clientWidth ?? 0));
  const measure = (): void => {
    if (!frame || !shown || !box || !beside || context.signal.aborted) return;
    // A framework that draws its list anew may throw our node out with the rest.
    if (!frame.element.isConnected) {
      context.onStale();
      return;
    }
    const width = fittingWidth();
    // The window became narrow or wide: the observer calls again after the room has changed.
    if (width !== roomWidth) makeRoom(width);
    // Asked for here, after a layout: while the parser writes, it made the browser work out the style of every row at once.
    if (getComputedStyle(box).position === 'static') giveBack.push(borrowStyle(box, { position: 'relative' }));
    const rows = [...keyedRows()];
    const anchor = anchorStrip(box, beside, width, hasRoom, lookForScrollers(rows[0]?.[1] ?? null));
    const places = measurePlaces(anchor, beside, width, rows);
    ({ headHeight } = places);
    frame.place(places, scrollers?.band(anchor, headHeight) ?? null, isDarkGround(beside), width === compactWidth);
  };
  /** Something scrolled. The frame goes with it by itself, but for boxes inside its own and a head that sticks. */
  const follow = (): void => {
    onScroll();
    // Over the rows, a strip stays at the edge of what one sees of them.
    if (!frame || !shown || !box || !beside || !scrollers || (hasRoom && !scrollers.matter)) return;
    const anchor = anchorStrip(box, beside, roomWidth, hasRoom, scrollers);
    frame.move(anchor.left, anchor.top, scrollers.band(anchor, headHeight));
  };
  const observer = new ResizeObserver(measure);

  const restore = (): void => {
    for (const back of giveBack) back();
    giveBack = [];
  };
  const makeRoom = (width: number): void => {
    restore();
    roomWidth = width;
    const room = drawing.room && find(drawing.room.select);
    if (room && drawing.room && width > 0) {
      giveBack.push(borrowStyle(room, { [drawing.room.property]: `${width}px` }));
    }
    context.setNotice(width === 0, beside, 'NARROW');
  };
  let scrolling = new AbortController();
  const close = (): void => {
    observer.disconnect();
    scrolling.abort();
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
        // An element that shows its shadow root shows no other child.
        box: box.shadowRoot ?? box,
        beside,
        epoch: context.epoch,
        link: context.link,
        signal: context.signal,
        onFailed() {
          failed = true;
          close();
          context.setNotice(true, beside);
        },
      });
      context.addOurs(frame.element);
      // Most windows have room for the whole width; asking for theirs now would make the browser lay out what is still written.
      makeRoom(drawing.width);
    },
    show() {
      this.load();
      if (!frame || shown || !box || !beside) return;
      shown = true;
      observer.observe(box);
      observer.observe(beside);
      // A scroll event does not leave its shadow root.
      scrolling = new AbortController();
      const root = beside.getRootNode();
      const options = { capture: true, passive: true, signal: scrolling.signal };
      for (const target of new Set([document, root])) target.addEventListener('scroll', follow, options);
      // What moves by itself, without a change of the tree.
      for (const type of ['transitionend', 'animationend']) root.addEventListener(type, this.measureSoon, options);
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
