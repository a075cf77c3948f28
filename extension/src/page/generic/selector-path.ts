import { parentAcross, queryAllDeep } from '../deep-query.ts';

/** The longest selector that an adapter may hold (schema/src/adapter/text-source.ts). */
export const longestSelector = 1_000;

const plainName = /^[a-z][a-z0-9-]*$/;
/** Alone among its siblings such an element is told by its name; others may get company of their kind. */
const seldomAlone = /^(?:div|table|section|tr|ul|li)$/;

const stepOf = (element: Element): string => {
  const siblings = [...(element.parentNode?.children ?? [element])];
  if (!plainName.test(element.localName)) return `:nth-child(${siblings.indexOf(element) + 1})`;
  const equals = siblings.filter(({ localName }) => localName === element.localName);
  // Told by its place among its kind: the notice and the frame of ours are of no kind that a list is in.
  return equals.length === 1 && !seldomAlone.test(element.localName)
    ? element.localName
    : `${element.localName}:nth-of-type(${equals.indexOf(element) + 1})`;
};

/** A step directly below a shadow root; browsers differ in whether ":host" may be asked for from inside. */
export const atTop = (root: ShadowRoot, step: string): string =>
  root.querySelector(`:host>${step}`) ? `:host>${step}` : `${step}:not(*>*)`;

const rootOf = (element: Element): Document | ShadowRoot => element.getRootNode() as Document | ShadowRoot;

/** The path below the root node that `element` stands in: from an id that only one has, or from the top. */
const pathInRoot = (element: Element): string => {
  const root = rootOf(element);
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.getAttribute('id');
    if (id && id.length <= 80 && !/["\\\n\r\f>]/.test(id)) {
      const selector = `[id="${id}"]`;
      if (root.querySelectorAll(selector).length === 1) return [selector, ...steps].join('>');
    }
    if (at.localName === 'body' || at.localName === 'html') return [at.localName, ...steps].join('>');
    steps.unshift(stepOf(at));
  }
  const [first = '*', ...rest] = steps;
  return 'host' in root ? [atTop(root, first), ...rest].join('>') : steps.join('>');
};

/** A selector that finds `element` alone, through its shadow roots; null where it would be too long or finds another. */
export const pathTo = (root: Document | Element, element: Element): string | null => {
  const pieces = [pathInRoot(element)];
  for (let node = rootOf(element); 'host' in node; node = rootOf(node.host)) pieces.unshift(pathInRoot(node.host));
  const path = pieces.join(' >>> ');
  if (path.length > longestSelector) return null;
  const found = queryAllDeep(root, path);
  return found.length === 1 && found[0] === element ? path : null;
};

/** The steps from `outer` down to `inner`, the same for every line of a list; "" where they are one. */
export const stepsBetween = (outer: Element, inner: Element): string => {
  let steps = '';
  for (let at = inner; at !== outer; ) {
    const parent = parentAcross(at);
    if (!parent) return steps;
    const root = rootOf(at);
    steps = `${!at.parentElement && 'host' in root ? ` >>> ${atTop(root, stepOf(at))}` : `>${stepOf(at)}`}${steps}`;
    at = parent;
  }
  return steps;
};
