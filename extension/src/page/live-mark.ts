/** The mark's name among the content script's own globals, which no page sees; features/sites/site-grants.ts looks for it. */
const liveMark = 'congvuOverlay';

/**
 * Marks this document as having a live content script until `signal` ends it. After an update the browser gives the new version
 * globals of its own, so that an old script's mark is not there.
 */
export const keepLiveMark = (signal: AbortSignal): void => {
  Object.assign(globalThis, { [liveMark]: true });
  signal.addEventListener('abort', () => Reflect.deleteProperty(globalThis, liveMark));
};
