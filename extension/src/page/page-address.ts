/** Where the page of this document is, as its person sees it. `search` with "?", `hash` with "#", as in `location`. */
export type PagePlace = Pick<Location, 'host' | 'pathname' | 'search' | 'hash'>;

const isWritten = ({ protocol }: Location): boolean => protocol === 'about:' || protocol === 'blob:';

/** The window whose address counts for this one: a document that a script wrote has none of its own, so that of whoever holds it. */
const addressed = (): Window => {
  let at: Window = window;
  try {
    while (isWritten(at.location)) {
      const holder: Window | null = at.parent === at ? at.opener : at.parent;
      if (holder === null || holder === at) return at;
      at = holder;
    }
  } catch {
    // The next one up is of another origin: its address is not ours to see.
    return window;
  }
  return at;
};

/**
 * The address of the page this document shows. A frame or window that a script of the page wrote (`about:blank`, `srcdoc`, `blob:`)
 * has the address of the page that holds or opened it; where that is of another origin, its own origin alone.
 */
export const pageAddress = (): PagePlace => {
  const { location: place } = addressed();
  return isWritten(place) ? (URL.parse(self.origin) ?? place) : place;
};

/** The whole address as a text that changes whenever it does. */
export const addressText = (): string => addressed().location.href;
