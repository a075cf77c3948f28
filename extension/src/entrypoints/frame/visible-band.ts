/** Which part of the frame's height one sees, in px from its top. The frame cannot ask its parent; an observer tells. */
export type VisibleBand = { readonly top: number; readonly bottom: number };

/** Asks once; answers with the next painted frame. Clipping by the page's boxes and window is counted. */
export const askVisibleBand = (element: Element, answer: (band: VisibleBand) => void): void => {
  const observer = new IntersectionObserver((entries) => {
    observer.disconnect();
    const rect = entries.at(-1)?.intersectionRect;
    if (rect) answer({ top: rect.top, bottom: rect.bottom });
  });
  observer.observe(element);
};
