import { rowKeyShape } from '@congvu/schema/page-reading';
import { type Browser, browser } from 'wxt/browser';
import { z } from 'zod';
import { askServer } from '../../graphql/ask-server.ts';
import { framePortName } from '../../messaging/overlay-messages.ts';
import { sendToPage } from '../../messaging/send-to-page.ts';
import { kindOfSender } from '../../messaging/sender.ts';
import { selectDocument } from '../open-document/select-document.ts';
import { openPanel } from '../side-panel/open-panel.ts';
import { forgetLostPages } from './forget-tab.ts';
import { addPort, bind, type FramePort, post, postState, sentMark } from './frame-ports.ts';
import { type PageAddress, redeemNonce } from './nonce-store.ts';
import { PersonCardDocument } from './page-marks.operations.ts';
import { findPage } from './page-state.ts';
import { showMarks } from './show-marks.ts';
import { toFrameCard } from './to-frame-card.ts';

const frameMessageShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('present'), nonce: z.string().max(100), holder: z.string().max(300).nullable() }),
  z.strictObject({ type: z.literal('card'), key: rowKeyShape, employeeId: z.string().max(200) }),
  z.strictObject({
    type: z.literal('openInPanel'),
    key: rowKeyShape.nullable(),
    employeeId: z.string().max(200).nullable(),
  }),
]);

const triesPerPort = 8;
/** Milliseconds. */
const rowsArriveWithin = 2_000;

/** The background's end of the frames' ports (messaging/overlay-messages.ts). */
export function answerFrames(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== framePortName) return;
    const tabId = port.sender?.tab?.id;
    if (port.sender === undefined || kindOfSender(port.sender) !== 'FRAME' || tabId === undefined) {
      port.disconnect();
      return;
    }
    // A frame goes with its document, of which nothing else may tell: a page that takes a frame of its own away.
    const entry = addPort(port, tabId, ({ address }) => address !== null && void forgetLostPages(tabId));
    port.onMessage.addListener((message: unknown) => answerFrame(entry, message, port));
  });
}

function answerFrame(entry: FramePort, message: unknown, port: Browser.runtime.Port): void {
  const parsed = frameMessageShape.safeParse(message);
  if (!parsed.success) return;
  switch (parsed.data.type) {
    case 'present':
      if (++entry.tries > triesPerPort && entry.address === null) port.disconnect();
      else void present(entry, parsed.data.nonce, parsed.data.holder);
      return;
    case 'card':
      void sendCard(entry, parsed.data.key, parsed.data.employeeId);
      return;
    case 'openInPanel':
      openInPanel(entry, parsed.data.key, parsed.data.employeeId);
      return;
    default:
      parsed.data satisfies never;
  }
}

async function present(entry: FramePort, nonce: string, holder: string | null): Promise<void> {
  const address = await redeemNonce(nonce, { tabId: entry.tabId, holder });
  if (address === null) {
    bind(entry, null);
    post(entry, { type: 'refused' });
    return;
  }
  entry.tries = 0;
  bind(entry, address);
  postState(entry, 'LOADING', null);
  if (await isKnown(address)) {
    await showMarks(address.tabId, address.documentId);
    return;
  }
  // Mostly the rows are on their way, and their message will serve this frame. Where the worker lost them (a restored
  // tab after a browser restart) the content script is asked to tell them again.
  await new Promise((resolve) => setTimeout(resolve, rowsArriveWithin));
  if (entry.address === address && !(await isKnown(address))) await sendToPage(address, 'page.readAgain', {});
}

async function isKnown(address: PageAddress): Promise<boolean> {
  return (await findPage(address.tabId, address.documentId)) !== null;
}

async function sendCard(entry: FramePort, key: number, employeeId: string): Promise<void> {
  const mark = sentMark(entry, key, employeeId);
  const { address } = entry;
  if (mark === null || address === null) return;
  const answer = await askServer(PersonCardDocument, { id: employeeId }, 'extension/overlay');
  if (entry.address !== address) return;
  const card = answer.ok ? toFrameCard(mark, answer.value) : null;
  const { epoch } = address;
  if (card !== null) post(entry, { type: 'card', epoch, key, card });
  else post(entry, { type: 'cardFailed', epoch, key, code: answer.ok ? 'NOT_FOUND' : answer.error.code });
}

function openInPanel(entry: FramePort, key: number | null, employeeId: string | null): void {
  const { address } = entry;
  if (address === null) return;
  // At once, before anything is awaited: the browser opens the panel only within the person's own click.
  void openPanel(entry.tabId).catch(() => undefined);
  const isSent = key !== null && (employeeId === null || sentMark(entry, key, employeeId) !== null);
  if (isSent) void selectDocument(address, key, employeeId);
}
