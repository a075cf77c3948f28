import { isElement, type RootWatch } from './deep-query.ts';
import { isAriaHidden, isClippedAway, isRendered, saysHidden } from './shown.ts';

/** As much of one place is read; a longer text is no cell's. */
const mostCharacters = 20_000;
const mostNodes = 4_000;

/** Their text is not what one reads in them, or they have none. */
const silent = new Set('script style template noscript title datalist select textarea input'.split(' '));

/** Without layout: elements that begin a line of their own. */
const lines = new Set(
  'article aside dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

type Sight = {
  isHidden(element: Element): boolean;
  /** What stands between the element's text and its neighbours'. */
  gap(element: Element): '' | ' ' | '\n';
};

/** How a style sheet shows an element within its cell. */
type SeenAs = { readonly isHidden: boolean; readonly gap: '' | ' ' | '\n' };

/** By what the elements say themselves. */
const plainSight: Sight = {
  isHidden: saysHidden,
  gap: (element) => (lines.has(element.localName) ? '\n' : ''),
};

/** By style sheets too: asked only where several texts stand in one place, of which some may be copies one does not see. */
const styledSight = (place: Element, view: Window): Sight => {
  const known = new Map<Element, SeenAs>();
  let placeVisibility: string | undefined;
  const look = (element: Element): SeenAs => {
    const style = view.getComputedStyle(element);
    placeVisibility ??= view.getComputedStyle(place).visibility;
    const { display, visibility } = style;
    const vanishes = visibility !== 'visible' && visibility !== '' && visibility !== placeVisibility;
    return {
      isHidden: display === 'none' || vanishes || style.opacity === '0' || isClippedAway(style),
      gap: lines.has(element.localName) ? '\n' : gapOf(display),
    };
  };
  const seen = (element: Element): SeenAs => {
    const found = known.get(element) ?? look(element);
    known.set(element, found);
    return found;
  };
  return { isHidden: (element) => saysHidden(element) || seen(element).isHidden, gap: (element) => seen(element).gap };
};

const gapOf = (display: string): SeenAs['gap'] => {
  if (display === 'inline' || display === 'contents' || display === '') return '';
  return display.startsWith('inline') || display.startsWith('ruby') ? ' ' : '\n';
};

const lowerEnd = /\p{Ll}$/u;
const upperStart = /^\p{Lu}/u;

type Look = { readonly sight: Sight; readonly withAria: boolean; readonly watch: RootWatch | undefined };
type Gathered = { text: string; pieces: number; nodes: number; skippedAria: boolean; crossed: boolean };

const gather = (parent: ParentNode, look: Look, into: Gathered): void => {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (into.text.length > mostCharacters || into.nodes++ > mostNodes) return;
    if (node.nodeType === 3 || node.nodeType === 4) {
      const { data } = node as Text;
      if (data === '') continue;
      // "nguyễn" + "Văn" in two elements side by side are two words; highlighting never begins at a capital within one.
      if (into.crossed && upperStart.test(data) && lowerEnd.test(into.text)) into.text += ' ';
      into.crossed = false;
      into.text += data;
      if (/\S/.test(data)) into.pieces++;
    } else if (isElement(node)) gatherElement(node, look, into);
  }
};

/** What a closed `details` keeps under its summary. */
const isFoldedAway = ({ localName, parentElement }: Element): boolean =>
  parentElement?.localName === 'details' && localName !== 'summary' && !parentElement.hasAttribute('open');

const gatherElement = (element: Element, look: Look, into: Gathered): void => {
  const { localName } = element;
  into.crossed = true;
  if (localName === 'br') into.text += '\n';
  if (silent.has(localName) || localName === 'br' || look.sight.isHidden(element) || isFoldedAway(element)) return;
  if (isAriaHidden(element) && !look.withAria) {
    into.skippedAria = true;
    return;
  }
  const gap = look.sight.gap(element);
  into.text += gap;
  gatherInside(element, look, into);
  into.text += gap;
  into.crossed = true;
};

const gatherInside = (element: Element, look: Look, into: Gathered): void => {
  const { shadowRoot } = element;
  if (shadowRoot) {
    look.watch?.entered(shadowRoot);
    gather(shadowRoot, look, into);
    return;
  }
  if (element.localName !== 'slot') {
    gather(element, look, into);
    return;
  }
  const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
  if (assigned.length === 0) gather(element, look, into);
  for (const node of assigned) {
    if (isElement(node)) gatherElement(node, look, into);
    else if (node.nodeType === 3) {
      into.text += (node as Text).data;
      into.pieces++;
    }
  }
};

const gatherText = (element: Element, sight: Sight, watch: RootWatch | undefined): Gathered => {
  const begin = (withAria: boolean): Gathered => {
    const into = { text: '', pieces: 0, nodes: 0, skippedAria: false, crossed: false };
    gatherInside(element, { sight, withAria, watch }, into);
    return into;
  };
  const first = begin(false);
  // The text for the eye beside a copy for screen readers: where nothing else is left, the eye's is what one sees.
  return first.pieces === 0 && first.skippedAria ? begin(true) : first;
};

/**
 * The text one sees in `element`, lines separated: without hidden copies, tooltips and what is for screen readers alone, with
 * open shadow roots entered, pieces of a search hit joined. A cell that holds nothing but one text costs no more than
 * `textContent`. At most about 20,000 characters are gathered; what is longer is returned too long, and is read as nothing.
 * `apart`: each element's text on a line of its own, for a search for words that may stand side by side without a blank.
 */
export const visibleText = (element: Element, watch?: RootWatch, apart = false): string => {
  const only = element.firstChild;
  if (element.shadowRoot === null) {
    if (only === null) return '';
    if (only.nodeType === 3 && only.nextSibling === null) return (only as Text).data;
  }
  const sightOf = (sight: Sight): Sight => (apart ? { ...sight, gap: () => '\n' } : sight);
  const plain = gatherText(element, sightOf(plainSight), watch);
  const view = element.ownerDocument.defaultView;
  // One text is no copy of another.
  if (plain.pieces < 2 || view === null || !element.isConnected) return plain.text;
  const styled = gatherText(element, sightOf(styledSight(element, view)), watch);
  // A place that is not rendered at all is judged by what its elements say.
  return styled.pieces === 0 && !isRendered(element) ? plain.text : styled.text;
};
