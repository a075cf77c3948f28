import type { FrameToPage } from '../../messaging/frame-channel.ts';

/** How long the pointer may cross the gap between strip and card, in ms. */
const grace = 200;

/**
 * Asks for the larger size when pointer or focus come into the frame and gives it back when both have gone. It is asked for on any
 * row, with or without a person: the page sees the frame grow and must learn nothing from that.
 */
export const followPresence = (
  inside: (target: EventTarget | null) => boolean,
  toPage: (message: FrameToPage) => void,
  onGone: () => void,
): { pointerLeft(): void } => {
  let expanded = false;
  let pointer = false;
  let focus = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    if (pointer || focus) {
      if (!expanded) toPage({ type: 'expand' });
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
    if (pointer === inside(event.target)) return;
    pointer = !pointer;
    settle();
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
  return { pointerLeft };
};
