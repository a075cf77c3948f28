/**
 * Marks this document as having a live content script until `signal` ends it; features/sites/site-grants.ts looks for the mark. It is
 * among the content script's own globals, which no page sees. After an update the browser gives the new version globals of its own, so
 * that an old script's mark is not there.
 */
export const keepLiveMark = (signal: AbortSignal): void => {
  Object.assign(globalThis, { congvuOverlay: signal });
};
