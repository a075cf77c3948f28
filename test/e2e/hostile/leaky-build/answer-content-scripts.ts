/**
 * Only in the leaky build, in place of the extension's `answer-frames.ts`: the background takes a content script's port for that
 * of one of our frames, so that records reach the page's own process. Everything else is the original.
 */
import { answerFrames as answerRealFrames } from '../../../../extension/src/features/page-marks/answer-frames.ts';

type Port = chrome.runtime.Port;

const asFrame = (port: Port): Port =>
  new Proxy(port, {
    get(target, key) {
      if (key === 'sender') return { ...target.sender, url: chrome.runtime.getURL('frame.html') };
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

export function answerFrames(): void {
  const { onConnect } = chrome.runtime;
  const listen = onConnect.addListener.bind(onConnect);
  onConnect.addListener = (hear) => listen((port) => hear(asFrame(port)));
  answerRealFrames();
  onConnect.addListener = listen;
}
