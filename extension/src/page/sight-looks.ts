/** How a style sheet shows an element within its cell. */
export type SeenAs = { readonly isHidden: boolean; readonly gap: '' | ' ' | '\n' };

/** What style sheets said lately; asking them for each of 40,000 elements of a long list would cost the page 200 ms. */
export type SightLooks = {
  seenAs(element: Element, place: Element, look: (element: Element) => SeenAs): SeenAs;
};

/** An answer is kept for one slice of reading, in ms: the page may change its style sheets at any time. */
const keptFor = 30;

/** Rows beyond this many shapes are not worth remembering. */
const mostShapes = 2_000;

/** "open", "false", "hidden": a word style sheets show or hide by. Longer ones and those with figures are the page's data. */
const isState = (value: string): boolean => value.length <= 8 && !/\d/.test(value);

/** Tag, class, whether first, last or between, and the state of its attributes; of a row the style only places it. */
const shapeOf = (element: Element, isRow: boolean): string => {
  const place = element.previousElementSibling ? (element.nextElementSibling ? 'm' : 'z') : 'a';
  const shape = (isRow ? '' : place) + element.localName;
  if (!element.hasAttributes()) return shape;
  const words: string[] = [shape];
  for (const { name, value } of element.attributes) {
    if (name === 'class' || (name === 'style' && !isRow)) words.push(value);
    else if (name !== 'style') words.push(name, isState(value) ? value : '');
  }
  return words.join('\u0001');
};

/**
 * Elements of the same shape in cells and rows of the same shape are seen alike: tag, class, states, and whether first, last or
 * between, from the row down. Where any of these differs the style sheet is asked.
 */
export const createSightLooks = (): SightLooks => {
  const known = new Map<string, SeenAs>();
  let since = 0;
  return {
    seenAs(element, place, look) {
      const now = performance.now();
      if (now - since > keptFor || known.size > mostShapes) {
        known.clear();
        since = now;
      }
      let shape = shapeOf(element, false);
      let at: Element = element;
      while (at !== place) {
        const { parentElement } = at;
        // Out of a shadow root: its style sheets are its own.
        if (parentElement === null) return look(element);
        at = parentElement;
        shape += `\u0002${shapeOf(at, false)}`;
      }
      if (place.parentElement) shape += `\u0002${shapeOf(place.parentElement, true)}`;
      const before = known.get(shape);
      if (before) return before;
      const found = look(element);
      known.set(shape, found);
      return found;
    },
  };
};
