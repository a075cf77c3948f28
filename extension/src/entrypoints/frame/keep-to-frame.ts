/** How far one press of a key moves a card's text, in px. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 40,
  ArrowUp: -40,
  PageDown: 320,
  PageUp: -320,
  End: Number.MAX_SAFE_INTEGER,
  Home: -Number.MAX_SAFE_INTEGER,
};

/**
 * What a person does beside the strip stays in the frame. Wheel and keys would scroll the page where the card's text ends, and a
 * text dragged out of the card would be the page's: both would tell it what the card shows. Over the marks the wheel scrolls the
 * page, as it does over the page's own rows.
 */
export const keepToFrame = (strip: HTMLElement, card: HTMLElement): void => {
  const isIn = (place: HTMLElement, target: EventTarget | null): boolean =>
    target instanceof Node && place.contains(target);
  const onWheel = (event: WheelEvent): void => {
    // With Ctrl the person enlarges the page; nothing scrolls.
    if (event.ctrlKey || (isIn(strip, event.target) && !isIn(card, event.target))) return;
    // Where the card can scroll, its style keeps the rest from the page.
    if (!isIn(card, event.target) || card.scrollHeight <= card.clientHeight) event.preventDefault();
  };
  document.addEventListener('wheel', onWheel, { passive: false });
  document.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step === undefined || !isIn(card, event.target)) return;
    event.preventDefault();
    card.scrollBy({ top: step });
  });
  // A click beside the card takes the focus as one on it does: the frame stays large while it has it, wherever the card ends.
  document.addEventListener('mousedown', (event) => {
    if (isIn(strip, event.target) || isIn(card, event.target)) return;
    event.preventDefault();
    card.focus({ preventScroll: true });
  });
  document.addEventListener('dragstart', (event) => event.preventDefault());
};
