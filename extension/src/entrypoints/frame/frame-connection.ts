import { browser } from 'wxt/browser';
import type { FrameHandshake, FrameToPage, PageToFrame } from '../../messaging/frame-channel.ts';
import { type BackgroundToFrame, type FrameToBackground, framePortName } from '../../messaging/overlay-messages.ts';

/** What the accepted content script and the background tell the frame. */
export type FrameListener = {
  layout(layout: Extract<PageToFrame, { type: 'layout' }>): void;
  pointerLeft(): void;
  background(message: Exclude<BackgroundToFrame, { type: 'refused' }>): void;
};

export type FrameConnection = {
  toPage(message: FrameToPage): void;
  toBackground(message: FrameToBackground): void;
};

/** The page can post handshakes too; it has no nonce, so its tries only cost these. */
const mostTries = 16;

/** The worker sleeps after half a minute; a visible frame waits this long, in ms, before it wakes it for changes. */
const reconnectDelay = 2_000;

/** How often, and after how many ms, a nonce is presented again whose worker was ended: within the nonce's 10 s. */
const mostPresentations = 8;
const presentDelay = 250;

const isHandshake = (data: unknown): data is FrameHandshake =>
  typeof data === 'object' &&
  data !== null &&
  'protocol' in data &&
  data.protocol === 'congvu-overlay' &&
  'nonce' in data &&
  typeof data.nonce === 'string';

/** The browser's word on the document this frame stands in: a page that carries the frame elsewhere does not carry its marks along. */
const holderOrigin = (): string | null => location.ancestorOrigins?.[0] ?? null;

const whenVisible = (task: () => void): void => {
  if (document.visibilityState === 'visible') setTimeout(task, reconnectDelay);
  else document.addEventListener('visibilitychange', () => whenVisible(task), { once: true });
};

/**
 * Waits for a handshake whose nonce the background accepts; the first accepted one is the frame's for life. A content script's
 * message and the page's own look alike from here (same origin), so the background's word alone decides. The frame itself
 * never posts to its parent. It listens at once, since the content script hands the port over as soon as the frame has loaded;
 * nobody is answered before `begin` gives the listener.
 */
export const connectFrame = (begin: Promise<FrameListener>): FrameConnection => {
  let accepted: MessagePort | null = null;
  let background: ReturnType<typeof browser.runtime.connect> | null = null;
  /** What the person asked for while the worker was away; it knows no row before its marks have come again. */
  let asked: FrameToBackground | null = null;
  let tries = 0;

  const present = (nonce: string, page: MessagePort, listener: FrameListener, again: number): void => {
    const port = browser.runtime.connect({ name: framePortName });
    let welcome = false;
    port.onMessage.addListener((message: BackgroundToFrame) => {
      if (message.type === 'refused') {
        port.disconnect();
        if (accepted !== page) page.close();
        else if (!welcome) whenVisible(renew);
        return;
      }
      if (!welcome && accepted !== null && accepted !== page) return port.disconnect();
      if (!welcome) {
        welcome = true;
        background = port;
        if (accepted === null) accept(page, listener);
      }
      listener.background(message);
      if (message.type !== 'marks' || asked === null || background !== port) return;
      port.postMessage(asked);
      asked = null;
    });
    port.onDisconnect.addListener(() => {
      if (background === port) background = null;
      if (accepted === page) whenVisible(renew);
      // The worker was ended before it answered: the next one knows the nonce too.
      else if (accepted === null && again > 0) setTimeout(present, presentDelay, nonce, page, listener, again - 1);
    });
    port.postMessage({ type: 'present', nonce, holder: holderOrigin() } satisfies FrameToBackground);
  };
  const renew = (): void => {
    if (background === null) accepted?.postMessage({ type: 'renew' } satisfies FrameToPage);
  };
  const accept = (page: MessagePort, listener: FrameListener): void => {
    accepted = page;
    page.onmessage = (event: MessageEvent<PageToFrame>) => {
      if (event.data.type === 'layout') listener.layout(event.data);
      else if (event.data.type === 'left') listener.pointerLeft();
      else if (background === null) present(event.data.nonce, page, listener, 0);
    };
    page.postMessage({ type: 'ready' } satisfies FrameToPage);
  };
  addEventListener('message', (event) => {
    const [page] = event.ports;
    if (accepted || !page || !isHandshake(event.data) || ++tries > mostTries) return;
    const { nonce } = event.data;
    void begin.then((listener) => present(nonce, page, listener, mostPresentations));
  });

  return {
    toPage: (message) => accepted?.postMessage(message),
    toBackground(message) {
      if (background !== null) return background.postMessage(message);
      asked = message;
      renew();
    },
  };
};
