import type { Listen } from './lasting-listeners.ts';

/**
 * Nodes of ours in the page's tree. Rows of a page act on click, double click and hover, and its shortcuts on keys: what happens on
 * a node of ours must not reach them.
 */
const nodes = new WeakMap<EventTarget, (() => void) | null>();

/** `onClick` is called for a person's own click alone: a page that clicks for the person opens nothing. */
export const addOwnNode = (node: Node, onClick: (() => void) | null = null): void => {
  nodes.set(node, onClick);
};

// Written short: each byte of this goes into every page.
const kept = [
  ...'click dblclick auxclick contextmenu keydown keyup focus blur focusin focusout'.split(' '),
  ...'down up move over out enter leave'.split(' ').flatMap((word) => [`mouse${word}`, `pointer${word}`]),
];

/**
 * Takes these events of our nodes out of the page's hearing. The script runs before the page's own, so that this is the window's first
 * listener; in a page that was open already, only listeners of its window come before.
 */
export const keepOwnEvents = (listen: Listen): void => {
  const keep = (event: Event): void => {
    const [target] = event.composedPath();
    const onClick = target && nodes.get(target);
    if (onClick === undefined) return;
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    // A button inside a form of the page would send it.
    event.preventDefault();
    if (event.isTrusted) onClick?.();
  };
  // Each of these words is the name of an event.
  for (const type of kept) listen(type as keyof WindowEventMap, keep, { capture: true });
};
