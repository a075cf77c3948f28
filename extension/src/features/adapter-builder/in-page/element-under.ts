/** The innermost element at a point of the window, open shadow roots entered; null outside of the page. */
export const elementUnder = (x: number, y: number): Element | null => {
  let found = document.elementFromPoint(x, y);
  for (let inner = found?.shadowRoot?.elementFromPoint(x, y); inner && inner !== found; ) {
    found = inner;
    inner = found.shadowRoot?.elementFromPoint(x, y);
  }
  return found;
};

/** What can be scrolled at a place, for the wheel that our cover keeps from the page. */
export const scrollerOf = (element: Element | null): Element | null => {
  for (let place = element; place; place = place.parentElement ?? hostOf(place)) {
    if (place.scrollHeight <= place.clientHeight && place.scrollWidth <= place.clientWidth) continue;
    const { overflowX, overflowY } = getComputedStyle(place);
    if (/auto|scroll/.test(overflowX + overflowY)) return place;
  }
  return document.scrollingElement;
};

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
