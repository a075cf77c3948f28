import { parentAcross } from './deep-query.ts';

/** Classes under which libraries of all kinds hide a text from the eye and leave it to screen readers. */
const readAloudOnly =
  /(?:^|[\s-])(?:sr-only|visually-?hidden|screen-?reader(?:-\w+)?|assistive-text|a11y-hidden|hidden-accessible|element-invisible)(?:\s|$)/i;

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:;|!|$)|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|[\s;])(?:left|top|right|text-indent)\s*:\s*-\d{4,}/i;

/**
 * Does the element itself say that it is not shown? Attributes, inline style and known classes only: the same answer in a saved
 * page, which has no layout. What only `aria-hidden` takes away may be what one sees; that is asked separately.
 */
export const saysHidden = (element: Element): boolean => {
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.hasAttribute('popover')) return true;
  const style = element.getAttribute('style');
  if (style !== null && hidingStyle.test(style)) return true;
  const classes = element.getAttribute('class');
  if (classes !== null && readAloudOnly.test(classes) && !classes.includes('focusable')) return true;
  if (element.getAttribute('role') === 'tooltip') return true;
  return element.localName === 'dialog' && !element.hasAttribute('open');
};

export const isAriaHidden = (element: Element): boolean => element.getAttribute('aria-hidden') === 'true';

/** Is nothing hidden on the way from `element` up to `place` (exclusive)? */
export const isShownWithin = (element: Element, place: ParentNode): boolean => {
  for (let at: Element | null = element; at && at !== place; at = parentAcross(at)) {
    if (saysHidden(at) || isAriaHidden(at)) return false;
  }
  return true;
};

const everyReason = { visibilityProperty: true, opacityProperty: true } as const;

/** Does a style sheet leave it visible? Always true in a document without a view, a saved page, where nothing is laid out. */
export const isRendered = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView;
  if (view === null || !('checkVisibility' in element) || !element.isConnected) return true;
  if (element.checkVisibility(everyReason)) return true;
  // Without a box of its own it is asked for as if it were hidden: slots, and rows whose cells stand in the list's grid.
  const parent = view.getComputedStyle(element).display === 'contents' ? parentAcross(element) : null;
  return parent !== null && isRendered(parent);
};

/** Cut to nothing or moved away by a style sheet. Only what needs no layout is asked for. */
export const isClippedAway = (style: CSSStyleDeclaration): boolean => {
  const { position } = style;
  if (position !== 'absolute' && position !== 'fixed') return false;
  const { clip, clipPath, left, top } = style;
  return (
    /^rect\(\s*[01](?:px)?[\s,]/.test(clip) ||
    /^inset\((?:50|100)%/.test(clipPath) ||
    Number.parseFloat(left) <= -1_000 ||
    Number.parseFloat(top) <= -1_000
  );
};
