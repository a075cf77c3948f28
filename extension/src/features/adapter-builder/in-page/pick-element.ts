import { elementUnder, scrollerOf } from './element-under.ts';
import { isStepKey, type StepKey, stepFrom } from './tree-steps.ts';

/** One pick that goes on in this document. */
export type Picking = {
  /** A key of the side panel, for those who cannot point: the same steps as in the page. */
  step(key: StepKey | 'Enter'): void;
  /** Takes the cover away; nothing is picked. */
  end(): void;
};

/** Everything a pointer or a key can say to a page. */
const caught = (
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave pointerdown pointerup pointermove ' +
  'pointerover pointerout pointerenter pointerleave pointercancel touchstart touchend touchmove touchcancel dragstart drop selectstart ' +
  'keydown keyup keypress beforeinput submit'
).split(' ');

const coverStyle =
  'all: initial; position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; overflow: hidden; background: transparent; cursor: crosshair; z-index: 2147483647; pointer-events: auto;';
const boxStyle =
  'all: initial; position: fixed; display: none; box-sizing: border-box; border: 2px solid #1d4f91; outline: 2px solid #ffffff; background: rgb(29 79 145 / 0.15); pointer-events: none;';

/**
 * Lets a person point at an element. A cover of ours lies over the window and takes every pointer event, so that the page's elements
 * hear of none, not even by listeners that were there before us; what still comes by (keys, a window that has no body) is stopped
 * in the capture phase of the window. The cover says nothing: no text, no class, no name.
 *
 * `onPicked` is called once, by a trusted click or Enter; `onEnded` by Escape. Both take the cover away first.
 */
export const pickElement = (hear: { onPicked: (element: Element) => void; onEnded: () => void }): Picking => {
  const stopped = new AbortController();
  const cover = document.createElement('div');
  const box = document.createElement('div');
  // By the object model: a page's policy may forbid style attributes.
  cover.style.cssText = coverStyle;
  box.style.cssText = boxStyle;
  cover.append(box);
  let shown: Element | null = null;

  const end = (): void => {
    stopped.abort();
    cover.remove();
  };
  const show = (element: Element | null): void => {
    shown = element === cover ? null : element;
    const rect = shown?.getBoundingClientRect();
    box.style.setProperty('display', rect ? 'block' : 'none');
    if (!rect) return;
    for (const [name, value] of [
      ['left', rect.left],
      ['top', rect.top],
      ['width', rect.width],
      ['height', rect.height],
    ] as const) {
      box.style.setProperty(name, `${value}px`);
    }
  };
  const under = (x: number, y: number): Element | null => {
    cover.style.setProperty('pointer-events', 'none');
    const found = elementUnder(x, y);
    // A frame inside this page has a cover of its own, if it is ours to read: it must get the pointer.
    const isFrame = found !== null && /^i?frame$/.test(found.localName);
    if (!isFrame) cover.style.setProperty('pointer-events', 'auto');
    return isFrame ? null : found;
  };
  const take = (element: Element | null): void => {
    if (element === null) return;
    end();
    hear.onPicked(element);
  };
  const step = (key: StepKey | 'Enter'): void => {
    if (key === 'Enter') {
      take(shown);
      return;
    }
    const next = shown?.isConnected ? stepFrom(shown, key) : (document.body?.firstElementChild ?? null);
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      end();
      hear.onEnded();
    } else if (event.key === 'Enter' || isStepKey(event.key)) step(event.key);
  };
  const keep = (event: Event): void => {
    // The browser's own shortcuts (Ctrl+F, F6 to the side panel) stay the person's.
    const isShortcut =
      event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key));
    event.stopImmediatePropagation();
    if (!isShortcut) event.preventDefault();
    if (!event.isTrusted || isShortcut) return;
    if (event.type === 'keydown') onKey(event as KeyboardEvent);
    else if (event.type === 'pointermove' || event.type === 'mousemove')
      show(under((event as MouseEvent).clientX, (event as MouseEvent).clientY));
    else if (event.type === 'click') take(under((event as MouseEvent).clientX, (event as MouseEvent).clientY));
  };
  const { signal } = stopped;
  for (const type of caught) window.addEventListener(type, keep, { capture: true, passive: false, signal });
  window.addEventListener(
    'wheel',
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      const line = event.deltaMode === 1 ? 40 : 1;
      scrollerOf(under(event.clientX, event.clientY))?.scrollBy(event.deltaX * line, event.deltaY * line);
    },
    { capture: true, passive: false, signal },
  );
  window.addEventListener('scroll', () => show(shown), { capture: true, passive: true, signal });
  // A frameset has no body and shows nothing of its own. Above an open dialog only what lies in it can be pointed at.
  if (document.body?.localName === 'body')
    ([...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement).append(cover);
  return { step, end };
};
