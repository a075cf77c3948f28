import { browser } from 'wxt/browser';
import type { FrameHandshake, FrameToPage, PageToFrame } from '../messaging/frame-channel.ts';
import type { BackgroundLink } from './background-link.ts';
import { styleOwn } from './borrowed-style.ts';
import { addOwnNode } from './own-nodes.ts';
import type { Band, Places } from './place-frame.ts';
import { clipPath, createShownLayouts } from './shown-layouts.ts';

/**
 * Nothing counts as shown without the frame's own word over the port. A page that is busy may keep it waiting longer than that: what came
 * meanwhile is heard before it is given up.
 */
const acknowledgementTimeout = 3_000;
const hearing = 500;

/** A frame that a page's policy keeps from loading tells nobody: without its load event in this time it is given up. */
const loadTimeout = 15_000;

/** A page that reloads or re-points the frame again and again gets it no more. */
const mostHandshakes = 5;

/** By how much the frame grows while the pointer or the focus is in it: the card's width, the same for every row. */
const cardWidth = 400;

/** Above the rows and below what a page lays over them: menus, dialogs, heads that stick. With a card open, above all. */
const restingLayer = '1';
const openLayer = '2147483000';

export type OverlayFrame = {
  readonly element: HTMLIFrameElement;
  /** `band`: the part of the strip that may be seen. */
  place(places: Places, band: Band | null, dark: boolean, compact: boolean): void;
  /** The rows scrolled within their box: the strip goes with them. */
  move(left: number, top: number, band: Band | null): void;
  remove(): void;
};

/** A frame whose scheme differs from its document's is painted opaque, hence `color-scheme`. */
const frameStyles = `all:initial;position:absolute;z-index:${restingLayer};color-scheme:light;visibility:hidden;width:0;height:0;`;

/**
 * Puts one frame of the extension's origin into `box`. It gets a one-use nonce and a port by a message whose target is that origin,
 * so that a page which re-points the frame receives neither. `onFailed` is called when the frame stays silent or is taken away.
 */
