/**
 * Only in the leaky build, in place of the extension's `overlay-frame.ts`: the same strip, drawn by the same code, in a closed
 * shadow root of the page instead of a frame. It is what one would write who takes a closed shadow root for a wall.
 */
import { createCardView } from '../../../../extension/src/entrypoints/frame/card-view.ts';
import styles from '../../../../extension/src/entrypoints/frame/frame.css?inline';
import { vietnamese } from '../../../../extension/src/entrypoints/frame/frame-texts.ts';
import { createStateView } from '../../../../extension/src/entrypoints/frame/state-view.ts';
import { createStripView } from '../../../../extension/src/entrypoints/frame/strip-view.ts';
import type { BackgroundToFrame, FrameRow } from '../../../../extension/src/messaging/overlay-messages.ts';
import type { openOverlayFrame as openRealFrame } from '../../../../extension/src/page/overlay-frame.ts';
import { addOwnNode } from '../../../../extension/src/page/own-nodes.ts';

/** `:root`, `html` and `body` match nothing in a shadow tree. */
const shadowStyles = styles.replaceAll(/(:root|html|body)\b/g, ':host');

const hostStyles = { all: 'initial', position: 'absolute', 'z-index': '2147483000' };

export const openOverlayFrame: typeof openRealFrame = ({ box, epoch, link, signal }) => {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(hostStyles)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = shadowStyles;
  const strip = document.createElement('main');
  strip.id = 'strip';
  const card = document.createElement('div');
  card.className = 'card';
  card.hidden = true;
  for (const part of [strip, card]) part.style.font = '13px / 1.5 "Segoe UI", "Noto Sans", sans-serif';
  // Where the frame's card is: beside the strip.
  card.style.left = '-400px';
  card.style.width = '388px';
  root.append(style, strip, card);
  addOwnNode(host);
  box.append(host);

  const rows = new Map<number, FrameRow>();
  let today = '';
  const state = createStateView(strip, vietnamese);
  const view = createStripView(
    strip,
    (key) => rows.get(key) ?? null,
    () => today,
    vietnamese,
  );
  const port = chrome.runtime.connect({ name: 'overlay-frame' });
  const cards = createCardView(card, host, {
    request: (key, employeeId) => port.postMessage({ type: 'card', key, employeeId }),
    onShown: () => undefined,
    openInPanel: () => undefined,
    look: () => ({ today, demonstration: true, texts: vietnamese }),
  });
  port.onMessage.addListener((message: BackgroundToFrame) => {
    if (message.type === 'state') state.set(message.state, message.code);
    else if (message.type === 'card') cards.receive(message.key, message.card);
    else if (message.type === 'marks') {
      today = message.today;
      for (const row of message.changed) rows.set(row.key, row);
      view.redraw();
    }
  });
  void link.send('overlay.requestNonce', { epoch }).then((answer) => {
    if (answer.ok) port.postMessage({ type: 'present', nonce: answer.value.nonce, holder: null });
  });
  root.addEventListener('pointermove', (event) => {
    const mark = event.target instanceof Element ? event.target.closest('.mark') : null;
    const entry = mark && view.entryOf(mark);
    const row = entry && rows.get(entry.key);
    if (row) cards.rest(row, entry.top);
  });
  const remove = (): void => {
    port.disconnect();
    host.remove();
  };
  signal.addEventListener('abort', remove);

  const setSizes = (sizes: Readonly<Record<string, number>>): void => {
    for (const [name, value] of Object.entries(sizes)) host.style.setProperty(name, `${value}px`, 'important');
  };
  return {
    // The interface is a frame's; whoever holds it only compares nodes and asks whether it is in the page.
    element: host as unknown as HTMLIFrameElement,
    remove,
    setBand: () => undefined,
    move: (left, top) => setSizes({ left, top }),
    place({ left, top, width, headHeight, height, rows: places }, dark, compact) {
      setSizes({ left, top, width, height });
      strip.style.width = `${width}px`;
      state.setHead(headHeight);
      view.setLayout({ type: 'layout', sequence: 0, width, headHeight, compact, dark, rows: places });
    },
  };
};
