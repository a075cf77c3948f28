import type { FrameToPage } from '../../messaging/frame-channel.ts';

/** How long the pointer may cross the gap between strip and card, in ms. */
const grace = 200;

/**
 * While the frame grows under a moving pointer, moves with the coordinates of before arrive after it has grown: until so long, in
 * ms, after the frame has its new size (or after it asked, where the page has no room for more) a move that seems to lie outside
 * says nothing. A pointer at rest would send no other, and its card would never open.
 */
const settling = 250;
const growsWithin = 1_000;

/**
 * Asks for the larger size when pointer or focus come into the frame and gives it back when both have gone. It is asked for on any
 * row, with or without a person, and `inside` must not depend on what a card shows: the page sees the frame grow and shrink, and
 * must learn nothing from that.
 */
export const followPresence = (
  inside: (event: PointerEvent) => boolean,
  toPage: (message: FrameToPage) => void,
  onGone: () => void,
): { pointerLeft(): void; isGrowing(): boolean } => {
  let expanded = false;
  let grownAt = Number.NEGATIVE_INFINITY;
  const isGrowing = (): boolean => performance.now() < grownAt + settling;
  let pointer = false;
  let focus = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    if (pointer || focus) {
      if (!expanded) {
        toPage({ type: 'expand' });
        grownAt = performance.now() + growsWithin;
      }
      expanded = true;
      return;
    }
    timer = setTimeout(() => {
      if (expanded) toPage({ type: 'collapse' });
      expanded = false;
      onGone();
    }, grace);
  };
  document.addEventListener('pointermove', (event) => {
    if (pointer === inside(event) || (pointer && isGrowing())) return;
    pointer = !pointer;
    settle();
  });
  addEventListener('resize', () => {
    if (isGrowing()) grownAt = performance.now();
  });
  const pointerLeft = (): void => {
    if (!pointer) return;
    pointer = false;
    settle();
  };
  document.documentElement.addEventListener('pointerleave', pointerLeft);
  document.addEventListener('focusin', () => {
    focus = true;
    settle();
  });
  document.addEventListener('focusout', (event) => {
    focus = event.relatedTarget !== null;
    settle();
  });
  return { pointerLeft, isGrowing };
};
