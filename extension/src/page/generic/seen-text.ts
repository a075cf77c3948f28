import { isElement } from '../deep-query.ts';
import { isAriaHidden, saysHidden } from '../shown.ts';

/** So many nodes are looked at for one cell; a cell with more is no heading. */
const mostNodes = 60;
const silent = /^(?:script|style|template|noscript|svg|select|textarea|object|iframe)$/;
const blocks = /^(?:br|div|p|li|td|th|tr|dd|dt|h[1-6])$/;

/**
 * The text of what may be a heading, by what elements say themselves, through open shadow roots; null where it is longer than `maximum` or lies in
 * too many nodes. Asking a big part of the page for its text so costs little; what is read in the end is read by `visibleText`.
 */
export const readShortText = (element: Element, maximum: number): string | null => {
  let text = '';
  let nodes = 0;
  const add = (node: Node): boolean => {
    if (++nodes > mostNodes) return false;
    if (node.nodeType === 3) text += (node as Text).data.slice(0, 4 * maximum);
    if (text.length > 4 * maximum) return false;
    if (!isElement(node)) return true;
    if (silent.test(node.localName) || saysHidden(node) || isAriaHidden(node)) return true;
    const gap = blocks.test(node.localName) ? ' ' : '';
    text += gap;
    for (let inner = (node.shadowRoot ?? node).firstChild; inner; inner = inner.nextSibling)
      if (!add(inner)) return false;
    text += gap;
    return true;
  };
  for (let node = (element.shadowRoot ?? element).firstChild; node; node = node.nextSibling)
    if (!add(node)) return null;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maximum ? null : line;
};