export const openOverlayFrame = (options: {
  readonly box: Element | ShadowRoot;
  /** Of the box: what the frame stands beside. */
  readonly beside: Element | null;
  readonly epoch: number;
  readonly link: BackgroundLink;
  readonly onFailed: () => void;
  readonly signal: AbortSignal;
}): OverlayFrame => {
  const { box, beside, epoch, link, onFailed, signal } = options;
  const address = browser.runtime.getURL('/frame.html');
  const element = document.createElement('iframe');
  const removed = new AbortController();
  const firstNonce = link.send('overlay.requestNonce', { epoch });
  let port: MessagePort | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handshakes = 0;
  let places: Places | null = null;
  let band: Band | null = null;
  const layouts = createShownLayouts();
  let expanded = false;
  let outside = new AbortController();
  let latest: Omit<Extract<PageToFrame, { type: 'layout' }>, 'sequence'> | null = null;
  let isReady = false;

  const remove = (): void => {
    removed.abort();
    outside.abort();
    clearTimeout(timer);
    port?.close();
    element.remove();
  };
  const fail = (): void => {
    if (removed.signal.aborted) return;
    remove();
    onFailed();
  };
  const applySize = (): void => {
    if (!places) return;
    const extra = expanded ? Math.min(cardWidth, Math.max(0, places.left)) : 0;
    const size = { width: places.width + extra, height: places.height };
    const sizes = { left: places.left - extra, top: places.top, ...size };
    for (const [name, value] of Object.entries(sizes)) setStyle(name, `${value}px`);
    setStyle('clip-path', clipPath(size, extra, band, layouts.holes()));
    setStyle('z-index', expanded ? openLayer : restingLayer);
  };
  const set = new Map<string, string>();
  // Each setting is a mutation of the page's tree, and some pages listen for those.
  const setStyle = (name: string, value: string): void => {
    if (set.get(name) === value) return;
    set.set(name, value);
    element.style.setProperty(name, value, 'important');
  };
  const post = (message: PageToFrame): void => port?.postMessage(message);
  const postLayout = (): void => {
    if (!isReady || !latest) return;
    post({ ...latest, sequence: layouts.add(latest.rows as Int32Array<ArrayBuffer>) });
  };
  // While the pointer is in the frame, the page's document hears nothing of it.
  const tellLeft = (): void => post({ type: 'left' });

  const hear = async (message: FrameToPage): Promise<void> => {
    const { type } = message;
    if (type === 'ready') {
      clearTimeout(timer);
      isReady = true;
      setStyle('visibility', 'visible');
      postLayout();
    } else if (type === 'drawn') {
      layouts.drawn(message.sequence);
      applySize();
    } else if (type === 'renew') {
      const answer = await link.send('overlay.requestNonce', { epoch });
      if (answer.ok) post({ type: 'nonce', nonce: answer.value.nonce });
    } else {
      expanded = type === 'expand';
      applySize();
      outside.abort();
      outside = new AbortController();
      if (expanded) addEventListener('pointermove', tellLeft, { signal: outside.signal, passive: true });
    }
  };

  const shakeHands = async (): Promise<void> => {
    if (++handshakes > mostHandshakes) {
      fail();
      return;
    }
    clearTimeout(timer);
    const answer = await (handshakes === 1 ? firstNonce : link.send('overlay.requestNonce', { epoch }));
    if (removed.signal.aborted) return;
    if (!answer.ok) {
      fail();
      return;
    }
    // From here on: a background that is being replaced may take as long for the nonce, and that is no fault of the frame.
    clearTimeout(timer);
    timer = setTimeout(() => (timer = setTimeout(fail, hearing)), acknowledgementTimeout);
    port?.close();
    isReady = false;
    layouts.reset();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event: MessageEvent<FrameToPage>) => void hear(event.data);
    const handshake: FrameHandshake = { protocol: 'congvu-overlay', epoch, nonce: answer.value.nonce };
    element.contentWindow?.postMessage(handshake, new URL(address).origin, [channel.port2]);
  };

  element.title = 'Công vụ';
  addOwnNode(element);
  styleOwn(element, frameStyles);
  element.addEventListener('load', () => void shakeHands(), { signal: removed.signal });
  signal.addEventListener('abort', remove, { signal: removed.signal });
  let isPrinting = false;
  const applyDisplay = (): void => setStyle('display', isPrinting || places?.width === 0 ? 'none' : 'block');
  for (const type of ['beforeprint', 'afterprint']) {
    const set = (): void => {
      isPrinting = type === 'beforeprint';
      applyDisplay();
    };
    addEventListener(type, set, { signal: removed.signal });
  }
  timer = setTimeout(fail, loadTimeout);
  element.src = address;
  // In one place, whether the page is still being parsed or not: behind the child that holds the list.
  box.insertBefore(element, [...box.children].find((child) => child.contains(beside))?.nextSibling ?? null);

  return {
    element,
    remove,
    move(left, top, next) {
      band = next;
      if (places) places = { ...places, left, top };
      applySize();
    },
    place(next, nextBand, dark, compact) {
      places = next;
      band = nextBand;
      applyDisplay();
      const { width, headHeight, rows } = next;
      const isNew =
        latest?.width !== width ||
        latest.headHeight !== headHeight ||
        latest.compact !== compact ||
        latest.dark !== dark ||
        !isSame(latest.rows, rows);
      if (isNew) {
        latest = { type: 'layout', width, headHeight, compact, dark, rows };
        postLayout();
      }
      // After the posting: what the frame does not know yet is cut out.
      applySize();
    },
  };
};

const isSame = (left: Int32Array, right: Int32Array): boolean =>
  left.length === right.length && left.every((value, at) => value === right[at]);
