import { browser } from 'wxt/browser';

/** How often a script asks whether its extension is still there, in ms. */
const interval = 1_000;

/** After an update nobody speaks to the old version's script: it finds out itself, and `onGone` takes all of ours out of the page. */
export const watchExtension = (onGone: () => void, signal: AbortSignal): void => {
  const timer = setInterval(() => {
    if (browser.runtime?.id === undefined) onGone();
  }, interval);
  signal.addEventListener('abort', () => clearInterval(timer));
};

/** Frames of an old version that its script could not take out any more. Looked for in the light tree alone: it is the common case. */
export const removeOldFrames = (): void => {
  for (const frame of document.querySelectorAll(`iframe[src^="${browser.runtime.getURL('/')}"]`)) frame.remove();
};
