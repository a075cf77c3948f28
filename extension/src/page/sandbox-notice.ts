/** So many rows make a page that looks like a list, in whatever tags. */
const fewRows = 3;

/**
 * A sandboxed page has no origin: nothing in it is the site's own, and a frame of ours in it would be nobody's. It is not read. Where an
 * adapter knows its address, or it shows a table, `show` is called, for the notice that the search by hand is left.
 */
export const noticeSandbox = (isKnown: boolean, show: () => void, signal: AbortSignal): void => {
  const look = (): void => {
    if (isKnown || document.querySelectorAll('tbody > tr, [role="row"]').length >= fewRows) show();
  };
  if (document.readyState === 'complete') look();
  else addEventListener('load', look, { once: true, signal });
};
