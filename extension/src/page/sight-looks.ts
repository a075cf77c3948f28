/** How a style sheet shows an element within its cell. */
export type SeenAs = { readonly isHidden: boolean; readonly gap: '' | ' ' | '\n' };

/** What style sheets said lately; asking them for each of 40,000 elements of a long list would cost the page 200 ms. */
export type SightLooks = {
  seenAs(element: Element, place: Element, look: (element: Element) => SeenAs): SeenAs;
};

/** An answer is kept for one slice of reading, in ms: the page may change its style sheets at any time. */
const keptFor = 30;

/** Attributes by whose value style sheets show or hide. */
const states = ['data-state', 'aria-expanded'];

/** Tag, class, whether first, last or between, state and number of attributes; of a row the style only places it. */
const shapeOf = (element: Element, isRow: boolean): string => {
  const place = isRow || !element.previousElementSibling ? 'a' : element.nextElementSibling ? 'm' : 'z';
  const shape = place + element.localName;
  if (!element.hasAttributes()) return shape;
  const style = isRow ? '' : element.getAttribute('style');
  const said = states.map((state) => element.getAttribute(state)).join();
  return [shape, element.attributes.length, element.getAttribute('class'), style, said].join('\u0001');
};

/**
 * Elements of the same shape in cells and rows of the same shape are seen alike: tag, class, states, and whether first, last or
 * between, from the row down. Where any of these differs the style sheet is asked.
 */
export const createSightLooks = (): SightLooks => {
  const known = new Map<string, SeenAs>();
  let since = 0;
  let lastPlace: Element | null = null;
  let around = '';
  return {
    seenAs(element, place, look) {
      const now = performance.now();
      if (now - since > keptFor) {
        known.clear();
        lastPlace = null;
        since = now;
      }
      let shape = '';
      for (let at: Element | null = element; at !== place; at = at.parentElement) {
        // Out of a shadow root: its style sheets are its own.
        if (at === null) return look(element);
        shape += `${shapeOf(at, false)}\u0002`;
      }
      // A cell's elements are asked for one after another, and between them nothing changes.
      if (place !== lastPlace) {
        lastPlace = place;
        around = shapeOf(place, false) + (place.parentElement ? `\u0002${shapeOf(place.parentElement, true)}` : '');
      }
      shape += around;
      const before = known.get(shape);
      if (before) return before;
      const found = look(element);
      known.set(shape, found);
      return found;
    },
  };
};
