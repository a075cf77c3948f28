import { parentAcross } from '../../../page/deep-query.ts';

const stepKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
export type StepKey = (typeof stepKeys)[number];
export const isStepKey = (key: string): key is StepKey => (stepKeys as readonly string[]).includes(key);

/** Elements that show something of their own. */
const childrenOf = (element: Element): readonly Element[] =>
  [...(element.shadowRoot?.children ?? []), ...element.children].filter(isShown);

const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && !/^(?:script|style|template)$/.test(element.localName);
};

const beside = (element: Element, step: 1 | -1): Element | null => {
  const parent = parentAcross(element);
  const siblings = parent === null ? [] : childrenOf(parent);
  return siblings[siblings.indexOf(element) + step] ?? null;
};

/** The element one step away in the tree: out, in, to the one before or after. The same where there is none. */
export const stepFrom = (element: Element, key: StepKey): Element => {
  const parent = parentAcross(element);
  switch (key) {
    case 'ArrowUp':
      return parent === null || parent.localName === 'html' ? element : parent;
    case 'ArrowDown':
      return childrenOf(element)[0] ?? element;
    case 'ArrowLeft':
      return beside(element, -1) ?? element;
    case 'ArrowRight':
      return beside(element, 1) ?? element;
    default:
      return key satisfies never;
  }
};
