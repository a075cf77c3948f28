import { queryAllDeep } from '../../page/deep-query.ts';
import { type Compound, compoundsOf, positionOf, weakest } from './compound-selectors.ts';

/** Longest selector an adapter may hold (schema/src/adapter/text-source.ts). */
export const longestSelector = 600;

const onlyMatch = (root: ParentNode, selector: string, element: Element): boolean => {
  const found = queryAllDeep(root, selector);
  return found.length === 1 && found[0] === element;
};

/**
 * A selector that finds this element alone below `root`, by the strongest ground there is; shadow roots on the way are entered.
 * Hidden copies of a list are why it must be alone. Null only where the element is not below `root`.
 */
export const proposeAnchor = (element: Element, root: ParentNode, dataWords: ReadonlySet<string>): Compound | null => {
  const scope = element.getRootNode();
  if (scope !== root && 'host' in scope && scope.host) {
    // A node whose root has a host lies in a shadow root.
    const host = proposeAnchor(scope.host as Element, root, dataWords);
    const inside = anchorInScope(element, scope as ShadowRoot, dataWords);
    if (host === null || inside === null) return null;
    return { selector: `${host.selector} >>> ${inside.selector}`, ground: weakest(host.ground, inside.ground) };
  }
  return anchorInScope(element, root, dataWords);
};

const anchorInScope = (element: Element, scope: ParentNode, dataWords: ReadonlySet<string>): Compound | null => {
  if (element.localName === 'html' || element.localName === 'body')
    return { selector: element.localName, ground: 'ATTRIBUTE' };
  const compounds = compoundsOf(element, dataWords);
  for (const compound of compounds) if (onlyMatch(scope, compound.selector, element)) return compound;
  const parent = element.parentElement;
  const above = parent === null ? null : anchorInScope(parent, scope, dataWords);
  const head = above === null ? ':scope' : above.selector;
  const withParent: Compound[] = [
    ...compounds,
    { selector: positionOf(element), ground: 'POSITION' },
    { selector: `:nth-child(${[...(parent ?? scope).children].indexOf(element) + 1})`, ground: 'POSITION' },
  ];
  for (const { selector, ground } of withParent) {
    const full = `${head} > ${selector}`;
    if (full.length <= longestSelector && onlyMatch(scope, full, element)) {
      return { selector: full, ground: above === null ? ground : weakest(above.ground, ground) };
    }
  }
  return null;
};
